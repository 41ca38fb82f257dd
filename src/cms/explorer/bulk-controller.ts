import type { Request, RequestHandler, Response } from 'express';
import { actorOf } from '../../accounts/actor';
import { may } from '../../accounts/permissions';
import { sendStaffPage } from '../../accounts/staff-page';
import { sessionToken } from '../../platform/http/csrf';
import { NotFound } from '../../platform/http/errors';
import { parseBody, parseQuery } from '../../platform/http/strict-input';
import { pageTarget } from '../pages/on-page';
import { doToAll } from './bulk';
import { bulkView, reportView } from './bulk-view';
import { chooserView, type ChooserQuery, type ChooserView } from './chooser';
import type { ExplorerDeps } from './deps';
import { bulkForm, bulkQuery, type BulkAction } from './forms';
import { listPagesById, type ListedPage } from './list-queries';

/** GET /admin/pages/bulk?action=trash&id=1&id=2: what it touches, before anything happens. */
export function newBulk(deps: ExplorerDeps): RequestHandler {
  return async (req, res) => {
    const { action, id: ids, back, below, ...rest } = parseQuery(req, bulkQuery);
    await showBulk(deps, req, res, { action, ids, back, chooser: { below, ...rest }, reason: null, problem: null });
  };
}

/** POST /admin/pages/bulk */
export function createBulk(deps: ExplorerDeps): RequestHandler {
  return async (req, res) => {
    const { action, id: ids, back, parent, reason } = parseBody(req, bulkForm);
    const asked: Asked = { action, ids, back, reason, problem: null, chooser: { below: null, q: '', after: null, before: null } };
    if ((action === 'unpublish' || action === 'trash') && reason === '') return showBulk(deps, req, res.status(422), { ...asked, problem: 'A reason is needed: readers see it where the pages were.' });
    const place = action === 'move' && parent !== undefined ? await deps.pages.find(res.locals.site.id, parent) : undefined;
    if (action === 'move' && !(place && may(req.user, 'add', { page: place }))) return showBulk(deps, req, res.status(422), { ...asked, problem: 'Choose the page that they shall stand below.' });

    const pages = await pagesOf(deps, req, res, ids);
    const outcomes = await doToAll(deps, { user: req.user!, actor: actorOf(req, res) }, action, pages, { reason, parentId: place?.id ?? null });
    const done = outcomes.filter(({ refusal }) => refusal === null).length;
    if (done === outcomes.length) return res.redirect(303, withNote(action === 'move' && place ? `/admin/pages/${place.id}` : back, action, done));
    const view = reportView(action, outcomes, back);
    sendStaffPage(deps, req, res.status(done === 0 ? 409 : 200), { title: view.title, current: 'pages', body: deps.templates.render('admin/explorer/report', view) });
  };
}

interface Asked {
  readonly action: BulkAction;
  readonly ids: readonly number[];
  readonly back: string;
  readonly chooser: Omit<ChooserQuery, 'below'> & { readonly below: number | null };
  readonly reason: string | null;
  readonly problem: string | null;
}

async function showBulk(deps: ExplorerDeps, req: Request, res: Response, { action, ids, back, chooser: query, reason, problem }: Asked): Promise<void> {
  const pages = await pagesOf(deps, req, res, ids);
  const reader = { user: req.user!, now: deps.now() };
  const chooser = action === 'move' ? await chooserFor(deps, req, res, { pages, back, query }) : null;
  const view = await bulkView(deps, reader, { action, siteId: res.locals.site.id, pages, back, csrfToken: sessionToken(req), chooser, reason, problem });
  sendStaffPage(deps, req, res, { title: view.title, current: 'pages', body: deps.templates.render('admin/explorer/bulk', view) });
}

/** Those that one may see; others are as if they were not there. @throws NotFound when none is left */
async function pagesOf({ db }: ExplorerDeps, req: Request, res: Response, ids: readonly number[]): Promise<ListedPage[]> {
  const pages = (await listPagesById(db, ids)).filter((page) => page.siteId === res.locals.site.id && may(req.user, 'view', pageTarget(page)));
  if (pages.length === 0) throw new NotFound('There is no such page.');
  return pages;
}

async function chooserFor(deps: ExplorerDeps, req: Request, res: Response, { pages, back, query }: { pages: readonly ListedPage[]; back: string; query: Asked['chooser'] }): Promise<ChooserView> {
  const below = query.below ?? pages[0]!.parentId ?? pages[0]!.id;
  const kept = [{ name: 'action', value: 'move' }, { name: 'id', value: pages.map(({ id }) => id).join(' ') }, { name: 'back', value: back }];
  const ask = { siteId: res.locals.site.id, pages, copying: false, action: '/admin/pages/bulk', kept, form: 'bulk-form' };
  const reader = { user: req.user!, now: deps.now() };
  // who may not see the level that they stand in begins at the pages themselves
  const view = await chooserView(deps, reader, { ...ask, query: { ...query, below } }) ?? await chooserView(deps, reader, { ...ask, query: { ...query, below: pages[0]!.id } });
  if (!view) throw new NotFound('There is no such page.');
  return view;
}

const DONE: Readonly<Record<BulkAction, string>> = { publish: 'published', unpublish: 'unpublished', move: 'moved', trash: 'trashed' };

function withNote(address: string, action: BulkAction, count: number): string {
  const [path = '', query = ''] = address.split('?');
  const names = new URLSearchParams(query);
  names.set('done', DONE[action]);
  names.set('n', String(count));
  return `${path}?${names.toString()}`;
}
