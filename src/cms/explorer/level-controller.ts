import type { Request, RequestHandler, Response } from 'express';
import { pagesFor } from '../../accounts/permissions';
import { sendStaffPage } from '../../accounts/staff-page';
import { sessionToken } from '../../platform/http/csrf';
import { parseQuery } from '../../platform/http/strict-input';
import { pageOf } from '../pages/on-page';
import { findPageByPath, type PageRow } from '../pages/queries';
import type { ExplorerDeps } from './deps';
import { levelQuery } from './forms';
import { levelView, type LevelPlace } from './level-view';
import type { Listing } from './listing';

/** GET /admin/pages: what is directly below the home page. Who sees parts of the site only gets these. */
export function indexPages(deps: ExplorerDeps): RequestHandler {
  return async (req, res) => {
    const siteId = res.locals.site.id;
    const visible = pagesFor(req.user, 'view');
    const home = await findPageByPath(deps.db, siteId, '/');
    const isWhole = home !== undefined && (visible === 'all' || visible.includes(home.id));
    await sendLevel(deps, req, res, isWhole ? { base: '/admin/pages', page: home } : { base: '/admin/pages', page: null, roots: visible === 'all' ? [] : visible });
  };
}

/** GET /admin/pages/:id: what is directly below a page that one may see. */
export function showLevel(deps: ExplorerDeps): RequestHandler {
  return async (req, res) => {
    const page: PageRow = pageOf(res);
    await sendLevel(deps, req, res, { base: page.parentId === null ? '/admin/pages' : `/admin/pages/${page.id}`, page });
  };
}

/** A list that is not what the address says, and what went wrong with one of its buttons. */
export interface Instead {
  readonly listing: Listing;
  readonly problem: string;
}

export async function sendLevel(deps: ExplorerDeps, req: Request, res: Response, place: LevelPlace, instead?: Instead): Promise<void> {
  const query = { ...parseQuery(req, levelQuery), ...instead?.listing };
  const reader = { user: req.user!, now: deps.now() };
  const view = await levelView(deps, reader, { siteId: res.locals.site.id, place, query, csrfToken: sessionToken(req) });
  const body = deps.templates.render('admin/explorer/level', { ...view, problem: instead?.problem ?? null });
  sendStaffPage(deps, req, res, { title: view.title, current: 'pages', body });
}
