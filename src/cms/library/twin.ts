import type { Db } from '../../platform/db/connect';
import { Conflict } from '../../platform/http/errors';
import type { FileStore } from '../../platform/files';
import type { MediaChange } from '../media/change-media';
import type { Kind } from './kinds';
import { findTwin, type StoredRow } from './queries';
import type { Uploaded } from './section';

/** Its twin lies in the trash. The same again with `again` makes a new one. */
export class TwinInTrash extends Conflict {
  /** `url`: its place in the library. */
  constructor(readonly twin: { readonly title: string; readonly url: string }) {
    super(`The same file is in the trash as “${twin.title}”. Restore that one, or upload this one again to have it twice.`);
  }
}

/** The file that has this content already; undefined: a new one is to be made. @throws TwinInTrash */
export async function knownTwin(db: Db, kind: Kind, { sha256, again }: { sha256: string; again: boolean }): Promise<StoredRow | undefined> {
  const twin = await findTwin(db, kind, sha256);
  if (!twin || (twin.trashedAt !== null && again)) return undefined;
  if (twin.trashedAt !== null) throw new TwinInTrash({ title: twin.title, url: `${kind.base}/${twin.id}` });
  return twin;
}

/** Whether a row names a file that the store does not have: then it is welcome again. */
export async function isLost(files: FileStore, { storageKey }: StoredRow): Promise<boolean> {
  return await files.size(storageKey) === undefined;
}

export function duplicate({ id }: StoredRow): Uploaded {
  return { id, isDuplicate: true, note: null };
}

/** The file of a row that had lost it lies in the store again. */
export async function recovered({ tell }: MediaChange, { one }: Kind, { id, title, filename }: StoredRow): Promise<Uploaded> {
  await tell({ action: `${one}.recovered`, objectType: one, objectId: String(id), siteId: null, detail: { title, filename } });
  return { id, isDuplicate: true, note: 'It was here already; its file was missing and is back.' };
}
