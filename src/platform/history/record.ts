import type { Db } from '../db/connect';

/** Who acts, and on which request. Everybody null: the program itself (seeds, jobs, command line). */
export interface Actor {
  readonly userId: number | null;
  readonly requestId: string | null;
  readonly remoteAddress: string | null;
}

export const SYSTEM: Actor = { userId: null, requestId: null, remoteAddress: null };

export interface HistoryEntry {
  /** `page.published`, `user.signed-in`: object and what happened to it. */
  readonly action: string;
  readonly objectType: string;
  readonly objectId: string;
  readonly siteId: number | null;
  readonly revisionBefore?: number | null;
  readonly revisionAfter?: number | null;
  readonly result?: 'done' | 'denied' | 'failed';
  /** Never a secret: no password, token or session id. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Write one line of history, in the transaction of the change that it tells of (security rule 36). */
export async function record(trx: Db, at: Date, actor: Actor, entry: HistoryEntry): Promise<void> {
  await trx('history').insert({
    at,
    actorId: actor.userId,
    requestId: actor.requestId,
    remoteAddress: actor.remoteAddress,
    action: entry.action,
    objectType: entry.objectType,
    objectId: entry.objectId,
    siteId: entry.siteId,
    revisionBefore: entry.revisionBefore ?? null,
    revisionAfter: entry.revisionAfter ?? null,
    result: entry.result ?? 'done',
    detail: JSON.stringify(entry.detail ?? {}),
  });
}
