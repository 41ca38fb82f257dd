import { readFile } from 'node:fs/promises';
import type { Actor } from '../../platform/history/record';
import { Conflict, Unprocessable } from '../../platform/http/errors';
import type { Upload } from '../../platform/http/uploads';
import { keepMedia, type MediaChange, type MediaChangeDeps } from '../media/change-media';
import { originalKey, readOriginal, type Original } from '../media/original';
import { oneUploadAtATime } from '../media/two-at-a-time';
import { titleFromFilename } from './file-title';
import { findTwin, getImage, insertImage, insertVersion, isCollection, type LibraryImage, type StoredFile } from './queries';

export interface NewUpload {
  readonly upload: Upload;
  readonly collectionId: number | null;
  /** Also when the same file lies in the trash. */
  readonly again: boolean;
}

export interface Uploaded {
  readonly image: LibraryImage;
  /** It was there already: nothing new was made. */
  readonly isDuplicate: boolean;
  /** What was left behind of the file, where somebody may miss it. */
  readonly note: string | null;
}

/** 409: its twin lies in the trash. The same again with `again` makes a new one. */
export class TwinInTrash extends Conflict {}

/**
 * Put a picture into the library: read, drawn anew (`readOriginal`), kept with its row, history and the job that makes its renditions. A file
 * that is there already is not kept twice.
 * @throws Unprocessable for what is no picture, or no collection; TwinInTrash
 */
export async function uploadImage(deps: MediaChangeDeps, actor: Actor, { upload, collectionId, again }: NewUpload): Promise<Uploaded> {
  if (collectionId !== null && !await isCollection(deps.db, collectionId)) throw new Unprocessable([{ field: 'collection', message: 'There is no such collection.' }]);
  const twin = await findTwin(deps.db, upload.sha256);
  const known = twin && duplicateOf(twin, again);
  if (known) return known;

  const original = await readUpload(upload);
  const file = storedFile(upload, original);
  return keepMedia(deps, actor, { key: file.storageKey, content: () => original.content }, async (change) => {
    change.unseen();
    const meanwhile = await findTwin(change.trx, upload.sha256); // whoever keeps the same file waits here for the other
    return (meanwhile && duplicateOf(meanwhile, again)) ?? insert(change, actor, file, { collectionId, note: original.note });
  });
}

/** The file of an upload as a picture that we keep. Read when its turn has come: what waits lies on the disk, not in memory. */
export function readUpload({ path }: Upload): Promise<Original> {
  return oneUploadAtATime(async () => readOriginal(await readFile(path)));
}

/** What is noted of it, with the key that it is kept under: that of what was sent. */
export function storedFile({ filename, sha256 }: Upload, { content, mimeType, width, height, transparent, extension }: Original): StoredFile {
  return { filename, mimeType, bytes: content.length, width, height, transparent, sha256, storageKey: originalKey(sha256, extension) };
}

function duplicateOf(twin: LibraryImage, again: boolean): Uploaded | undefined {
  if (twin.trashedAt === null) return { image: twin, isDuplicate: true, note: null };
  if (again) return undefined;
  throw new TwinInTrash(`This file is in the trash, as “${twin.title}”. Restore it there, or upload it again to have it twice.`);
}

async function insert({ trx, at, tell }: MediaChange, { userId }: Actor, file: StoredFile, { collectionId, note }: { collectionId: number | null; note: string | null }): Promise<Uploaded> {
  const title = titleFromFilename(file.filename);
  const id = await insertImage(trx, { ...file, title, collectionId, createdBy: userId }, at);
  await insertVersion(trx, id, file, { at, by: userId });
  await tell({ action: 'image.uploaded', objectType: 'image', objectId: String(id), siteId: null, detail: { title, filename: file.filename, sha256: file.sha256 } });
  return { image: await getImage(trx, id), isDuplicate: false, note };
}
