import type { Request, RequestHandler, Response } from 'express';
import type { FileStore } from '../../platform/files';
import { Gone } from '../../platform/http/errors';
import { uploadedFiles, type Headers } from '../../platform/http/headers';
import { sendFile } from '../../platform/http/send-file';
import type { Log } from '../../platform/log';
import { askToPass, type GateDeps } from '../access/gate';
import { mayReadFile } from '../media/who-may-read';
import { contentDisposition, documentUrl } from './document-file';
import { fileParams } from './forms';
import * as documents from './queries';

export type DocumentFileDeps = GateDeps & { readonly files: FileStore; readonly log: Log };

const GONE = 'The document that was here was taken off the site.';

/**
 * GET /documents/:id/:filename: the document under its present name; another name, or none, leads there. Whether this reader may have it
 * is asked first of all: whoever may not learns neither its name nor whether it has changed (security rule 23).
 */
export function showDocument(deps: DocumentFileDeps): RequestHandler {
  return async (req, res, next) => {
    const params = fileParams.safeParse(req.params);
    if (!params.success) return next();
    // what is not there and what this reader may not have get one answer: that of the next router, which knows old addresses; nobody keeps it
    const nothing = (): void => {
      res.locals.isPrivate = true;
      next();
    };
    const document = await documents.findDocument(deps.db, params.data.id);
    if (!document) {
      if (await documents.wasPublic(deps.db, params.data.id)) throw new Gone(GONE);
      return nothing();
    }
    const access = await mayReadFile(deps, req, document.collectionId);
    if (access.kind === 'closed') return access.gate && req.accepts('html') ? askToPass(deps, req, res, access.gate) : nothing();
    await sendDocument(deps, req, res, { document, isPrivate: access.kind === 'private', nothing });
  };
}

async function sendDocument(
  { files, log }: DocumentFileDeps, req: Request, res: Response, { document, isPrivate, nothing }: { document: documents.DocumentRow; isPrivate: boolean; nothing: () => void },
): Promise<void> {
  const { id, filename, storageKey: key, bytes, sha256 } = document;
  if (isPrivate) res.locals.isPrivate = true; // also what goes wrong from here on is nobody else's
  if (document.trashedAt !== null) throw new Gone(GONE);
  if (req.params.filename !== filename) return moveTo(res, documentUrl(id, filename), isPrivate);
  if (await sendFile(res, files, { key, bytes, etag: `"${sha256}"`, headers: headersOf(document, isPrivate) })) return;
  log.error({ documentId: id, key }, 'A document is not in the file store');
  nothing();
}

/** Asked again each time: when a former file is put back, the other name leads here, and a kept answer would go round in circles. */
function moveTo(res: Response, url: string, isPrivate: boolean): void {
  res.set('Cache-Control', isPrivate ? 'private, no-store' : 'no-cache').redirect(301, url);
}

/** Security rules, section 3.5. */
function headersOf({ filename, mimeType }: documents.FileFacts, isPrivate: boolean): Headers {
  return {
    ...(isPrivate ? uploadedFiles.private : uploadedFiles.document),
    'Content-Type': mimeType,
    'Content-Disposition': contentDisposition(filename),
  };
}
