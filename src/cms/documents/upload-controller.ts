import type { Request, RequestHandler, Response } from 'express';
import { actorOf } from '../../accounts/actor';
import { HttpError, Unprocessable } from '../../platform/http/errors';
import { parseBody } from '../../platform/http/strict-input';
import { uploadsOf, type Upload } from '../../platform/http/uploads';
import { wantsJson } from '../../platform/http/wants-json';
import type { ReportView } from '../images/views';
import { documentAnswer } from './answer';
import { backTo } from './back';
import type { DocumentDeps } from './deps';
import { uploadForm } from './forms';
import { givenFile } from './given-file';
import { BASE } from './listing';
import { findDocument, type DocumentRow } from './queries';
import { sendLibrary } from './show-controller';
import { TwinInTrash, uploadDocument } from './upload-document';

interface Taken {
  readonly document: DocumentRow;
  readonly isTwin: boolean;
}

interface RefusedFile {
  readonly filename: string;
  readonly message: string;
  /** It would be taken if it were sent with `again=1`. */
  readonly again: boolean;
}

/** POST /admin/documents: one file or several, each taken or refused by itself. */
export function createDocuments(deps: DocumentDeps): RequestHandler {
  return async (req, res) => {
    const { collection: collectionId, again } = parseBody(req, uploadForm);
    const uploads = uploadsOf(res);
    if (uploads.length === 0) throw new Unprocessable([{ field: 'file', message: 'Choose a file first.' }]);

    const [taken, refused]: [Taken[], RefusedFile[]] = [[], []];
    for (const upload of uploads) {
      const outcome = await take(deps, req, res, upload, { collectionId, again });
      if ('document' in outcome) taken.push(outcome);
      else refused.push(outcome);
    }
    const status = taken.length === 0 ? 422 : 201;
    if (wantsJson(req)) res.status(status).json({ documents: taken.map(({ document, isTwin }) => ({ ...documentAnswer(document), duplicateOf: isTwin ? `document:${document.id}` : null, note: null })), refused });
    else await sendPage(deps, req, res, { taken, refused });
  };
}

/** What is wrong with the server, or its disk, ends the request. */
async function take(deps: DocumentDeps, req: Request, res: Response, upload: Upload, options: { collectionId: number | null; again: boolean }): Promise<Taken | RefusedFile> {
  try {
    const { id, isTwin } = await uploadDocument(deps, actorOf(req, res), { ...givenFile(upload), ...options });
    const document = await findDocument(deps.db, id);
    if (!document) throw new HttpError(409, 'It was deleted at this moment.');
    return { document, isTwin };
  } catch (error) {
    if (!(error instanceof HttpError) || error.status >= 500) throw error;
    return { filename: upload.filename, message: error.message, again: error instanceof TwinInTrash };
  }
}

/** One document is shown at once; what somebody has to know of is said in a report above the list. */
async function sendPage(deps: DocumentDeps, req: Request, res: Response, { taken, refused }: { taken: readonly Taken[]; refused: readonly RefusedFile[] }): Promise<void> {
  const silent = refused.length === 0 && taken.every(({ isTwin }) => !isTwin);
  if (silent) return res.redirect(303, backTo(req, { documentId: taken.length === 1 ? taken[0]!.document.id : null, done: 'uploaded', n: taken.length }));
  if (taken.length === 0) res.status(422);
  await sendLibrary(deps, req, res, reportOf(taken, refused));
}

function reportOf(taken: readonly Taken[], refused: readonly RefusedFile[]): ReportView {
  return {
    title: refused.length === 0 ? 'All files are in the library' : `${taken.length} of ${taken.length + refused.length} files are in the library`,
    done: taken.map(({ document: { id, title }, isTwin }) => ({ title, url: `${BASE}/${id}`, why: isTwin ? 'It was here already.' : null })),
    refused: refused.map(({ filename, message }) => ({ title: filename, url: null, why: message })),
  };
}
