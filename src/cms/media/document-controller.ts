import type { RequestHandler, Response } from 'express';
import type { FileStore } from '../../platform/files';
import { HttpError } from '../../platform/http/errors';
import { uploadedFiles, type Headers } from '../../platform/http/headers';
import type { MediaDeps } from './controller';
import { contentDisposition, documentUrl } from './document-file';
import { documentParams } from './forms';
import * as media from './queries';
import { sendStored } from './send-stored';

/** GET /documents/:id/:filename: the document under its present name; another name, or none, leads there. */
export function showDocument({ db, files, log }: MediaDeps): RequestHandler {
  return async (req, res, next) => {
    const params = documentParams.safeParse(req.params);
    const document = params.success ? await media.findDocument(db, params.data.id) : undefined;
    if (!document) return next();
    if (req.params.filename !== document.filename) return moveTo(res, documentUrl(document.id, document.filename));

    if (await send(res, files, document.storageKey, headersOf(document))) return;

    log.error({ documentId: document.id, key: document.storageKey }, 'A document is not in the file store');
    next();
  };
}

/** For an hour only: a name that was mistaken can be put right. */
function moveTo(res: Response, url: string): void {
  res.set('Cache-Control', 'public, max-age=3600').redirect(301, url);
}

function headersOf({ filename, mimeType, sha256 }: media.DocumentRow): Headers & { ETag: string } {
  return {
    ...uploadedFiles.document,
    'Content-Type': mimeType,
    'Content-Disposition': contentDisposition(filename),
    ETag: `"${sha256}"`,
  };
}

/** False, with nothing sent, if the file is not there. */
async function send(res: Response, files: FileStore, key: string, headers: Headers & { ETag: string }): Promise<boolean> {
  const path = files.localPath(key);
  if (path !== undefined) return sendLocal(res, path, headers);

  if (res.req.get('If-None-Match') !== headers.ETag) return sendStored(res, files, key, headers);
  res.set(headers).status(304).end();
  return true;
}

/** Express knows conditional and partial requests; our ETag stands, since it is set before its own would be. */
function sendLocal(res: Response, path: string, headers: Headers): Promise<boolean> {
  return new Promise((resolve, reject) => {
    // The data folder's name may begin with a dot, which Express would otherwise take for a hidden file.
    res.sendFile(path, { headers, dotfiles: 'allow', cacheControl: false, lastModified: false }, (error?: SendError) => {
      if (!error || res.headersSent) return resolve(true);
      if (error.code === 'ENOENT') return resolve(false);
      for (const name of Object.keys(headers)) res.removeHeader(name);
      reject(error.status && error.status < 500 ? refusal(error) : error);
    });
  });
}

interface SendError extends NodeJS.ErrnoException {
  status?: number;
  headers?: Record<string, string>;
}

/** 412 and 416: what was asked for does not fit what is there (RFC 9110, sections 13.1 and 14.4). */
function refusal({ status = 400, headers = {} }: SendError): HttpError {
  return new HttpError(status, status === 416 ? 'The document has no such part.' : 'The document has changed.', headers);
}
