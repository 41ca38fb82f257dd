import type { Request, RequestHandler, Response } from 'express';
import { actorOf } from '../../accounts/actor';
import { may } from '../../accounts/permissions';
import { sendEditorPage, type StaffPageDeps } from '../../accounts/staff-page';
import { sessionToken } from '../../platform/http/csrf';
import { Forbidden, Unprocessable } from '../../platform/http/errors';
import { parseBody } from '../../platform/http/strict-input';
import type { PageDeps } from '../deps';
import { pageOf, parentTarget } from '../pages/on-page';
import type { ChangeDeps } from '../sites/change';
import { EditConflict, saveRevision } from '../workflow/save-revision';
import { conflictView, movedOn } from './conflict-view';
import { conflictForm, PREFIX } from './forms';
import { findConflict, type Conflicting } from './load-conflict';
import { isClean, mergeTexts, type Merge } from './merge-texts';
import type { Choice } from './merging';
import { openAsCopy } from './open-as-copy';

export interface MergeDeps extends StaffPageDeps, ChangeDeps, Pick<PageDeps, 'registry'> {}

type Choices = ReadonlyMap<string, Choice>;

/** GET /admin/pages/:id/conflict */
export function showConflict(deps: MergeDeps): RequestHandler {
  return async (req, res) => {
    const conflicting = await findConflict(deps, pageOf(res), req.user!.id);
    if (!conflicting) return res.redirect(303, editorOf(res));
    await show(deps, req, res, conflicting, new Map(), null);
  };
}

/** POST /admin/pages/:id/conflict */
export function settleConflict(deps: MergeDeps): RequestHandler {
  return async (req, res) => {
    const { theirs, number, act, ...rest } = parseBody(req, conflictForm(Object.keys(req.body as object | undefined ?? {})));
    const choices: Choices = new Map(Object.entries(rest as Record<string, Choice>).map(([name, choice]) => [name.slice(PREFIX.length), choice]));
    const conflicting = await findConflict(deps, pageOf(res), req.user!.id);
    if (!conflicting) return res.redirect(303, editorOf(res)); // chosen before, in another window or by a click before this one
    if (conflicting.draft.id !== theirs || conflicting.copy.number !== number) {
      return show(deps, req, res.status(409), conflicting, choices, movedOn(req.user!.timeZone, conflicting));
    }
    if (act === 'copy') return copyMine(deps, req, res, conflicting);
    await saveMerged(deps, req, res, conflicting, act === 'mine' ? allMine(conflicting) : choices);
  };
}

function allMine({ type, sides }: Conflicting): Choices {
  return new Map(mergeTexts(type, sides).clashes.map(({ place }) => [place, 'mine']));
}

async function copyMine(deps: MergeDeps, req: Request, res: Response, conflicting: Conflicting): Promise<void> {
  if (!mayCopy(req, conflicting)) throw new Forbidden('You may not add pages there.');
  const id = await openAsCopy(deps, actorOf(req, res), conflicting);
  res.redirect(303, `/admin/pages/${id}/edit?done=copied`);
}

async function saveMerged(deps: MergeDeps, req: Request, res: Response, conflicting: Conflicting, choices: Choices): Promise<void> {
  const { page, type, sides, copy, draft } = conflicting;
  const merge = mergeTexts(type, sides, choices);
  if (!isClean(merge)) return show(deps, req, res.status(422), conflicting, choices, 'Choose a text for every place first.');
  try {
    await saveRevision(deps, actorOf(req, res), { ...merge.text, pageId: page.id, base: draft.id, number: copy.number, note: noteOf(merge, draft.id), ...givenUp(merge, conflicting) });
  } catch (error) {
    if (error instanceof EditConflict) return res.redirect(303, `/admin/pages/${page.id}/conflict`); // somebody saved again at this moment
    if (!(error instanceof Unprocessable)) throw error;
    return show(deps, req, res.status(422), conflicting, choices, error.message);
  }
  res.redirect(303, `${editorOf(res)}?done=merged`);
}

/** My text stays in history when something of it does not stay in the page. */
function givenUp({ clashes }: Merge, { sides }: Conflicting): { beside?: Conflicting['sides']['mine'] } {
  return clashes.some(({ choice }) => choice === 'theirs') ? { beside: sides.mine } : {};
}

function noteOf({ clashes }: Merge, theirs: number): string {
  return clashes.length === 0 ? `Merged with revision ${theirs}` : `Merged with revision ${theirs} by hand`;
}

async function show(deps: MergeDeps, req: Request, res: Response, conflicting: Conflicting, choices: Choices, problem: string | null): Promise<void> {
  const { id, timeZone } = req.user!;
  const view = await conflictView(deps, { userId: id, zone: timeZone, site: res.locals.site }, conflicting, mergeTexts(conflicting.type, conflicting.sides, choices));
  const body = deps.templates.render('admin/merge/conflict', { ...view, csrfToken: sessionToken(req), problem, mayCopy: mayCopy(req, conflicting) });
  sendEditorPage(deps, req, res, { title: `Choose texts: ${view.page.title}`, body });
}

/** A page beside this one: whoever may add pages below its parent. */
function mayCopy(req: Request, { page }: Conflicting): boolean {
  const parent = parentTarget(page);
  return parent !== undefined && may(req.user, 'add', parent);
}

function editorOf(res: Response): string {
  return `/admin/pages/${pageOf(res).id}/edit`;
}
