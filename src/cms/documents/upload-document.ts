import { Unprocessable } from '../../platform/http/errors';
import type { Actor } from '../../platform/history/record';
import { keepMedia, type MediaChange, type MediaChangeDeps } from '../media/change-media';
import { refreshSearchDocuments } from '../search/refresh';
import { checkDocument } from './check-document';
import { titleFrom } from './document-file';
import { documentKind } from './document-reference';
import { fileFactsOf, type GivenFile } from './given-file';
import * as documents from './queries';

export interface NewDocument extends GivenFile {
  readonly collectionId: number | null;
  /** Also when the same content is in the trash. */
  readonly again: boolean;
}

export interface Uploaded {
  readonly id: number;
  /** The content was in the library already: this is the document that has it, and nothing new was made. */
  readonly isTwin: boolean;
}

/** The content is that of a document in the trash: somebody has to say whether they mean that one. */
export class TwinInTrash extends Unprocessable {
  constructor(readonly twin: { readonly id: number; readonly title: string }) {
    super([{ field: 'file', message: `The same file is in the trash as “${twin.title}”. Restore it there, or upload this one all the same.` }]);
  }
}

/** A new document, with its title from its name. Twins are found by content. @throws Unprocessable for field `file` or `collection` */
export async function uploadDocument(deps: MediaChangeDeps, actor: Actor, given: NewDocument): Promise<Uploaded> {
  const type = await checkDocument(given.filename, given.source, given.bytes);
  const known = await findTwin(deps.db, given);
  if (known) return known;

  const file = fileFactsOf(given, type);
  return keepMedia(deps, actor, { key: file.storageKey, content: given.content }, async (change) => {
    const twin = await findTwin(change.trx, given); // who writes the same file at the same time is waited for, and found now
    if (twin) {
      change.unseen();
      return twin;
    }
    return { id: await insert(change, actor, given, file), isTwin: false };
  });
}

async function findTwin(db: MediaChangeDeps['db'], { sha256, again }: NewDocument): Promise<Uploaded | undefined> {
  const twin = await documents.findTwin(db, sha256);
  if (!twin) return undefined;
  if (twin.trashedAt === null) return { id: twin.id, isTwin: true };
  if (!again) throw new TwinInTrash(twin);
  return undefined;
}

async function insert({ trx, at, tell }: MediaChange, actor: Actor, { collectionId }: NewDocument, file: documents.FileFacts): Promise<number> {
  if (collectionId !== null && !await documents.collectionExists(trx, collectionId)) throw new Unprocessable([{ field: 'collection', message: 'This collection is not there any more.' }]);
  const { filename, bytes, sha256 } = file;
  const title = titleFrom(filename);
  const id = await documents.insertDocument(trx, { ...file, title, description: null, collectionId }, actor.userId, at);
  await tell({ action: 'document.uploaded', objectType: 'document', objectId: String(id), siteId: null, detail: { title, filename, bytes, sha256 } });
  await refreshSearchDocuments(trx, documentKind, [String(id)]);
  return id;
}
