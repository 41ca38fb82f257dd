import type { Db } from '../../platform/db/connect';
import type { ImageRow } from './queries';

type File = Pick<ImageRow, 'id' | 'hash' | 'width' | 'height' | 'bytes' | 'focalX' | 'focalY' | 'transparent' | 'mimeType' | 'storageKey'>;

/** An image as far as sending its files needs it. */
export interface ServedImage extends File {
  /** What it was called by whoever uploaded it. */
  filename: string;
  collectionId: number | null;
  /** Its collection belongs to the readers of a page: who may have it is asked each time. */
  private: boolean;
  trashedAt: Date | null;
}

export async function findServedImage(db: Db, id: number): Promise<ServedImage | undefined> {
  return db('images as i').leftJoin('collections as c', 'c.id', 'i.collectionId').where('i.id', id).first(
    'i.id', 'i.hash', 'i.width', 'i.height', 'i.bytes', 'i.focalX', 'i.focalY', 'i.transparent', 'i.mimeType', 'i.storageKey',
    'i.filename', 'i.collectionId', 'i.trashedAt', db.raw('c.page_id is not null as private'),
  ) as Promise<ServedImage | undefined>;
}
