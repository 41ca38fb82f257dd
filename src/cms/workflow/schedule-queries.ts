import type { Db } from '../../platform/db/connect';

/** A revision that goes live by itself at a moment. Of each page at most one is pending. */
export interface Scheduled {
  id: number;
  pageId: number;
  revisionId: number;
  dueAt: Date;
  /** In which the person who chose the moment reads it. */
  timeZone: string;
  state: 'pending' | 'done' | 'failed' | 'cancelled';
  /** How often it met a failure that was nobody's fault. */
  attempts: number;
  problem: string | null;
  createdBy: number | null;
  createdAt: Date;
  finishedAt: Date | null;
}

export type NewScheduled = Pick<Scheduled, 'pageId' | 'revisionId' | 'dueAt' | 'timeZone' | 'createdBy' | 'createdAt'>;

export async function findPending(db: Db, pageId: number): Promise<Scheduled | undefined> {
  return db('scheduledPublications').where({ pageId, state: 'pending' }).first<Scheduled | undefined>();
}

export async function findScheduled(db: Db, id: number): Promise<Scheduled | undefined> {
  return db('scheduledPublications').where({ id }).first<Scheduled | undefined>();
}

export async function insertScheduled(trx: Db, scheduled: NewScheduled): Promise<number> {
  const rows = await trx('scheduledPublications').insert(scheduled).returning<{ id: number }[]>('id');
  return rows[0]!.id;
}

/** Gives what was pending of these pages and is cancelled now. `upTo`: only of this revision and older ones. */
export async function cancelPending(trx: Db, pageIds: readonly number[], at: Date, upTo?: number): Promise<Scheduled[]> {
  const query = trx('scheduledPublications').where({ state: 'pending' }).whereIn('pageId', [...pageIds]);
  if (upTo !== undefined) void query.where('revisionId', '<=', upTo);
  return query.update({ state: 'cancelled', finishedAt: at }).returning<Scheduled[]>('*');
}

/** Sites where something is due. */
export async function listSitesWithDue(db: Db, now: Date): Promise<number[]> {
  const rows = await db('scheduledPublications as s').join('pages as p', 'p.id', 's.pageId').where('s.state', 'pending').where('s.dueAt', '<=', now)
    .distinct<{ siteId: number }[]>('p.siteId').orderBy('p.siteId');
  return rows.map(({ siteId }) => siteId);
}

/** What of a site is due, the longest waiting first. `except`: what was tried in this round already. */
export async function findDue(db: Db, siteId: number, now: Date, except: readonly number[]): Promise<Scheduled | undefined> {
  return db('scheduledPublications as s').join('pages as p', 'p.id', 's.pageId').where({ 'p.siteId': siteId, 's.state': 'pending' }).where('s.dueAt', '<=', now)
    .whereNotIn('s.id', [...except]).orderBy(['s.dueAt', 's.id']).first<Scheduled | undefined>('s.*');
}

/** For the length of the transaction. Undefined when it is done, or when somebody has it in hand. */
export async function claimDue(trx: Db, id: number, now: Date): Promise<Scheduled | undefined> {
  return trx('scheduledPublications').where({ id, state: 'pending' }).where('dueAt', '<=', now).forUpdate().skipLocked().first<Scheduled | undefined>();
}

/** Undefined when it is not pending any more. */
export async function lockPending(trx: Db, id: number): Promise<Scheduled | undefined> {
  return trx('scheduledPublications').where({ id, state: 'pending' }).forUpdate().first<Scheduled | undefined>();
}

export async function finishScheduled(trx: Db, id: number, at: Date, outcome: { state: 'done' } | { state: 'failed'; problem: string }): Promise<void> {
  await trx('scheduledPublications').where({ id }).update({ ...outcome, finishedAt: at });
}

/** Gives how many there are now. */
export async function countAttempt(db: Db, id: number): Promise<number> {
  const rows = await db('scheduledPublications').where({ id, state: 'pending' }).increment('attempts', 1).returning<{ attempts: number }[]>('attempts');
  return rows[0]?.attempts ?? 0;
}

/** The same text, as another revision: a page that was renamed meanwhile must not take its old name back. */
export async function replaceScheduledRevision(trx: Db, id: number, revisionId: number): Promise<void> {
  await trx('scheduledPublications').where({ id }).update({ revisionId });
}
