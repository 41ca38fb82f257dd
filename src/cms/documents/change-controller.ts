import type { Request, RequestHandler, Response } from 'express';
import { actorOf } from '../../accounts/actor';
import { Conflict, NotFound, Unprocessable } from '../../platform/http/errors';
import { parseBody, parseParams } from '../../platform/http/strict-input';
import { wantsJson } from '../../platform/http/wants-json';
import { documentAnswer } from './answer';
import { backTo } from './back';
import { changeDocument } from './change-document';
import type { DocumentDeps } from './deps';
import { changeForm, documentParams, type Done } from './forms';
import { findDocument } from './queries';
import { sendRefusedChange } from './show-controller';
import { PANE_FIELDS } from './views';

/** PATCH /admin/documents/:id */
export function updateDocument(deps: DocumentDeps): RequestHandler {
  return async (req, res) => {
    const { id } = parseParams(req, documentParams);
    try {
      const { version, collection: collectionId, ...said } = parseBody(req, changeForm);
      await changeDocument(deps, actorOf(req, res), { id, version, said: { ...said, collectionId } });
    } catch (error) {
      return sendRefusal(deps, req, res, id, error);
    }
    await sendDone(deps, req, res, id, 'changed');
  };
}

/** What came of a change of one document: JSON for scripts, else its pane with a note. */
export async function sendDone(deps: DocumentDeps, req: Request, res: Response, id: number, done: Done): Promise<void> {
  if (!wantsJson(req)) return res.redirect(303, backTo(req, { documentId: id, done }));
  const document = await findDocument(deps.db, id);
  if (!document) throw new NotFound();
  const answer = { ...documentAnswer(document), duplicateOf: null, note: null };
  res.json({ document: answer, documents: [answer] });
}

/** The pane again, with what was typed: beside the fields what is wrong, above them what is so with the whole. Other errors are thrown on. */
export async function sendRefusal(deps: DocumentDeps, req: Request, res: Response, id: number, error: unknown): Promise<void> {
  const isConflict = error instanceof Conflict;
  if (wantsJson(req) || !(isConflict || error instanceof Unprocessable)) throw error;
  const problems = isConflict ? [] : error.problems;
  const beside = problems.filter(({ field }) => (PANE_FIELDS as readonly string[]).includes(field));
  const above = isConflict ? error.message : problems.filter((problem) => !beside.includes(problem)).map(({ message }) => message).join(' ') || null;
  await sendRefusedChange(deps, req, res, id, { status: error.status, problem: above, problems: new Map(beside.map(({ field, message }) => [field, message])), isConflict });
}
