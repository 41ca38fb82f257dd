import type { Db } from '../../platform/db/connect';
import type { Access } from '../access/access';
import type { Seen } from '../library/seen';
import { SEEN_COLLECTION } from '../library/seen-queries';

/** A collection with the page whose readers may have its files (null: everybody), and how much is in it. */
export interface CollectionRow {
  id: number;
  name: string;
  version: number;
  page: PageOfFiles | null;
  /** Outside the trash. */
  images: number;
  documents: number;
  /** In the trash: they belong to it all the same. */
  trashed: number;
}

/** As a person of the staff hears of it. */
export interface PageOfFiles {
  readonly id: number;
  readonly siteId: number;
  readonly title: string;
  readonly path: string;
  readonly ancestorIds: readonly number[];
  readonly ownerId: number | null;
  readonly live: boolean;
  readonly trashed: boolean;
  /** The strictest rule of the page and those above it. */
  readonly access: Access;
}

const COLLECTIONS = `
  select c.id, c.name, c.version, coalesce(i.there, 0) as images, coalesce(d.there, 0) as documents, coalesce(i.trashed, 0) + coalesce(d.trashed, 0) as trashed,
    case when p.id is not null then jsonb_build_object('id', p.id, 'siteId', p.site_id, 'title', p.title, 'path', p.path, 'ancestorIds', p.ancestor_ids,
      'ownerId', p.owner_id, 'live', is_live(p, :now), 'trashed', p.trashed_at is not null or p.ancestor_trashed, 'access', p.effective_access) end as page
  from collections c left join pages p on p.id = c.page_id
  left join (FILES_OF images) i on i.collection_id = c.id left join (FILES_OF documents) d on d.collection_id = c.id
  where (:all or ${SEEN_COLLECTION}) and (:id::int is null or c.id = :id)
  order by lower(c.name), c.id`.replace(/FILES_OF (\w+)/g, `select collection_id, count(*) filter (where trashed_at is null)::int as there,
    count(*) filter (where trashed_at is not null)::int as trashed from $1 where collection_id is not null group by collection_id`);

async function list(db: Db, seen: Seen, now: Date, id: number | null): Promise<CollectionRow[]> {
  const result = await db.raw<{ rows: CollectionRow[] }>(COLLECTIONS, { now, id, all: seen === 'all', seen: seen === 'all' ? [] : [...seen] });
  return result.rows;
}

/** By name. One query. */
export function listCollections(db: Db, seen: Seen, now: Date): Promise<CollectionRow[]> {
  return list(db, seen, now, null);
}

export async function findCollection(db: Db, id: number, seen: Seen, now: Date): Promise<CollectionRow | undefined> {
  return (await list(db, seen, now, id))[0];
}

export interface StoredCollection {
  id: number;
  name: string;
  version: number;
  pageId: number | null;
}

/** Until the transaction ends nobody changes it, or puts a file into it. */
export async function lockCollection(trx: Db, id: number): Promise<StoredCollection | undefined> {
  return trx('collections').where('id', id).forUpdate().first<StoredCollection | undefined>('id', 'name', 'version', 'pageId');
}

/** Whether it is there; until the transaction ends nobody deletes it. */
export async function holdCollection(trx: Db, id: number): Promise<boolean> {
  return await trx('collections').where('id', id).forKeyShare().first('id') !== undefined;
}

/** Undefined: another one has this name, in whatever case. */
export async function insertCollection(trx: Db, name: string, createdAt: Date): Promise<number | undefined> {
  if (await isNameTaken(trx, name, 0)) return undefined;
  const rows = await trx('collections').insert({ name, createdAt }).onConflict('name').ignore().returning<{ id: number }[]>('id');
  return rows[0]?.id;
}

export async function isNameTaken(db: Db, name: string, exceptId: number): Promise<boolean> {
  return await db('collections').whereRaw('lower(name) = lower(?)', name).whereNot('id', exceptId).first('id') !== undefined;
}

export async function updateCollection(trx: Db, id: number, change: { name: string; pageId: number | null }): Promise<void> {
  await trx('collections').where('id', id).update({ ...change, version: trx.raw('version + 1') });
}

/** Also those in the trash. */
export async function countFiles(db: Db, id: number): Promise<{ images: number; documents: number; trashed: number }> {
  const [images, documents] = [await countOf(db, 'images', id), await countOf(db, 'documents', id)];
  return { images: images.there, documents: documents.there, trashed: images.trashed + documents.trashed };
}

async function countOf(db: Db, table: 'images' | 'documents', id: number): Promise<{ there: number; trashed: number }> {
  const row = await db(table).where('collectionId', id)
    .first<{ there: number; trashed: number } | undefined>(db.raw('count(*) filter (where trashed_at is null)::int as there, count(*) filter (where trashed_at is not null)::int as trashed'));
  return row!;
}

export async function deleteCollection(trx: Db, id: number): Promise<void> {
  await trx('collections').where('id', id).del();
}
