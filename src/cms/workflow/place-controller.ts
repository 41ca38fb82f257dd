import type { Request, RequestHandler, Response } from 'express';
import { actorOf } from '../../accounts/actor';
import { may, type Verb } from '../../accounts/permissions';
import { parseBody, parseQuery } from '../../platform/http/strict-input';
import { Forbidden, Unprocessable } from '../../platform/http/errors';
import { encodePath } from '../addresses/path';
import { chooserView } from '../explorer/chooser';
import { pageOf, pageTarget } from '../pages/on-page';
import { urlOf } from '../pages/page';
import { getPage, type PageRow } from '../pages/queries';
import { copy, MOST_COPIED } from './copy';
import { freeSlug } from './free-slug';
import { countSubtree } from './copy-queries';
import { dialogOf, isTicked, NO_REFUSAL, refusalOf, sendDialog, typed, type Refusal } from './dialog';
import { copyForm, moveForm, placeQuery } from './forms';
import { move } from './move';
import { copyFacts, moveFacts } from './place-facts';
import type { PlaceView } from './views';
import { pages } from './words';
import type { WorkflowDeps } from './workflow-deps';

/** GET /admin/pages/:id/move */
export function newMove(deps: WorkflowDeps): RequestHandler {
  return (req, res) => showMove(deps, req, res, NO_REFUSAL);
}

/** POST /admin/pages/:id/move */
export function createMove(deps: WorkflowDeps): RequestHandler {
  return async (req, res) => {
    const page = pageOf(res);
    checkMayMove(req, page);
    try {
      const parentId = await parentIn(deps, req, res, { ...parseBody(req, moveForm), otherwise: '' });
      await move(deps, actorOf(req, res), { pageId: page.id, parentId, position: null, allow: allowed(req) });
    } catch (error) {
      return showMove(deps, req, res, refusalOf(error, ['parent']));
    }
    res.redirect(303, `/admin/pages/${page.id}/edit?done=moved`);
  };
}

/** GET /admin/pages/:id/copy */
export function newCopy(deps: WorkflowDeps): RequestHandler {
  return (req, res) => showCopy(deps, req, res, NO_REFUSAL);
}

/** POST /admin/pages/:id/copy */
export function createCopy(deps: WorkflowDeps): RequestHandler {
  return async (req, res) => {
    const page = pageOf(res);
    try {
      const { title, slug, below, ...place } = parseBody(req, copyForm);
      const parentId = await parentIn(deps, req, res, { ...place, otherwise: await addressOfParent(deps, page) });
      const id = await copy(deps, actorOf(req, res), { pageId: page.id, parentId, title, slug: slug === '' ? null : slug, below, allow: allowed(req) });
      res.redirect(303, `/admin/pages/${id}/edit?done=copied`);
    } catch (error) {
      await showCopy(deps, req, res, refusalOf(error, ['parent', 'title', 'slug']));
    }
  };
}

/** What is public moves what readers know: that asks for the right to publish, too. */
function checkMayMove(req: Request, page: PageRow): void {
  if (page.liveRevisionId !== null && !may(req.user, 'publish', pageTarget(page))) throw new Forbidden('This page is public: moving it needs the right to publish it.');
}

/** Asked again inside the transaction, when neither page can be moved away under it. */
function allowed(req: Request): (page: PageRow, verb: Verb) => boolean {
  return (page, verb) => may(req.user, verb, pageTarget(page));
}

/** The page that was chosen, or whose address was typed. One that they may not see is none. `otherwise`: when neither was. */
async function parentIn({ pages: directory }: WorkflowDeps, req: Request, res: Response, { parent, address, otherwise }: { parent: string; address: string; otherwise: string }): Promise<number> {
  const refuse = (message: string): never => { throw new Unprocessable([{ field: 'parent', message }]); };
  if (parent !== '' && address !== '' && parent !== address) refuse('One page is chosen and another typed: empty the field to take the chosen one.');
  const wanted = parent || address || otherwise;
  const place = wanted === '' ? undefined : await directory.find(res.locals.site.id, wanted);
  if (!place || !may(req.user, 'view', { page: place })) return refuse(wanted === '' ? 'Choose a page, or type its address.' : 'There is no page at this address.');
  if (!may(req.user, 'add', { page: place })) refuse('You may not add pages there.');
  return place.id;
}

async function showMove(deps: WorkflowDeps, req: Request, res: Response, refusal: Refusal): Promise<void> {
  const page = pageOf(res);
  checkMayMove(req, page);
  await show(deps, req, res, refusal, { kind: 'move', facts: await moveFacts(deps, req.user, page), pageTitle: '', slug: '', below: null });
}

async function showCopy(deps: WorkflowDeps, req: Request, res: Response, refusal: Refusal): Promise<void> {
  const page = pageOf(res);
  const count = await countSubtree(deps.db, page.id) - 1;
  const again = refusal.status !== 200;
  await show(deps, req, res, refusal, {
    kind: 'copy', facts: copyFacts(page),
    pageTitle: again ? typed(req, 'title') : page.title, slug: again ? typed(req, 'slug') : await freeSlug(deps.db, page.parentId ?? 0, page.slug),
    below: count === 0 ? null : { on: isTicked(req, 'below'), words: count < MOST_COPIED ? `Also copy ${pages(count)} below it` : `Also copy ${pages(count)} below it (more than ${MOST_COPIED} at once are refused)` },
  });
}

async function addressOfParent({ db }: WorkflowDeps, page: PageRow): Promise<string> {
  return page.parentId === null ? '' : urlOf(encodePath((await getPage(db, page.parentId)).path));
}

async function chooserFor(deps: WorkflowDeps, req: Request, res: Response, kind: PlaceView['kind']): Promise<PlaceView['chooser']> {
  const page = pageOf(res);
  const { below, q, after, before } = parseQuery(req, placeQuery);
  const reader = { user: req.user!, now: deps.now() };
  const asked = { siteId: page.siteId, pages: [page], copying: kind === 'copy', action: `/admin/pages/${page.id}/${kind}`, kept: [], form: 'place-form' };
  return await chooserView(deps, reader, { ...asked, query: { below: below ?? page.parentId ?? page.id, q, after, before } }) ?? null;
}

async function show(deps: WorkflowDeps, req: Request, res: Response, refusal: Refusal, view: Pick<PlaceView, 'kind' | 'facts' | 'pageTitle' | 'slug' | 'below'>): Promise<void> {
  const page = pageOf(res);
  const chooser = await chooserFor(deps, req, res, view.kind);
  const body = deps.templates.render('admin/workflow/place', { ...dialogOf(req, page, refusal), ...view, chooser, address: typed(req, 'address') || typed(req, 'parent') });
  sendDialog(deps, req, res, { title: `${view.kind === 'move' ? 'Move' : 'Copy'}: ${page.title}`, body, status: refusal.status });
}
