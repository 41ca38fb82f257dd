import type { Request, RequestHandler, Response } from 'express';
import { actorOf } from '../../accounts/actor';
import { parseBody, parseParams } from '../../platform/http/strict-input';
import { wantsJson } from './answer';
import { backTo } from './back';
import { sendDone, sendRefusal } from './change-controller';
import { trashForm } from './change-forms';
import { deleteImage } from './delete-image';
import type { ImageDeps } from './deps';
import type { Done } from './forms';
import { imageParams } from './forms';
import { restoreImage } from './restore-image';
import { trashImage } from './trash-image';

/** POST /admin/images/:id/trash */
export function createTrash(deps: ImageDeps): RequestHandler {
  return async (req, res) => {
    const { id: imageId } = parseParams(req, imageParams);
    try {
      await trashImage(deps, actorOf(req, res), { imageId, ...parseBody(req, trashForm), viewer: req.user });
    } catch (error) {
      return sendRefusal(deps, req, res, imageId, error);
    }
    sendGone(req, res, imageId, 'trashed');
  };
}

/** DELETE /admin/images/:id/trash: back into the library. */
export function destroyTrash(deps: ImageDeps): RequestHandler {
  return async (req, res) => {
    const { id: imageId } = parseParams(req, imageParams);
    try {
      await restoreImage(deps, actorOf(req, res), { imageId, ...parseBody(req, trashForm) });
    } catch (error) {
      return sendRefusal(deps, req, res, imageId, error);
    }
    await sendDone(deps, req, res, imageId, 'restored');
  };
}

/** DELETE /admin/images/:id: for good, from the trash only. */
export function destroyImage(deps: ImageDeps): RequestHandler {
  return async (req, res) => {
    const { id: imageId } = parseParams(req, imageParams);
    try {
      await deleteImage(deps, actorOf(req, res), { imageId, ...parseBody(req, trashForm), viewer: req.user });
    } catch (error) {
      return sendRefusal(deps, req, res, imageId, error);
    }
    sendGone(req, res, imageId, 'deleted');
  };
}

/** Back to the list: there is no pane of it there any more. */
function sendGone(req: Request, res: Response, imageId: number, done: Done): void {
  if (wantsJson(req)) res.json({ id: imageId });
  else res.redirect(303, backTo(req, { imageId: null, done, ...(done === 'trashed' ? { about: imageId } : {}) }));
}
