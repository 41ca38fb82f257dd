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

export interface DocumentRow {
  id: number;
  filename: string;
  title: string;
  description: string | null;
  mimeType: string;
  bytes: number;
  sha256: string;
  storageKey: string;
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
const DOCUMENT = ['id', 'filename', 'title', 'description', 'mimeType', 'bytes', 'sha256', 'storageKey'];

/** The select of the reference kind `image`; its one binding is an array of ids. Data is ImageFacts and the title. */
export const IMAGE_REFERENCES = `
  select 'image' as kind, images.id::text as key,
    jsonb_build_object('id', images.id, 'hash', images.hash, 'width', images.width, 'height', images.height,
      'alt', images.alt, 'credit', images.credit, 'transparent', images.transparent, 'title', images.title,
      'avif', coalesce((select jsonb_agg(renditions.spec order by renditions.spec) from renditions
        where renditions.image_id = images.id and renditions.hash = images.hash and renditions.format = 'avif'), '[]')) as data
  from images where images.id = any(?::integer[])`;

/** The select of the reference kind `document`; its one binding is an array of ids. */
export const DOCUMENT_REFERENCES = `
  select 'document' as kind, documents.id::text as key,
    jsonb_build_object('filename', documents.filename, 'title', documents.title, 'mimeType', documents.mime_type, 'bytes', documents.bytes) as data
  from documents where documents.id = any(?::integer[])`;

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

/** Another process may have made the same file at the same time: then the row is there already, and equal. */
export async function insertRendition(db: Db, rendition: RenditionRow, createdAt: Date): Promise<void> {
  await db('renditions').insert({ ...rendition, createdAt }).onConflict(['imageId', 'hash', 'spec', 'format']).ignore();
}

export async function findDocument(db: Db, id: number): Promise<DocumentRow | undefined> {
  return db('documents').select(DOCUMENT).where('id', id).first() as Promise<DocumentRow | undefined>;
}

export async function findDocumentByFilename(db: Db, filename: string): Promise<DocumentRow | undefined> {
  return db('documents').select(DOCUMENT).where('filename', filename).first() as Promise<DocumentRow | undefined>;
}

export async function insertDocument(db: Db, document: Omit<DocumentRow, 'id'>, createdAt: Date): Promise<number> {
  const [row] = await db('documents').insert({ ...document, createdAt, updatedAt: createdAt }).returning<{ id: number }[]>('id');
  if (!row) throw new Error('The document was not inserted');
  return row.id;
}

export async function updateDocument(db: Db, id: number, document: Partial<Omit<DocumentRow, 'id'>>): Promise<void> {
  await db('documents').where('id', id).update(document);
}
