import type { Request, RequestHandler, Response } from 'express';
import { actorOf } from '../../accounts/actor';
import { parseBody, parseParams } from '../../platform/http/strict-input';
import { wantsJson } from '../../platform/http/wants-json';
import { backTo } from './back';
import { sendDone, sendRefusal } from './change-controller';
import type { DocumentDeps } from './deps';
import { documentParams, trashForm, type Done } from './forms';
import { deleteDocument, restoreDocument, trashDocument } from './trash-document';

/** POST /admin/documents/:id/trash */
export function createTrash(deps: DocumentDeps): RequestHandler {
  return async (req, res) => {
    const { id } = parseParams(req, documentParams);
    try {
      await trashDocument(deps, actorOf(req, res), { id, ...parseBody(req, trashForm), viewer: req.user });
    } catch (error) {
      return sendRefusal(deps, req, res, id, error);
    }
    sendGone(req, res, id, 'trashed');
  };
}

/** DELETE /admin/documents/:id/trash: back into the library. */
export function destroyTrash(deps: DocumentDeps): RequestHandler {
  return async (req, res) => {
    const { id } = parseParams(req, documentParams);
    try {
      await restoreDocument(deps, actorOf(req, res), id, parseBody(req, trashForm).version);
    } catch (error) {
      return sendRefusal(deps, req, res, id, error);
    }
    await sendDone(deps, req, res, id, 'restored');
  };
}

/** DELETE /admin/documents/:id: for good, from the trash only. */
export function destroyDocument(deps: DocumentDeps): RequestHandler {
  return async (req, res) => {
    const { id } = parseParams(req, documentParams);
    try {
      await deleteDocument(deps, actorOf(req, res), { id, version: parseBody(req, trashForm).version, viewer: req.user });
    } catch (error) {
      return sendRefusal(deps, req, res, id, error);
    }
    sendGone(req, res, id, 'deleted');
  };
}

/** Back to the list: there is no pane of it there any more. */
function sendGone(req: Request, res: Response, id: number, done: Done): void {
  if (wantsJson(req)) res.json({ id });
  else res.redirect(303, backTo(req, { documentId: null, done, ...(done === 'trashed' ? { about: id } : {}) }));
}
