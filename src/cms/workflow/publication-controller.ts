import type { Request, RequestHandler, Response } from 'express';
import { actorOf } from '../../accounts/actor';
import { Conflict } from '../../platform/http/errors';
import { parseBody } from '../../platform/http/strict-input';
import { pageOf } from '../pages/on-page';
import type { PageRow } from '../pages/queries';
import { dialogOf, NO_REFUSAL, refusalOf, sendDialog, typed, type Refusal } from './dialog';
import { nothing, publicationForm, revisionForm } from './forms';
import { typedMoment } from './moment-fields';
import { undecidedPictures } from './needed';
import { DraftMovedOn } from './publish';
import type { Candidate } from './publish-facts';
import { publishFromDialog, type Decision } from './publish-from-dialog';
import { candidateOf, publishView, type Typed } from './publish-view';
import { cancelSchedule } from './schedule';
import { undoPublication } from './undo-publication';
import type { WorkflowDeps } from './workflow-deps';

/** GET /admin/pages/:id/publication/new */
export function newPublication(deps: WorkflowDeps): RequestHandler {
  return (req, res) => show(deps, req, res, { typed: null, refusal: NO_REFUSAL });
}

/** POST /admin/pages/:id/publication: now or, when the form says so, at a time. POST …/schedule: at a time. */
export function createPublication(deps: WorkflowDeps, only?: 'at'): RequestHandler {
  return async (req, res) => {
    const page = pageOf(res);
    const shown = revisionShown(req);
    const candidate = shown === page.draftRevisionId && shown !== null ? await candidateOf(deps, page, shown) : null;
    if (!candidate) return show(deps, req, res, { typed: null, refusal: refusalOf(new DraftMovedOn(), []) });
    const pictures = undecidedPictures(deps, candidate);
    try {
      const form = parseBody(req, publicationForm(pictures.length));
      const at = (only ?? form.when) === 'at' ? { dueAt: typedMoment({ ...form, zone: form.zone ?? req.user!.timeZone }), timeZone: form.zone ?? req.user!.timeZone } : null;
      await publishFromDialog(deps, actorOf(req, res), { page, revisionId: candidate.revision.id, pictures, decisions: decisionsIn(req, pictures.length), at });
      res.redirect(303, `/admin/pages/${page.id}/edit?done=${at ? 'scheduled' : 'published'}`);
    } catch (error) {
      await show(deps, req, res, { typed: typedIn(req, pictures.length, only), refusal: refusalOf(error, ['date', 'time', 'zone', ...pictureFields(pictures.length)]) });
    }
  };
}

/** DELETE /admin/pages/:id/schedule */
export function destroySchedule(deps: WorkflowDeps): RequestHandler {
  return async (req, res) => {
    parseBody(req, nothing);
    await cancelSchedule(deps, actorOf(req, res), { pageId: pageOf(res).id });
    res.redirect(303, `/admin/pages/${pageOf(res).id}/edit?done=unscheduled`);
  };
}

/** POST /admin/pages/:id/publication/undo */
export function undo(deps: WorkflowDeps): RequestHandler {
  return async (req, res) => {
    const { revision } = parseBody(req, revisionForm);
    await undoPublication(deps, actorOf(req, res), { pageId: pageOf(res).id, revisionId: revision });
    res.redirect(303, `/admin/pages/${pageOf(res).id}/edit?done=undone`);
  };
}

function revisionShown(req: Request): number | null {
  const value = Number(typed(req, 'revision'));
  return Number.isSafeInteger(value) && value > 0 ? value : null;
}

function decisionsIn(req: Request, pictures: number): Decision[] {
  return Array.from({ length: pictures }, (_, number) => {
    const decision = typed(req, `decorative${number}`);
    return { alt: typed(req, `alt${number}`).trim(), decision: decision === 'described' || decision === 'decorative' ? decision : null };
  });
}

function pictureFields(pictures: number): string[] {
  return Array.from({ length: pictures }, (_, number) => [`alt${number}`, `decorative${number}`]).flat();
}

function typedIn(req: Request, pictures: number, only?: 'at'): Typed {
  return {
    when: only ?? (typed(req, 'when') === 'at' ? 'at' : 'now'), pictures: decisionsIn(req, pictures),
    moment: { date: typed(req, 'date'), time: typed(req, 'time'), zone: typed(req, 'zone') || req.user!.timeZone },
  };
}

async function show(deps: WorkflowDeps, req: Request, res: Response, { typed: before, refusal }: { typed: Typed | null; refusal: Refusal }): Promise<void> {
  const page = pageOf(res);
  const candidate = await draftOf(deps, page);
  const view = await publishView(deps, candidate, { site: res.locals.site, reader: req.user!, typed: before, problems: refusal.problems });
  const body = deps.templates.render('admin/workflow/publish', { ...dialogOf(req, page, refusal), title: candidate.revision.title, ...view });
  sendDialog(deps, req, res, { title: `Publish: ${candidate.revision.title}`, body, status: refusal.status });
}

async function draftOf(deps: WorkflowDeps, page: PageRow): Promise<Candidate> {
  if (page.draftRevisionId === null) throw new Conflict('Nothing of this page is saved yet: save a revision first.');
  return candidateOf(deps, page, page.draftRevisionId);
}
