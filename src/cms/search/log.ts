import type { Db } from '../../platform/db/connect';
import type { Log } from '../../platform/log';
import { addSearchCounts, type SearchCount } from './log-queries';

interface LogDeps {
  readonly db: Db;
  readonly now: () => Date;
  readonly log: Log;
}

const EVERY = 10_000;
/** So many different searches wait at most: whoever sends random words fills no memory. */
const MOST_WAITING = 5_000;

/**
 * What is searched for, counted by query and day and by nothing else (SEARCH-10). Counts wait in memory: a search does not wait for
 * them, and a database that is away loses counts, no searches.
 */
export class SearchLog {
  private waiting = new Map<string, SearchCount>();
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();

  constructor(private readonly deps: LogDeps, private readonly every = EVERY) {}

  /** `query` as typed, `hits` how many were found. */
  count(siteId: number, query: string, hits: number): void {
    const day = this.deps.now().toISOString().slice(0, 10);
    const key = `${siteId} ${day} ${query.toLowerCase()}`;
    if (!this.waiting.has(key) && this.waiting.size >= MOST_WAITING) return;
    const searches = (this.waiting.get(key)?.searches ?? 0) + 1;
    this.waiting.set(key, { siteId, day, query: query.toLowerCase(), searches, hits });
    this.timer ??= setTimeout(() => void this.flush(), this.every).unref();
  }

  /** Write what waits; also the last thing to do before the database is let go. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const counts = [...this.waiting.values()];
    this.waiting = new Map();
    this.writing = this.writing.then(() => addSearchCounts(this.deps.db, counts)).catch((error: unknown) => {
      this.deps.log.warn({ err: error }, 'Counts of searches were lost');
    });
    return this.writing;
  }
}
