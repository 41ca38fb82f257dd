import type { Registry } from './cms/registry';
import type { ChangeDeps } from './cms/sites/change';
import { expireDue } from './cms/workflow/expire';
import { publishDue } from './cms/workflow/publish-due';
import { SYSTEM } from './platform/history/record';
import type { Log } from './platform/log';

/** Security rule 40. */
const EVERY = 5_000;

type Deps = ChangeDeps & { readonly registry: Registry; readonly log: Log };

/**
 * Look every five seconds what is due: pages whose time is over, and those whose time has come. The first look is at once, for what
 * an outage missed. Each process with a worker does it; rows are claimed, so each happens once. `every` in milliseconds. `stop` waits
 * for the look under way.
 */
export function startDue(deps: Deps, every = EVERY): { stop(): Promise<void> } {
  let looking: Promise<void> | undefined;
  let first = true;
  const look = (): void => {
    looking ??= lookOnce(deps, first).then(
      () => { first = false; },
      (error: unknown) => deps.log.warn({ err: error }, 'Looking for what is due failed; the next look is soon'),
    ).finally(() => { looking = undefined; });
  };
  const timer = setInterval(look, every);
  look();
  return {
    async stop() {
      clearInterval(timer);
      await looking;
    },
  };
}

/** Expiry first: what goes off and comes back in the same second is there afterwards. */
async function lookOnce(deps: Deps, first: boolean): Promise<void> {
  const expired = await expireDue(deps, SYSTEM);
  if (expired.length > 0) deps.log.info({ pages: expired }, 'Pages expired');

  const { published, failed, errors } = await publishDue(deps);
  if (published.length > 0) deps.log.info({ published }, first ? caughtUp(published.length) : 'Pages went live as planned');
  if (failed.length > 0) deps.log.warn({ pages: failed }, 'Pages that were planned could not go live');
  for (const error of errors) deps.log.warn({ err: error }, 'Publishing what is due failed; the next look tries again');
}

function caughtUp(pages: number): string {
  return pages === 1 ? 'One page that was due while nothing ran is live now' : `${pages} pages that were due while nothing ran are live now`;
}
