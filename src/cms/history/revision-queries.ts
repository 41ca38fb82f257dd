import type { Db } from '../../platform/db/connect';
import type { Revision } from '../revisions/queries';

export interface ListedRevision {
  readonly id: number;
  readonly createdAt: Date;
  readonly note: string | null;
  readonly createdBy: number | null;
  /** Null: the program itself. */
  readonly by: string | null;
}

const LATEST = 2_147_483_647;

const REVISIONS = `
  select r.id, r.created_at, r.note, r.created_by, u.name as by
  from revisions r left join users u on u.id = r.created_by
  where r.page_id = :pageId and r.id < :before order by r.id desc limit :limit`;

/** The newest first, from the one before `before` on; null: from the last. */
export async function listRevisions(db: Db, pageId: number, { before, limit }: { before: number | null; limit: number }): Promise<ListedRevision[]> {
  const result = await db.raw<{ rows: ListedRevision[] }>(REVISIONS, { pageId, before: before ?? LATEST, limit });
  return result.rows;
}

export interface RevisionFacts {
  readonly total: number;
  /** How many are older than `before`: the first on this page of the list is the so-and-so-many-th of all. */
  readonly first: number;
  readonly since: Date | null;
  readonly scheduledRevisionId: number | null;
}

const FACTS = `
  select (select count(*)::int from revisions where page_id = :pageId) as total,
    (select count(*)::int from revisions where page_id = :pageId and id < :before) as first,
    (select created_at from revisions where page_id = :pageId order by id limit 1) as since,
    (select revision_id from scheduled_publications where page_id = :pageId and state = 'pending' limit 1) as scheduled_revision_id`;

export async function getRevisionFacts(db: Db, pageId: number, before: number | null): Promise<RevisionFacts> {
  const result = await db.raw<{ rows: RevisionFacts[] }>(FACTS, { pageId, before: before ?? LATEST });
  return result.rows[0]!;
}

export type ComparedRevision = Revision & { readonly number: number; readonly by: string | null };

const PAIR = `
  select r.*, u.name as by, (select count(*)::int from revisions o where o.page_id = r.page_id and o.id <= r.id) as number
  from revisions r left join users u on u.id = r.created_by
  where r.page_id = :pageId and r.id in (:newer::int, coalesce(:older::int, (select max(o.id) from revisions o where o.page_id = :pageId and o.id < :newer::int)))`;

/** Two revisions of a page with their numbers; `older` null: the one before `newer`. What is none of this page's is left out. */
export async function listComparedRevisions(db: Db, pageId: number, { older, newer }: { older: number | null; newer: number }): Promise<ComparedRevision[]> {
  const result = await db.raw<{ rows: ComparedRevision[] }>(PAIR, { pageId, older, newer });
  return result.rows;
}
