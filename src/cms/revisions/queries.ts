import type { Db } from '../../platform/db/connect';
import { NotFound } from '../../platform/http/errors';
import type { CommonFields } from '../pages/page';

/** One save of a page, for good. */
export interface Revision {
  id: number;
  pageId: number;
  title: string;
  slug: string;
  common: CommonFields;
  content: unknown;
  /** Of the page type's content, when it was saved. */
  contentVersion: number;
  note: string | null;
  createdBy: number | null;
  createdAt: Date;
}

export type NewRevision = Omit<Revision, 'id'>;

export async function insertRevision(trx: Db, revision: NewRevision): Promise<number> {
  const rows = await trx('revisions')
    .insert({ ...revision, common: JSON.stringify(revision.common), content: JSON.stringify(revision.content) })
    .returning<{ id: number }[]>('id');
  return rows[0]!.id;
}

/** @throws NotFound unless the revision is one of that page */
export async function getRevision(db: Db, pageId: number, revisionId: number): Promise<Revision> {
  const row = await db('revisions').select<Revision[]>('*').where({ pageId, id: revisionId }).first<Revision | undefined>();
  if (!row) throw new NotFound('There is no such revision of this page.');
  return row;
}

const COPY = `
  insert into revisions (page_id, title, slug, common, content, content_version, note, created_by, created_at)
  select page_id, title, :slug, common, content, content_version, :note, :createdBy, :createdAt from revisions where id = :id
  returning id`;

/** The same content under another slug, as a revision of its own: what was saved is never changed. Gives its id. */
export async function copyRevision(trx: Db, id: number, copy: Pick<Revision, 'slug' | 'note' | 'createdBy' | 'createdAt'>): Promise<number> {
  const result = await trx.raw<{ rows: { id: number }[] }>(COPY, { id, ...copy });
  return result.rows[0]!.id;
}

/** Whether there is such a revision of that page. */
export async function isRevisionOf(db: Db, pageId: number, revisionId: number): Promise<boolean> {
  return (await db('revisions').where({ pageId, id: revisionId }).first('id')) !== undefined;
}

/** Null: the program, or somebody whose account is gone. */
export async function findAuthorName(db: Db, revisionId: number): Promise<string | null> {
  const row = await db('revisions as r').join('users as u', 'u.id', 'r.createdBy').where('r.id', revisionId).first<{ name: string } | undefined>('u.name');
  return row?.name ?? null;
}

const SAVED_AS = `
  select revision_after from history
  where object_type = 'page' and object_id = :pageId::text and action = 'page.saved' and actor_id = :userId
    and detail->>'sent' = :sent and (detail->>'base')::int is not distinct from :base::int
  order by id desc limit 1`;

/** The revision that came of just this save of the same person: `sent` is the fingerprint of its text, `base` the revision it started from. */
export async function findSavedAs(db: Db, pageId: number, { userId, base, sent }: { userId: number; base: number | null; sent: string }): Promise<number | undefined> {
  const result = await db.raw<{ rows: { revisionAfter: number }[] }>(SAVED_AS, { pageId, userId, base, sent });
  return result.rows[0]?.revisionAfter;
}
