import { Conflict, NotFound, Unprocessable } from '../../platform/http/errors';
import type { Actor } from '../../platform/history/record';
import { changeMedia, keepMedia, type MediaChange, type MediaChangeDeps } from '../media/change-media';
import { refreshSearchDocuments } from '../search/refresh';
import { checkDocument } from './check-document';
import { extensionOf } from './document-file';
import { documentKind } from './document-reference';
import { fileFactsOf, type GivenFile } from './given-file';
import { lockForChange } from './lock-document';
import * as documents from './queries';

/**
 * A new file for a document; the former one stays in its list of versions. With the same extension its address stays too; with another the
 * document has the new file's name, and the old address leads there. Gives the version's number.
 * @throws Unprocessable for field `file`; Conflict when somebody else was quicker: then nothing of this file is left
 */
export async function replaceDocument(deps: MediaChangeDeps, actor: Actor, { id, version, file: given }: { id: number; version: number; file: GivenFile }): Promise<number> {
  const type = await checkDocument(given.filename, given.source, given.bytes);
  const file = fileFactsOf(given, type);
  return keepMedia(deps, actor, { key: file.storageKey, content: given.content }, async (change) => {
    const document = await lockForChange(change.trx, id, version);
    if (document.sha256 === file.sha256) throw new Unprocessable([{ field: 'file', message: 'This is the file that the document has already.' }]);
    return put(change, actor, document, file);
  });
}

/** A former file again, as a new version: the list of versions only grows. @throws NotFound, Conflict */
export async function restoreVersion(deps: MediaChangeDeps, actor: Actor, { id, version, number }: { id: number; version: number; number: number }): Promise<number> {
  return changeMedia(deps, actor, async (change) => {
    const document = await lockForChange(change.trx, id, version);
    const former = await documents.findVersion(change.trx, id, number);
    if (!former) throw new NotFound('The document has no such version.');
    if (former.sha256 === document.sha256) throw new Conflict('This is the file that the document has now.');
    return put(change, actor, document, former, number);
  });
}

async function put({ trx, at, tell }: MediaChange, actor: Actor, { id, title, filename: before }: documents.DocumentRow, file: documents.FileFacts, restored?: number): Promise<number> {
  const filename = extensionOf(before) === extensionOf(file.filename) ? before : file.filename;
  const number = await documents.replaceFile(trx, id, { ...file, filename }, actor.userId, at);
  const detail = { title, filename, number, bytes: file.bytes, sha256: file.sha256, ...(restored === undefined ? {} : { restored }) };
  await tell({ action: 'document.replaced', objectType: 'document', objectId: String(id), siteId: null, detail });
  await refreshSearchDocuments(trx, documentKind, [String(id)]);
  return number;
}
