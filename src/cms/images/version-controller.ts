import type { RequestHandler } from 'express';
import { actorOf } from '../../accounts/actor';
import { Unprocessable } from '../../platform/http/errors';
import { parseBody, parseParams } from '../../platform/http/strict-input';
import { uploadsOf } from '../../platform/http/uploads';
import { sendDone, sendRefusal } from './change-controller';
import { versionForm, versionParams } from './change-forms';
import type { ImageDeps } from './deps';
import { imageParams } from './forms';
import { replaceImage } from './replace-image';
import { restoreVersion } from './restore-version';

/** POST /admin/images/:id/versions: another file for this image. */
export function createVersion(deps: ImageDeps): RequestHandler {
  return async (req, res) => {
    const { id: imageId } = parseParams(req, imageParams);
    let note: string | null;
    try {
      const { version } = parseBody(req, versionForm);
      const [upload] = uploadsOf(res);
      if (!upload) throw new Unprocessable([{ field: 'file', message: 'Choose a file first.' }]);
      note = await replaceImage(deps, actorOf(req, res), { imageId, version, upload });
    } catch (error) {
      return sendRefusal(deps, req, res, imageId, error);
    }
    await sendDone(deps, req, res, imageId, 'replaced', note);
  };
}

/** POST /admin/images/:id/versions/:number/restoration: a former file again. */
export function createRestoration(deps: ImageDeps): RequestHandler {
  return async (req, res) => {
    const { id: imageId, number } = parseParams(req, versionParams);
    try {
      const { version } = parseBody(req, versionForm);
      await restoreVersion(deps, actorOf(req, res), { imageId, number, version });
    } catch (error) {
      return sendRefusal(deps, req, res, imageId, error);
    }
    await sendDone(deps, req, res, imageId, 'put-back');
  };
}
