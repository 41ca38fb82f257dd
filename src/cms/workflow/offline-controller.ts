import type { Request, RequestHandler, Response } from 'express';
import { actorOf } from '../../accounts/actor';
import { parseBody } from '../../platform/http/strict-input';
import { pageOf } from '../pages/on-page';
import type { PageRow } from '../pages/queries';
import { dialogOf, isTicked, NO_REFUSAL, refusalOf, sendDialog, typed, type Refusal } from './dialog';
import { getSubtreeFacts } from './fact-queries';
import { trashForm, unpublicationForm } from './forms';
import { addressOf, belowFact, linksFact, menusOf } from './touch-facts';
import { trash } from './trash';
import { unpublish } from './unpublish';
import type { OfflineView } from './views';
import { pages } from './words';
import type { WorkflowDeps } from './workflow-deps';

/** GET /admin/pages/:id/unpublication/new */
export function newUnpublication(deps: WorkflowDeps): RequestHandler {
  return (req, res) => show(deps, req, res, 'unpublish', NO_REFUSAL);
}

/** DELETE /admin/pages/:id/publication */
export function destroyPublication(deps: WorkflowDeps): RequestHandler {
  return async (req, res) => {
    const page = pageOf(res);
    try {
      const { reason, below } = parseBody(req, unpublicationForm);
      await unpublish(deps, actorOf(req, res), { pageId: page.id, reason, below });
    } catch (error) {
      return show(deps, req, res, 'unpublish', refusalOf(error, ['reason']));
    }
    res.redirect(303, `/admin/pages/${page.id}/edit?done=unpublished`);
  };
}

/** GET /admin/pages/:id/trash */
export function newTrash(deps: WorkflowDeps): RequestHandler {
  return (req, res) => show(deps, req, res, 'trash', NO_REFUSAL);
}

/** POST /admin/pages/:id/trash */
export function createTrash(deps: WorkflowDeps): RequestHandler {
  return async (req, res) => {
    const page = pageOf(res);
    try {
      const { reason } = parseBody(req, trashForm);
      await trash(deps, actorOf(req, res), { pageId: page.id, reason });
    } catch (error) {
      return show(deps, req, res, 'trash', refusalOf(error, ['reason']));
    }
    res.redirect(303, `/admin/pages/${page.parentId}?done=trashed`);
  };
}

type Kind = OfflineView['kind'];
const REASONS: Readonly<Record<Kind, string>> = { unpublish: 'This page is not public any more.', trash: 'This page was removed.' };

async function show(deps: WorkflowDeps, req: Request, res: Response, kind: Kind, refusal: Refusal): Promise<void> {
  const page = pageOf(res);
  const { liveBelow } = await getSubtreeFacts(deps.db, page.id);
  const view: OfflineView = {
    ...dialogOf(req, page, refusal), kind, facts: await factsOf(deps, req, page, kind),
    reason: refusal.status === 200 ? REASONS[kind] : typed(req, 'reason'),
    below: kind === 'trash' || liveBelow === 0 ? null : { on: isTicked(req, 'below'), words: `Also take ${pages(liveBelow)} below it offline` },
  };
  const verb = kind === 'trash' ? 'Trash' : 'Unpublish';
  sendDialog(deps, req, res, { title: `${verb}: ${page.title}`, body: deps.templates.render('admin/workflow/offline', view), status: refusal.status });
}

async function factsOf(deps: WorkflowDeps, req: Request, page: PageRow, kind: Kind): Promise<OfflineView['facts']> {
  const whole = kind === 'trash';
  return [
    addressOf(page, 'answers “gone” with the reason below; so do its old addresses'),
    await belowFact(deps, page, ({ below, liveBelow }) => (whole ? `${below === 1 ? 'goes' : 'go'} into the trash with it, ${liveBelow} of them public` : `stay as they are unless you tick the box; ${liveBelow} of them are public`)),
    await linksFact(deps, req.user, page, { below: whole, words: 'their links become plain text' }),
    await menusOf(deps, page, 'disappears there'),
    { name: 'Afterwards', lines: [{ text: whole ? 'It can be restored from the trash with everything below and all addresses' : 'Its text stays here as a draft and can be published again', soft: null, mono: false }] },
  ];
}
