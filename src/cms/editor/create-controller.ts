import type { Request, RequestHandler, Response } from 'express';
import { actorOf } from '../../accounts/actor';
import { Conflict, Unprocessable, type Problem } from '../../platform/http/errors';
import { wantsJson } from '../../platform/http/wants-json';
import { pageTarget } from '../pages/on-page';
import { findPageByCreationKey } from '../pages/queries';
import { findWorkingCopy } from '../revisions/working-copies';
import { keepWorkingCopy } from '../workflow/keep-working-copy';
import { saveRevision } from '../workflow/save-revision';
import { sendProblem } from './answers';
import { blockRights } from './block-rights';
import { createFromForm } from './create-from-form';
import type { EditorDeps } from './editor-deps';
import { sendNewEditor } from './new-controller';
import { readNewPage, type NewPage } from './new-page';
import { readForm, type ReadForm } from './read-form';
import { slugProblem, titleProblems } from './savable-text';
import { emptyText } from './text';
import { scriptUrls } from './urls';

interface Sent extends NewPage {
  readonly key: string;
  readonly form: ReadForm;
}

/** POST /admin/pages: a new page with its first revision; for a script, as a draft with what was typed so far. */
export function createPageFromForm(deps: EditorDeps): RequestHandler {
  return async (req, res) => {
    const at = await readNewPage(deps, req, res);
    const sent = { ...at, form: readForm(req.body, at.type, emptyText(at.type), blockRights(req.user, pageTarget(at.parent))) };
    try {
      await (wantsJson(req) ? createDraft : createWhole)(deps, req, res, sent);
    } catch (error) {
      await refuse(deps, req, res, sent, error);
    }
  };
}

/** The first autosave. The same form again, because the answer was lost or more was typed before it came, is the same page. */
async function createDraft(deps: EditorDeps, req: Request, res: Response, { parent, type, key, form }: Sent): Promise<void> {
  const userId = req.user!.id;
  const { pageId, number } = await createFromForm(deps, actorOf(req, res), { parent, type, key, text: form.text, exactSlug: false }, async (inside, made) => {
    const before = await findWorkingCopy(inside.db, made.pageId, userId);
    const kept = { pageId: made.pageId, base: before?.baseRevisionId ?? null, number: before?.number ?? 0, text: form.text };
    return { number: await keepWorkingCopy(inside, userId, kept) };
  });
  res.status(201).set('Cache-Control', 'no-store').json({ id: pageId, number, at: deps.now().toISOString(), urls: scriptUrls(pageId), problems: form.problems });
}

async function createWhole(deps: EditorDeps, req: Request, res: Response, { parent, type, key, form }: Sent): Promise<void> {
  const before = await findPageByCreationKey(deps.db, key); // by its autosave, or by a click before this one
  const slug = form.text.slug === '' ? undefined : await slugProblem(deps, parent, form.text.slug, before);
  const problems = [...titleProblems(form.text), ...form.problems, ...(slug ? [{ field: 'slug', message: slug.problem }] : [])];
  if (problems.length > 0) throw new Unprocessable(problems);

  const { pageId } = await createFromForm(deps, actorOf(req, res), { parent, type, key, text: form.text, exactSlug: true }, (inside, made) => (
    saveRevision(inside, actorOf(req, res), { ...form.text, pageId: made.pageId, slug: form.text.slug || made.slug, base: form.base, note: form.note })
  ));
  res.redirect(303, form.then === 'publish' ? `/admin/pages/${pageId}/publication/new` : `/admin/pages/${pageId}/edit?done=created`);
}

async function refuse(deps: EditorDeps, req: Request, res: Response, { parent, type, key, form }: Sent, error: unknown): Promise<void> {
  if (!(error instanceof Unprocessable || error instanceof Conflict)) throw error;
  const problems: readonly Problem[] = error instanceof Unprocessable ? error.problems : [];
  if (wantsJson(req)) return sendProblem(res, error, { problems });
  await sendNewEditor(deps, req, res.status(error.status), { parent, type }, { text: form.text, problems, typed: form.typed }, { key, problem: problems.length > 0 ? null : error.message });
}
