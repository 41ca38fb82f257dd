import type { Actor } from '../../platform/history/record';
import { checkCollection } from '../library/check';
import { titleFromFilename } from '../library/file-title';
import { DOCUMENTS } from '../library/kinds';
import type { NewFile, Uploaded } from '../library/section';
import { duplicate, isLost, knownTwin, recovered } from '../library/twin';
import { keepMedia, type MediaChange, type MediaChangeDeps } from '../media/change-media';
import { refreshSearchDocuments } from '../search/refresh';
import { checkDocument } from './check-document';
import { documentKind } from './document-reference';
import { fileFactsOf, givenFile, type GivenFile } from './given-file';
import { insertDocument, readAgain, type FileFacts } from './queries';

type NewDocument = GivenFile & Omit<NewFile, 'upload'>;

/** A file that came in a form: see `uploadDocument`. */
export function takeUpload(deps: MediaChangeDeps, actor: Actor, { upload, ...options }: NewFile): Promise<Uploaded> {
  return uploadDocument(deps, actor, { ...givenFile(upload), ...options });
}

/**
 * A new document, with its title from its name. A file that is there already is not kept twice; if the store has
 * lost it, it is there again.
 * @throws Unprocessable for field `file` or `collection`; TwinInTrash
 */
export async function uploadDocument(deps: MediaChangeDeps, actor: Actor, given: NewDocument): Promise<Uploaded> {
  const type = await checkDocument(given.filename, given.source, given.bytes);
  const known = await knownTwin(deps.db, DOCUMENTS, given);
  if (known && !await isLost(deps.files, known)) return duplicate(known);

  const facts = fileFactsOf(given, type);
  const file = { ...facts, storageKey: known?.storageKey ?? facts.storageKey }; // where its row looks for it
  return keepMedia(deps, actor, { key: file.storageKey, content: given.content }, async (change) => {
    const twin = await knownTwin(change.trx, DOCUMENTS, given); // who writes the same file at the same time is waited for, and found now
    if (!twin) return { id: await insert(change, actor, given, file), isDuplicate: false, note: null };
    change.unseen();
    if (known?.id !== twin.id) return duplicate(twin);
    await readAgain(change.trx, twin.id);
    return recovered(change, DOCUMENTS, twin);
  });
}

async function insert({ trx, at, tell }: MediaChange, actor: Actor, { collectionId }: NewDocument, file: FileFacts): Promise<number> {
  await checkCollection(trx, collectionId);
  const { filename, bytes, sha256 } = file;
  const title = titleFromFilename(filename);
  const id = await insertDocument(trx, { ...file, title, description: null, collectionId }, actor.userId, at);
  await tell({ action: 'document.uploaded', objectType: 'document', objectId: String(id), siteId: null, detail: { title, filename, bytes, sha256 } });
  await refreshSearchDocuments(trx, documentKind, [String(id)]);
  return id;
}
