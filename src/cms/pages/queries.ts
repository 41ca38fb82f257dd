import type { Db } from '../../platform/db/connect';
import { NotFound } from '../../platform/http/errors';
import type { Access } from '../access/access';

/** A page as the staff side knows it: its place, its pointers, its state. */
export interface PageRow {
  id: number;
  siteId: number;
  parentId: number | null;
  ancestorIds: number[];
  position: number;
  type: string;
  slug: string;
  path: string;
  title: string;
  showInMenus: boolean;
  liveRevisionId: number | null;
  draftRevisionId: number | null;
  /** Root-relative, as it stood in the address bar at the first publication: what feeds know the page by. One of each on a site. */
  firstPath: string | null;
  firstPublishedAt: Date | null;
  lastPublishedAt: Date | null;
  expiresAt: Date | null;
  trashedAt: Date | null;
  ancestorTrashed: boolean;
  /** The page's own; `effectiveAccess` is the strictest of it and its ancestors'. */
  access: Access;
  accessPasswordHash: string | null;
  effectiveAccess: Access;
  /** The nearest page with a rule of its own, itself or one above it; null while everybody may read it. */
  gateId: number | null;
  lockedAt: Date | null;
  lockedBy: number | null;
  /** Who added it, unless somebody gave it to another person. */
  ownerId: number | null;
  /** ISO day by which somebody should read it again. */
  reviewOn: string | null;
  version: number;
}

/** @throws NotFound */
export async function getPage(db: Db, id: number): Promise<PageRow> {
  const row = await db('pages').where('id', id).first<PageRow | undefined>();
  if (!row) throw new NotFound('There is no such page.');
  return row;
}

/** For the length of the transaction nobody else changes it. @throws NotFound */
export async function lockPage(trx: Db, id: number): Promise<PageRow> {
  const row = await trx('pages').where('id', id).forUpdate().first<PageRow | undefined>();
  if (!row) throw new NotFound('There is no such page.');
  return row;
}

/** By its place in the tree, whether public or not. */
export async function findPageByPath(db: Db, siteId: number, path: string): Promise<PageRow | undefined> {
  return db('pages').where({ siteId, path, ancestorTrashed: false }).whereNull('trashedAt').first<PageRow | undefined>();
}

/** Whether a page of the site has this first address, its own long ago perhaps, when it stood where another stands now. */
export async function isFirstPath(db: Db, siteId: number, firstPath: string): Promise<boolean> {
  return (await db('pages').where({ siteId, firstPath }).first('id')) !== undefined;
}

export interface NewPage {
  siteId: number;
  parentId: number | null;
  ancestorIds: number[];
  position: number;
  type: string;
  slug: string;
  path: string;
  title: string;
  effectiveAccess: Access;
  gateId: number | null;
  ownerId: number | null;
  /** Of the form that makes it, so that a form that arrives twice makes one page. */
  creationKey?: string;
  createdAt: Date;
}

export async function insertPage(trx: Db, page: NewPage): Promise<number> {
  const rows = await trx('pages').insert({ ...page, updatedAt: page.createdAt }).returning<{ id: number }[]>('id');
  return rows[0]!.id;
}

/** Compare and set (security rule 38): false when somebody else was quicker. */
export async function updatePage(trx: Db, page: { id: number; version: number }, now: Date, change: Partial<PageRow>): Promise<boolean> {
  const changed = await trx('pages').where({ id: page.id, version: page.version }).update({ ...change, version: page.version + 1, updatedAt: now });
  return changed === 1;
}

/** The page that a form has made already. */
export async function findPageByCreationKey(db: Db, creationKey: string): Promise<PageRow | undefined> {
  return db('pages').where({ creationKey }).first<PageRow | undefined>();
}

/** Of the pages that are not in the trash. */
export async function findChildBySlug(db: Db, parentId: number, slug: string): Promise<{ id: number; title: string } | undefined> {
  return db('pages').where({ parentId, slug, ancestorTrashed: false }).whereNull('trashedAt').first<{ id: number; title: string } | undefined>('id', 'title');
}
