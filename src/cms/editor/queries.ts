import type { Db } from '../../platform/db/connect';
import { EXPIRED_AT } from '../explorer/list-sql';

export interface Presence {
  readonly name: string;
  readonly since: Date;
}

const SEEN_FOR = 15_000;
const FORGOTTEN_AFTER = 60_000;

/** Somebody is at a page. `since` goes on for as long as they were not away for a minute. Forgets whoever has been, on any page. */
export async function upsertPresence(db: Db, pageId: number, userId: number, now: Date): Promise<void> {
  await db('presences').where('seenAt', '<', new Date(now.getTime() - FORGOTTEN_AFTER)).del();
  await db('presences').insert({ pageId, userId, since: now, seenAt: now }).onConflict(['pageId', 'userId']).merge({ seenAt: now });
}

/** Who else is there, whoever came first standing first. */
export async function listOthers(db: Db, pageId: number, userId: number, now: Date): Promise<Presence[]> {
  return db('presences as s').join('users as u', 'u.id', 's.userId').where('s.pageId', pageId).whereNot('s.userId', userId)
    .where('s.seenAt', '>=', new Date(now.getTime() - SEEN_FOR)).orderBy(['s.since', 's.userId']).select<Presence[]>('u.name', 's.since');
}

export interface DraftFacts {
  readonly id: number;
  /** Null: the program itself. */
  readonly by: string | null;
  readonly userId: number | null;
  readonly at: Date;
}

/** Who saved a revision, and when. */
export async function findDraftFacts(db: Db, revisionId: number): Promise<DraftFacts | undefined> {
  return db('revisions as r').leftJoin('users as u', 'u.id', 'r.createdBy').where('r.id', revisionId)
    .first<DraftFacts | undefined>('r.id', 'u.name as by', 'r.createdBy as userId', 'r.createdAt as at');
}

/** What the editor prints around the form, in one query. */
export interface Around {
  readonly parentTitle: string | null;
  readonly lockedByName: string | null;
  readonly draftBy: string | null;
  readonly scheduledAt: Date | null;
  /** When its time was over, for a page that is offline because of that. */
  readonly expiredAt: Date | null;
}

const AROUND = `
  select (select title from pages where id = p.parent_id) as parent_title,
    (select name from users where id = p.locked_by) as locked_by_name,
    (select u.name from revisions r join users u on u.id = r.created_by where r.id = p.draft_revision_id) as draft_by,
    (select due_at from scheduled_publications s where s.page_id = p.id and s.state = 'pending') as scheduled_at,
    case when p.live_revision_id is null and p.first_published_at is not null then ${EXPIRED_AT} end as expired_at
  from pages p where p.id = ?`;

export async function getAround(db: Db, pageId: number): Promise<Around> {
  const result = await db.raw<{ rows: Around[] }>(AROUND, [pageId]);
  return result.rows[0]!;
}
