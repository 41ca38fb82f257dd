import { Conflict, Unprocessable } from '../../platform/http/errors';
import type { Actor } from '../../platform/history/record';
import { checkChangeable } from '../library/check';
import { DOCUMENTS } from '../library/kinds';
import { getVersion } from '../library/queries';
import type { PutBack, Replacement } from '../library/section';
import { changeMedia, keepMedia, type MediaChange, type MediaChangeDeps } from '../media/change-media';
import { refreshSearchDocuments } from '../search/refresh';
import { checkDocument } from './check-document';
import { extensionOf } from './document-file';
import { documentKind } from './document-reference';
import { fileFactsOf, givenFile } from './given-file';
import { FILE, lockDocument, replaceFile, type DocumentRow, type FileFacts } from './queries';

/**
 * A new file for a document; the former one stays in its list of versions. With the same extension its address stays too; with another the
 * document has the new file's name, and the old address leads there.
 * @throws Unprocessable for field `file`; Conflict when somebody else was quicker: then nothing of this file is left
 */
export async function replaceDocument(deps: MediaChangeDeps, actor: Actor, { id, version, upload }: Replacement): Promise<void> {
  const given = givenFile(upload);
  const file = fileFactsOf(given, await checkDocument(given.filename, given.source, given.bytes));
  await keepMedia(deps, actor, { key: file.storageKey, content: given.content }, async (change) => {
    const document = await lockDocument(change.trx, id);
    checkChangeable(DOCUMENTS, document, version);
    if (document.sha256 === file.sha256) throw new Unprocessable([{ field: 'file', message: 'This is the file that it has already.' }]);
    await put(change, actor, document, file);
  });
}

/** A former file again, as a new version: the list of versions only grows. @throws NotFound, Conflict */
export async function restoreVersion(deps: MediaChangeDeps, actor: Actor, { id, version, number }: PutBack): Promise<void> {
  await changeMedia(deps, actor, async (change) => {
    const document = await lockDocument(change.trx, id);
    checkChangeable(DOCUMENTS, document, version);
    const former = await getVersion<FileFacts>(change.trx, DOCUMENTS, id, number, FILE);
    if (former.sha256 === document.sha256) throw new Conflict('This is the file that it has already.');
    await put(change, actor, document, former, number);
  });
}

async function put({ trx, at, tell }: MediaChange, actor: Actor, { id, title, filename: before }: DocumentRow, file: FileFacts, restored?: number): Promise<void> {
  const filename = extensionOf(before) === extensionOf(file.filename) ? before : file.filename;
  const number = await replaceFile(trx, id, { ...file, filename }, actor.userId, at);
  const detail = { title, filename, number, bytes: file.bytes, sha256: file.sha256, ...(restored === undefined ? {} : { restored }) };
  await tell({ action: 'document.replaced', objectType: 'document', objectId: String(id), siteId: null, detail });
  await refreshSearchDocuments(trx, documentKind, [String(id)]);
}
