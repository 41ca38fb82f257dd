import type { Db } from '../../platform/db/connect';
import { Conflict } from '../../platform/http/errors';
import type { Kind } from './kinds';
import { findTwin } from './queries';
import type { Uploaded } from './section';

/** 409: its twin lies in the trash. The same again with `again` makes a new one. */
export class TwinInTrash extends Conflict {
  /** `url`: its place in the library. */
  constructor(readonly twin: { readonly title: string; readonly url: string }) {
    super(`The same file is in the trash as “${twin.title}”. Restore it there, or upload this one again to have it twice.`);
  }
}

/** The file that has this content already; undefined: a new one is to be made. @throws TwinInTrash */
export async function knownTwin(db: Db, kind: Kind, { sha256, again }: { sha256: string; again: boolean }): Promise<Uploaded | undefined> {
  const twin = await findTwin(db, kind, sha256);
  if (!twin || (twin.trashedAt !== null && again)) return undefined;
  if (twin.trashedAt !== null) throw new TwinInTrash({ title: twin.title, url: `${kind.base}/${twin.id}` });
  return { id: twin.id, isDuplicate: true, note: null };
}
