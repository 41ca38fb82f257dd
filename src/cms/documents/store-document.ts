import { addJob } from '../../platform/jobs/queue';
import { keepFile, type FileDeps } from '../media/keep-file';
import { refreshSearchDocuments } from '../search/refresh';
import { checkDocument } from './check-document';
import { documentKind } from './document-reference';
import { fileFactsOf, givenBytes } from './given-file';
import * as documents from './queries';
import { READ_DOCUMENT, readDocumentKey } from './read-document-job';

export interface SeedDocument {
  /** The same name again replaces what is there and keeps id and address. */
  filename: string;
  title: string;
  description: string | null;
  bytes: Buffer;
}

/** For seeds: keep a document and give its id; what is stored is what an upload would have stored. @throws Unprocessable */
export async function storeDocument(deps: FileDeps, { filename, title, description, bytes }: SeedDocument): Promise<number> {
  const given = givenBytes(filename, bytes);
  const file = fileFactsOf(given, await checkDocument(given.filename, given.source, given.bytes));
  const at = deps.now();
  const there = await documents.findDocumentByFilename(deps.db, file.filename);
  if (there && isSame(there, { ...file, title, description }) && await deps.files.size(file.storageKey) === file.bytes) return there.id;

  return keepFile(deps, file.storageKey, given.content, async (trx) => {
    const known = await documents.findDocumentByFilename(trx, file.filename);
    const id = known?.id ?? await documents.insertDocument(trx, { ...file, title, description, collectionId: null }, null, at);
    if (known) await documents.updateDocument(trx, id, { title, description }, null, at);
    if (known && known.sha256 !== file.sha256) await documents.replaceFile(trx, id, file, null, at);
    await refreshSearchDocuments(trx, documentKind, [String(id)]);
    if (known?.sha256 !== file.sha256) await addJob(trx, READ_DOCUMENT, { documentId: id }, { key: readDocumentKey(id) });
    return id;
  });
}

function isSame(there: documents.DocumentRow, given: Pick<documents.DocumentRow, 'sha256' | 'title' | 'description'>): boolean {
  return there.sha256 === given.sha256 && there.title === given.title && there.description === given.description;
}
