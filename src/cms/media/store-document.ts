import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import type { Db } from '../../platform/db/connect';
import type { FileStore } from '../../platform/files';
import { Unprocessable } from '../../platform/http/errors';
import { cleanFilename, documentType, looksLike, type DocumentType } from './document-file';
import { refreshSearchDocuments } from '../search/refresh';
import { documentKind } from './document-reference';
import * as media from './queries';

export interface NewDocument {
  /** Unique; the same name again replaces the content and keeps id and address. */
  filename: string;
  title: string;
  description: string | null;
  bytes: Buffer;
}

const MOST_BYTES = 50e6;

/** Keep a document and give its id. Throws Unprocessable for types that we do not take, and for content that is not what its name says. */
export async function storeDocument(deps: { files: FileStore; now: () => Date }, trx: Db, { bytes, title, description, ...given }: NewDocument): Promise<number> {
  const filename = cleanFilename(given.filename);
  const { mimeType } = checkedType(filename, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const storageKey = `documents/${sha256}${extname(filename).toLowerCase()}`;
  await deps.files.put(storageKey, bytes);

  const row = { filename, title, description, mimeType, sha256, storageKey, bytes: bytes.length };
  const known = await media.findDocumentByFilename(trx, filename);
  const id = known?.id ?? await media.insertDocument(trx, row, deps.now());
  if (known) await media.updateDocument(trx, id, row);
  await refreshSearchDocuments(trx, documentKind, [String(id)]);
  return id;
}

function checkedType(filename: string, bytes: Buffer): DocumentType {
  const type = documentType(filename);
  if (!type) throw refused('Files of this type are not taken.');
  if (bytes.length > MOST_BYTES) throw refused('The document is larger than 50 MB.');
  if (!looksLike(type, bytes)) throw refused(type.content === 'text' ? 'The text is not in UTF-8.' : `This is not a ${type.name} file.`);
  return type;
}

function refused(message: string): Unprocessable {
  return new Unprocessable([{ field: 'file', message }]);
}
