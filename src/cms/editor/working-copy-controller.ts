import { createHash } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { HttpError, Unprocessable } from '../../platform/http/errors';
import { parseBody } from '../../platform/http/strict-input';
import { wantsJson } from '../../platform/http/wants-json';
import { pageOf, pageTarget } from '../pages/on-page';
import { getPageType } from '../registry';
import { discardWorkingCopy, keepWorkingCopy, OlderWorkingCopy } from '../workflow/keep-working-copy';
import { sendProblem } from './answers';
import { blockRights } from './block-rights';
import type { EditorDeps } from './editor-deps';
import { nothing } from './forms';
import { findDraftFacts } from './queries';
import { headOf, readForm } from './read-form';
import { sourceOfForm } from './source';

/**
 * PUT /admin/pages/:id/working-copy: autosave. A newer draft of somebody else does not stop it: the text is kept and the answer says
 * so, since saving merges. What no value could be made of is told too, for it is kept in the browser only.
 */
export function updateWorkingCopyOf(deps: EditorDeps): RequestHandler {
  return async (req, res) => {
    const page = pageOf(res);
    const type = getPageType(deps.registry, page.type);
    const stored = await sourceOfForm(deps, page, req.user!.id, headOf(req.body).base);
    const { text, base, number, problems } = readForm(req.body, type, stored, blockRights(req.user, pageTarget(page)));
    try {
      const kept = await keepWorkingCopy(deps, req.user!.id, { pageId: page.id, base, number, text });
      const draft = page.draftRevisionId !== null && page.draftRevisionId !== base ? await draftOf(deps, page.draftRevisionId) : null;
      res.set('Cache-Control', 'no-store').json({ number: kept, at: deps.now().toISOString(), draft, problems });
    } catch (error) {
      await refuse(deps, res, error, page.draftRevisionId);
    }
  };
}

/** DELETE /admin/pages/:id/working-copy: "Discard my changes". */
export function destroyWorkingCopy(deps: EditorDeps): RequestHandler {
  return async (req, res) => {
    parseBody(req, nothing);
    const { id } = pageOf(res);
    await discardWorkingCopy(deps.db, req.user!.id, id);
    if (wantsJson(req)) return void res.status(204).end();
    res.redirect(303, `/admin/pages/${id}/edit?done=discarded`);
  };
}

/** Limits are counted by session and page; the session's id is a secret that a table of counters need not know. */
export function sessionAndPage(req: Request): string {
  return createHash('sha256').update(`${req.sessionID}\n${String(req.params['id'])}`).digest('base64url').slice(0, 22);
}

/** This address is the script's, so its refusals are JSON whatever was asked for. */
async function refuse(deps: EditorDeps, res: Response, error: unknown, draftId: number | null): Promise<void> {
  if (!(error instanceof HttpError) || error.status >= 500) throw error;
  if (error instanceof OlderWorkingCopy) return sendProblem(res, error, { newest: error.newest, draft: draftId === null ? null : await draftOf(deps, draftId) });
  sendProblem(res, error, error instanceof Unprocessable ? { problems: error.problems } : {});
}

export interface DraftView {
  readonly id: number;
  readonly by: string | null;
  readonly at: string;
}

/** Who saved the newest revision, and when. */
export async function draftOf({ db }: Pick<EditorDeps, 'db'>, revisionId: number): Promise<DraftView | null> {
  const facts = await findDraftFacts(db, revisionId);
  return facts ? { id: facts.id, by: facts.by, at: facts.at.toISOString() } : null;
}
