import type { OutgoingHttpHeaders, RequestListener, ServerResponse } from 'node:http';
import { everyResponse } from './headers';

export interface Health {
  /** `/healthz`: the process lives. `/readyz`: it should be sent requests. Whatever the Host; false: not one of the two. */
  answer(...request: Parameters<RequestListener>): boolean;
  /** From now on `/readyz` says no, so that the proxy sends requests elsewhere. */
  drain(): void;
}

/** `check` resolves while requests can be served: the database answers. `https`: what the base URL says. */
export function createHealth({ check, https }: { check: () => Promise<unknown>; https: boolean }): Health {
  const headers = { ...everyResponse({ https }), 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' };
  let draining = false;
  let asking: Promise<boolean> | undefined;

  /** However many ask, one question at a time is under way. */
  function isReady(): Promise<boolean> {
    asking ??= check().then(() => true, () => false).finally(() => { asking = undefined; });
    return asking;
  }

  return {
    drain() { draining = true; },
    answer(request, response) {
      const path = request.url?.split('?', 1)[0];
      if (path === '/healthz') {
        say(response, headers, 200, 'alive');
      } else if (path === '/readyz') {
        if (draining) say(response, headers, 503, 'draining');
        else void isReady().then((ready) => say(response, headers, ready ? 200 : 503, ready ? 'ready' : 'not ready'));
      } else {
        return false;
      }
      return true;
    },
  };
}

function say(response: ServerResponse, headers: OutgoingHttpHeaders, status: number, word: string): void {
  response.writeHead(status, headers);
  response.end(`${word}\n`);
}
