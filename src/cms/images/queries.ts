import { randomUUID } from 'node:crypto';
import type { Db } from '../../platform/db/connect';
import { NotFound } from '../../platform/http/errors';
import { IMAGES } from '../library/kinds';
import { listVersionKeys } from '../library/queries';
import type { ImageRow } from '../media/queries';

export type AltDecision = 'described' | 'decorative' | 'each-time';

/** An image with everything that the library knows of it. Users by id. */
export interface LibraryImage extends ImageRow {
  filename: string;
  altDecision: AltDecision | null;
  licence: string | null;
  collectionId: number | null;
  tags: string[];
  version: number;
  createdAt: Date;
  createdBy: number | null;
  updatedAt: Date;
  updatedBy: number | null;
  trashedAt: Date | null;
  trashedBy: number | null;
}

/** What an image's row and the row of a version both say of a file. */
export type StoredFile = Pick<LibraryImage, 'filename' | 'mimeType' | 'bytes' | 'width' | 'height' | 'transparent' | 'sha256' | 'storageKey'>;

/** Of a version, too. */
export const FILE = ['filename', 'mimeType', 'bytes', 'width', 'height', 'transparent', 'sha256', 'storageKey'] as const;
const IMAGE = [
  'id', 'name', 'title', 'alt', 'altDecision', 'credit', 'licence', 'collectionId', 'tags', 'focalX', 'focalY', 'hash', 'version',
  'createdAt', 'createdBy', 'updatedAt', 'updatedBy', 'trashedAt', 'trashedBy', ...FILE,
] as const;

/** @throws NotFound */
export async function getImage(db: Db, id: number): Promise<LibraryImage> {
  return found(await db('images').select(IMAGE).where('id', id).first<LibraryImage | undefined>());
}

/** The same, and nobody else changes it until the transaction ends. @throws NotFound */
export async function lockImage(trx: Db, id: number): Promise<LibraryImage> {
  return found(await trx('images').select(IMAGE).where('id', id).forUpdate().first<LibraryImage | undefined>());
}

function found(image: LibraryImage | undefined): LibraryImage {
  if (!image) throw new NotFound('There is no such image.');
  return image;
}

export type NewImageRow = StoredFile & Pick<LibraryImage, 'title' | 'collectionId' | 'createdBy'>;

/** Its name, by which seeds know images, is that of the file, with something behind it where another image has it. Gives the id. */
export async function insertImage(trx: Db, image: NewImageRow, at: Date): Promise<number> {
  for (let name = image.filename; ; name = `${image.filename}-${randomUUID()}`) {
    const [row] = await trx('images').insert({ ...image, name, createdAt: at, updatedAt: at, updatedBy: image.createdBy })
      .onConflict('name').ignore().returning<{ id: number }[]>('id');
    if (row) return row.id;
  }
}

export type ImageChange = Partial<Omit<LibraryImage, 'id' | 'name' | 'hash' | 'version' | 'createdAt' | 'createdBy' | 'updatedAt' | 'updatedBy'>>;

/** Every row that names a file which is lost names this one, of the same picture. */
export async function updateLostFile(trx: Db, lost: string, { filename: _theirOwn, ...file }: StoredFile): Promise<number[]> {
  await trx('fileVersions').where('storageKey', lost).update(file);
  const rows = await trx('images').where('storageKey', lost).update(file).returning<{ id: number }[]>('id');
  return rows.map(({ id }) => id);
}

/** Of an image that is locked. Its version grows. */
export async function updateImage(trx: Db, id: number, change: ImageChange, { at, by }: { at: Date; by: number | null }): Promise<void> {
  await trx('images').where('id', id).increment('version', 1).update({ ...change, updatedAt: at, updatedBy: by });
}

/** Its versions and renditions go with it, and lists of pages in the trash forget it. */
export async function deleteImage(trx: Db, id: number): Promise<void> {
  await trx('listings').where('imageId', id).update({ imageId: null, imageAlt: null });
  await trx('images').where('id', id).del();
}

/** The files of all its versions and renditions. (`pluck` takes the column's own name.) */
export async function listStorageKeys(db: Db, imageId: number): Promise<string[]> {
  const versions = await listVersionKeys(db, IMAGES, imageId);
  const renditions = await db('renditions').where({ imageId }).pluck<string[]>('storage_key');
  return [...new Set([...versions, ...renditions])];
}

/** Renditions that show another content or another cut than the image has now. Gives their files. */
export async function deleteOldRenditions(trx: Db, imageId: number): Promise<string[]> {
  const rows = await trx('renditions').where({ imageId }).whereRaw('hash <> (select hash from images where id = ?)', [imageId])
    .del().returning<{ storageKey: string }[]>('storageKey');
  return rows.map(({ storageKey }) => storageKey);
}
