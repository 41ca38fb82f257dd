import type { Db } from '../../platform/db/connect';
import { record, type Actor, type HistoryEntry } from '../../platform/history/record';
import { addJob, type Payload } from '../../platform/jobs/queue';
import type { ContentVersions } from './content-versions';
import { bumpSites, learnAll } from './bump-all';
import { listSitesTouched } from './queries';

/** What follows from a line of history: the table is `src/reactions.ts`. */
export type Reactions = Readonly<Record<string, (entry: HistoryEntry) => readonly Job[]>>;

export interface Job {
  readonly task: string;
  readonly payload: Payload;
  /** Jobs with one key wait as one. */
  readonly key?: string;
}

export interface ChangeDeps {
  readonly db: Db;
  readonly now: () => Date;
  readonly versions: ContentVersions;
  readonly reactions: Reactions;
}

/** What `work` gets: the transaction, the moment of the change, and the way to say what happened. */
export interface Change {
  readonly trx: Db;
  readonly at: Date;
  tell(entry: HistoryEntry): Promise<void>;
}

/**
 * Every change of something public: one transaction, its history, the jobs that follow, and a new content version of the site; of every site when
 * readers of all of them may see more or less files by it.
 * Nothing of it is left when `work` throws. This process knows the new version before the promise resolves.
 */
export async function changeSite<Result>(deps: ChangeDeps, siteId: number, actor: Actor, work: (change: Change) => Promise<Result>): Promise<Result> {
  const at = deps.now();
  const { result, learnt } = await deps.db.transaction(async (trx) => {
    const done = await work({ trx, at, tell: (entry) => tell(trx, at, actor, deps.reactions, entry) });
    return { result: done, learnt: await bumpSites(trx, await listSitesTouched(trx, siteId, at), at) };
  });
  learnAll(deps.versions, learnt, at);
  return result;
}

/** One line of history with the jobs that follow it, for those who open their transaction themselves (`changeMedia`). */
export async function tell(trx: Db, at: Date, actor: Actor, reactions: Reactions, entry: HistoryEntry): Promise<void> {
  await record(trx, at, actor, entry);
  for (const { task, payload, key } of reactions[entry.action]?.(entry) ?? []) {
    await addJob(trx, task, payload, key === undefined ? {} : { key });
  }
}
