import type { ChangeDeps } from './cms/sites/change';
import { expireDue } from './cms/workflow/expire';
import { SYSTEM } from './platform/history/record';
import type { Log } from './platform/log';

/** Security rule 40. */
const EVERY = 5_000;

/**
 * Look every five seconds whether the time of a page is over, the first time at once: what an outage missed. Each process with a
 * worker does; rows are claimed, so each page expires once. `every` in milliseconds. `stop` waits for the look under way.
 */
export function startExpiry(deps: ChangeDeps & { readonly log: Log }, every = EVERY): { stop(): Promise<void> } {
  let looking: Promise<void> | undefined;
  const look = (): void => {
    looking ??= expireDue(deps, SYSTEM).then(
      (ids) => { if (ids.length > 0) deps.log.info({ pages: ids }, 'Pages expired'); },
      (error: unknown) => deps.log.warn({ err: error }, 'Looking for expired pages failed; the next look is soon'),
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
