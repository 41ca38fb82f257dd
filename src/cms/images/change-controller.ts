import type { Request, RequestHandler, Response } from 'express';
import { actorOf } from '../../accounts/actor';
import { Conflict, Unprocessable } from '../../platform/http/errors';
import { parseBody, parseParams } from '../../platform/http/strict-input';
import { imageAnswer, wantsJson } from './answer';
import { backTo } from './back';
import { changeForm } from './change-forms';
import { changeImage } from './change-image';
import type { ImageDeps } from './deps';
import type { Done } from './forms';
import { imageParams } from './forms';
import { getImage } from './queries';
import { sendRefusedChange } from './show-controller';
import { PANE_FIELDS } from './views';

/** PATCH /admin/images/:id */
export function updateImage(deps: ImageDeps): RequestHandler {
  return async (req, res) => {
    const { id: imageId } = parseParams(req, imageParams);
    try {
      const { version, collection: collectionId, ...said } = parseBody(req, changeForm);
      await changeImage(deps, actorOf(req, res), { imageId, version, edit: defined({ ...said, collectionId }) });
    } catch (error) {
      return sendRefusal(deps, req, res, imageId, error);
    }
    await sendDone(deps, req, res, imageId, 'changed');
  };
}

/** What came of a change of one image: JSON for scripts, else its pane with a note. */
export async function sendDone(deps: ImageDeps, req: Request, res: Response, imageId: number, done: Done, note: string | null = null): Promise<void> {
  if (wantsJson(req)) res.json({ image: { ...imageAnswer(await getImage(deps.db, imageId)), duplicateOf: null, note } });
  else res.redirect(303, backTo(req, { imageId, done }));
}

/** The pane again, with what was typed: beside the fields what is wrong, above them what is so with the whole. Other errors are thrown on. */
export async function sendRefusal(deps: ImageDeps, req: Request, res: Response, imageId: number, error: unknown): Promise<void> {
  const isConflict = error instanceof Conflict;
  if (wantsJson(req) || !(isConflict || error instanceof Unprocessable)) throw error;
  const problems = isConflict ? [] : error.problems;
  const beside = problems.filter(({ field }) => (PANE_FIELDS as readonly string[]).includes(field));
  const above = isConflict ? error.message : problems.filter((problem) => !beside.includes(problem)).map(({ message }) => message).join(' ') || null;
  await sendRefusedChange(deps, req, res, imageId, { status: error.status, problem: above, problems: new Map(beside.map(({ field, message }) => [field, message])), isConflict });
}

function defined<T extends object>(values: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as { [Key in keyof T]?: Exclude<T[Key], undefined> };
}
