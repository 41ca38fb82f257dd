import type { Request, RequestHandler, Response } from 'express';
import { actorOf } from '../../accounts/actor';
import { HttpError, Unprocessable } from '../../platform/http/errors';
import { parseBody } from '../../platform/http/strict-input';
import { uploadsOf, type Upload } from '../../platform/http/uploads';
import { imageAnswer, wantsJson } from './answer';
import { backTo } from './back';
import { uploadForm } from './change-forms';
import type { ImageDeps } from './deps';
import { sendLibrary } from './show-controller';
import { TwinInTrash, uploadImage, type Uploaded } from './upload-image';
import type { ReportView } from './views';

interface RefusedFile {
  readonly filename: string;
  readonly message: string;
  /** It would be taken if it were sent with `again=1`. */
  readonly again: boolean;
}

/** POST /admin/images: one file or several, each taken or refused by itself. */
export function createImages(deps: ImageDeps): RequestHandler {
  return async (req, res) => {
    const { collection: collectionId, again } = parseBody(req, uploadForm);
    const uploads = uploadsOf(res);
    if (uploads.length === 0) throw new Unprocessable([{ field: 'file', message: 'Choose a file first.' }]);

    const [taken, refused]: [Uploaded[], RefusedFile[]] = [[], []];
    for (const upload of uploads) {
      const outcome = await uploadImage(deps, actorOf(req, res), { upload, collectionId, again }).catch((error: unknown) => refusedFile(upload, error));
      if ('image' in outcome) taken.push(outcome);
      else refused.push(outcome);
    }
    const status = taken.length === 0 ? 422 : 201;
    if (wantsJson(req)) res.status(status).json({ images: taken.map(uploadedAnswer), refused });
    else await sendPage(deps, req, res, { taken, refused });
  };
}

/** Of this one file. What is wrong with the server, or its disk, ends the request. */
function refusedFile({ filename }: Upload, error: unknown): RefusedFile {
  if (!(error instanceof HttpError) || error.status >= 500) throw error;
  return { filename, message: error.message, again: error instanceof TwinInTrash };
}

function uploadedAnswer({ image, isDuplicate, note }: Uploaded): object {
  const answer = imageAnswer(image);
  return { ...answer, duplicateOf: isDuplicate ? answer.uri : null, note };
}

/** One picture is shown at once; what somebody has to know of is said in a report above the list. */
async function sendPage(deps: ImageDeps, req: Request, res: Response, { taken, refused }: { taken: readonly Uploaded[]; refused: readonly RefusedFile[] }): Promise<void> {
  const silent = refused.length === 0 && taken.every(({ isDuplicate, note }) => !isDuplicate && note === null);
  if (silent) return res.redirect(303, backTo(req, { imageId: taken.length === 1 ? taken[0]!.image.id : null, done: 'uploaded', n: taken.length }));
  if (taken.length === 0) res.status(422);
  await sendLibrary(deps, req, res, reportOf(taken, refused));
}

function reportOf(taken: readonly Uploaded[], refused: readonly RefusedFile[]): ReportView {
  return {
    title: refused.length === 0 ? 'All files are in the library' : `${taken.length} of ${taken.length + refused.length} files are in the library`,
    done: taken.map(({ image, isDuplicate, note }) => ({ title: image.title, url: `/admin/images/${image.id}`, why: isDuplicate ? 'It was here already.' : note })),
    refused: refused.map(({ filename, message }) => ({ title: filename, url: null, why: message })),
  };
}
