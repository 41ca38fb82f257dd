import type { RequestHandler } from 'express';
import { contentDisposition } from '../../platform/http/content-disposition';
import { NotFound } from '../../platform/http/errors';
import { uploadedFiles } from '../../platform/http/headers';
import { sendFile } from '../../platform/http/send-file';
import { parseParams } from '../../platform/http/strict-input';
import type { LibraryDeps } from '../library/deps';
import { versionParams } from '../library/forms';
import { DOCUMENTS } from '../library/kinds';
import { getVersion } from '../library/queries';
import { seenBy } from '../library/seen';
import { getShownDocument } from './list-queries';
import { FILE, type FileFacts } from './queries';

/** GET /admin/documents/:id/versions/:number: a file that the document has or had, for staff who may see the document. */
export function showVersion(deps: LibraryDeps): RequestHandler {
  return async (req, res) => {
    const { id, number } = parseParams(req, versionParams);
    await getShownDocument(deps.db, seenBy(req), id);
    const { storageKey: key, bytes, sha256, mimeType, filename } = await getVersion<FileFacts>(deps.db, DOCUMENTS, id, number, FILE);
    const headers = { ...uploadedFiles.private, 'Content-Type': mimeType, 'Content-Disposition': contentDisposition('attachment', filename) };
    if (await sendFile(res, deps.files, { key, bytes, etag: `"${sha256}"`, headers })) return;
    deps.log.error({ documentId: id, number, key }, 'A version of a document is not in the file store');
    throw new NotFound('The file of this version is lost.');
  };
}
