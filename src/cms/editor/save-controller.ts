import type { Request, RequestHandler, Response } from 'express';
import { actorOf } from '../../accounts/actor';
import type { Actor } from '../../platform/history/record';
import { Conflict, Unprocessable, type HttpError, type Problem } from '../../platform/http/errors';
import { wantsJson } from '../../platform/http/wants-json';
import { pageOf, pageTarget } from '../pages/on-page';
import type { PageRow } from '../pages/queries';
import { getPageType } from '../registry';
import { EditConflict, saveRevision, type Saved } from '../workflow/save-revision';
import { sendProblem } from './answers';
import { blockRights } from './block-rights';
import { sendEditor } from './edit-controller';
import type { EditorDeps } from './editor-deps';
import { headOf, readForm, type ReadForm } from './read-form';
import { savableText } from './savable-text';
import { currentSource, sourceOfForm } from './source';

/** POST /admin/pages/:id/revisions */
export function createRevision(deps: EditorDeps): RequestHandler {
  return async (req, res) => {
    const page = pageOf(res);
    const type = getPageType(deps.registry, page.type);
    const stored = await sourceOfForm(deps, page, req.user!.id, headOf(req.body).base);
    const form = readForm(req.body, type, stored, blockRights(req.user, pageTarget(page)));
    try {
      const saved = await save(deps, actorOf(req, res), page, form);
      answer(req, res, { page, form, saved });
    } catch (error) {
      await refuse(deps, req, res, { page, form, error });
    }
  };
}

async function save(deps: EditorDeps, actor: Actor, page: PageRow, form: ReadForm): Promise<Saved> {
  const text = await savableText(deps, page, form);
  return saveRevision(deps, actor, { pageId: page.id, base: form.base, ...text, note: form.note, ...(form.number > 0 ? { number: form.number } : {}) });
}

function answer(req: Request, res: Response, { page, form, saved }: { page: PageRow; form: ReadForm; saved: Saved }): void {
  const { revisionId, outcome } = saved;
  if (wantsJson(req)) return void res.set('Cache-Control', 'no-store').json({ revision: revisionId, base: revisionId, number: 0, merged: outcome === 'merged', outcome });
  const done = outcome === 'merged' || outcome === 'unchanged' ? outcome : 'saved';
  res.redirect(303, form.then === 'publish' ? `/admin/pages/${page.id}/publication/new` : `/admin/pages/${page.id}/edit?done=${done}`);
}

/** What was typed comes back with what is wrong with it; a clash has a screen of its own. */
async function refuse(deps: EditorDeps, req: Request, res: Response, { page, form, error }: { page: PageRow; form: ReadForm; error: unknown }): Promise<void> {
  if (!(error instanceof Unprocessable || error instanceof Conflict)) throw error;
  const conflict = `/admin/pages/${page.id}/conflict`;
  const problems = error instanceof Unprocessable ? error.problems : [];
  if (wantsJson(req)) return sendProblem(res, error, error instanceof EditConflict ? { conflict } : { problems });
  if (error instanceof EditConflict) return res.redirect(303, conflict);
  await printAgain(deps, req, res, { page, form, error, problems });
}

interface Refused {
  page: PageRow;
  form: ReadForm;
  error: HttpError;
  problems: readonly Problem[];
}

async function printAgain(deps: EditorDeps, req: Request, res: Response, { page, form, error, problems }: Refused): Promise<void> {
  const current = await currentSource(deps, page, req.user!.id);
  const source = { ...current, text: form.text, base: form.base, number: current.number };
  const problem = problems.length > 0 ? null : error.message;
  await sendEditor(deps, req, res.status(error.status), { page, source, text: form.text, problems, typed: form.typed, note: null, problem, done: null });
}
