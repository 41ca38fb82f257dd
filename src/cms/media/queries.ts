import type { Db } from '../../platform/db/connect';
import type { Format } from './renditions';

export interface ImageRow {
  id: number;
  /** What seeds and staff know it by; unique. */
  name: string;
  title: string;
  alt: string | null;
  credit: string | null;
  mimeType: string;
  width: number;
  height: number;
  bytes: number;
  /** Of the file as it was given to us, in hex. */
  sha256: string;
  storageKey: string;
  focalX: number;
  focalY: number;
  transparent: boolean;
  /** Made by the database of content and focal point. */
  hash: string;
}

export interface RenditionRow {
  imageId: number;
  hash: string;
  spec: string;
  format: Format;
  width: number;
  height: number;
  bytes: number;
  storageKey: string;
}

const IMAGE = ['id', 'name', 'title', 'alt', 'credit', 'mimeType', 'width', 'height', 'bytes', 'sha256', 'storageKey', 'focalX', 'focalY', 'transparent', 'hash'];

/**
 * The select of the reference kind `image`: those that the readers of a page may see. Data is ImageFacts and the title. Its bindings: an array
 * of ids, the moment, the page's gate, and the page itself if it is looked at before its readers see it.
 */
export const IMAGE_REFERENCES = `
  select 'image' as kind, i.id::text as key, image_facts(i) as data
  from images i where i.id = any(?::integer[]) and i.trashed_at is null and may_have_files(i.collection_id, ?, ?::integer, ?::integer)`;

export async function findImage(db: Db, id: number): Promise<ImageRow | undefined> {
  return db('images').select(IMAGE).where('id', id).first() as Promise<ImageRow | undefined>;
}

export async function findImageByName(db: Db, name: string): Promise<ImageRow | undefined> {
  return db('images').select(IMAGE).where('name', name).first() as Promise<ImageRow | undefined>;
}

export async function listImages(db: Db, ids: readonly number[]): Promise<ImageRow[]> {
  return db('images').select(IMAGE).whereIn('id', [...ids]).orderBy('id') as Promise<ImageRow[]>;
}

/** The images that a page's live content names. */
export async function listImageIdsOfPage(db: Db, pageId: number): Promise<number[]> {
  const keys = await db('page_references').where({ pageId, kind: 'image' }).distinct().pluck('key') as string[];
  return keys.map(Number);
}

export async function insertImage(db: Db, image: Omit<ImageRow, 'id' | 'hash'>, createdAt: Date): Promise<number> {
  const [row] = await db('images').insert({ filename: image.name, ...image, createdAt, updatedAt: createdAt }).returning<{ id: number }[]>('id');
  if (!row) throw new Error('The image was not inserted');
  return row.id;
}

export async function updateImage(db: Db, id: number, image: Partial<Omit<ImageRow, 'id' | 'hash'>>): Promise<void> {
  await db('images').where('id', id).update(image);
}

export async function listRenditions(db: Db, imageId: number, hash: string): Promise<RenditionRow[]> {
  return db('renditions').where({ imageId, hash })
    .select('imageId', 'hash', 'spec', 'format', 'width', 'height', 'bytes', 'storageKey').orderBy(['spec', 'format']) as Promise<RenditionRow[]>;
}

/**
 * False when the image has another file or another focal point by now, or is gone; whoever changes that waits until this transaction
 * ends, and finds the row. Another process may have made the same file at the same time: then the row is there already, and equal.
 */
export async function insertRendition(trx: Db, rendition: RenditionRow, createdAt: Date): Promise<boolean> {
  const { imageId, hash, storageKey, bytes } = rendition;
  const present = await trx('images').where({ id: imageId, hash }).forShare().first<{ id: number } | undefined>('id');
  if (!present) return false;
  await trx('renditions').insert({ ...rendition, createdAt }).onConflict(['imageId', 'hash', 'spec', 'format']).ignore();
  // of what was lost and is made again, or belongs to another image of the same content, another version of the encoder makes another size
  await trx('renditions').where('storageKey', storageKey).whereNot({ bytes }).update({ bytes });
  return true;
}
