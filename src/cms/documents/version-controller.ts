import type { RequestHandler } from 'express';
import { actorOf } from '../../accounts/actor';
import { contentDisposition } from '../../platform/http/content-disposition';
import { NotFound, Unprocessable } from '../../platform/http/errors';
import { uploadedFiles } from '../../platform/http/headers';
import { sendFile } from '../../platform/http/send-file';
import { parseBody, parseParams } from '../../platform/http/strict-input';
import { uploadsOf } from '../../platform/http/uploads';
import { sendDone, sendRefusal } from './change-controller';
import type { DocumentDeps } from './deps';
import { documentParams, versionForm, versionParams } from './forms';
import { givenFile } from './given-file';
import { findVersion } from './queries';
import { replaceDocument, restoreVersion } from './replace-document';
import { seenBy } from './show-controller';
import { findShownDocument } from './show-queries';

/** GET /admin/documents/:id/versions/:number: a file that the document has or had, for staff who may see the document. */
export function showVersion(deps: DocumentDeps): RequestHandler {
  return async (req, res) => {
    const { id, number } = parseParams(req, versionParams);
    const document = await findShownDocument(deps.db, seenBy(req), id);
    const version = document && await findVersion(deps.db, id, number);
    if (!version) throw new NotFound('There is no such version.');
    const { storageKey: key, bytes, sha256, mimeType, filename } = version;
    const headers = { ...uploadedFiles.private, 'Content-Type': mimeType, 'Content-Disposition': contentDisposition('attachment', filename) };
    if (await sendFile(res, deps.files, { key, bytes, etag: `"${sha256}"`, headers })) return;
    deps.log.error({ documentId: id, number, key }, 'A version of a document is not in the file store');
    throw new NotFound('The file of this version is lost.');
  };
}

/** POST /admin/documents/:id/versions: another file for this document. */
export function createVersion(deps: DocumentDeps): RequestHandler {
  return async (req, res) => {
    const { id } = parseParams(req, documentParams);
    try {
      const { version } = parseBody(req, versionForm);
      const [upload] = uploadsOf(res);
      if (!upload) throw new Unprocessable([{ field: 'file', message: 'Choose a file first.' }]);
      await replaceDocument(deps, actorOf(req, res), { id, version, file: givenFile(upload) });
    } catch (error) {
      return sendRefusal(deps, req, res, id, error);
    }
    await sendDone(deps, req, res, id, 'replaced');
  };
}

/** POST /admin/documents/:id/versions/:number/restoration: a former file again. */
export function createRestoration(deps: DocumentDeps): RequestHandler {
  return async (req, res) => {
    const { id, number } = parseParams(req, versionParams);
    try {
      const { version } = parseBody(req, versionForm);
      await restoreVersion(deps, actorOf(req, res), { id, number, version });
    } catch (error) {
      return sendRefusal(deps, req, res, id, error);
    }
    await sendDone(deps, req, res, id, 'put-back');
  };
}
