import type { Request, Response } from 'express';
import type { RequestedPath } from '../addresses/path';
import { encodePath, parsePath } from '../addresses/path';
import { lookUp, type Found } from '../addresses/look-up';
import type { AddressRow } from '../addresses/queries';
import { Gone, MethodNotAllowed, NotFound } from '../../platform/http/errors';
import type { PageDeps } from '../deps';
import type { Site } from '../sites/site';
import { sendHtml } from './answer';
import { findSubRoute, type RouteMatch } from './sub-routes';
import { getLivePage } from './live-page';
import { urlOf } from './page';
import { showPage, type Shown } from './show-page';

/** A page that nothing answers, with what was found on the way: the 404 page shows it. */
export class PageNotFound extends NotFound {
  constructor(readonly path: string, readonly hops: readonly AddressRow[]) { super(); }
}

/** A page that was here once. */
export class PageGone extends Gone {
  constructor(reason: string, readonly path: string, readonly hops: readonly AddressRow[]) { super(reason); }
}

/** The catch-all: every address that no router of `routes.ts` has taken is one of the tree's, or nobody's. */
export function servePage(deps: PageDeps) {
  return async (req: Request, res: Response): Promise<void> => {
    if (req.method !== 'GET' && req.method !== 'HEAD') throw new MethodNotAllowed(['GET', 'HEAD']);
    const site: Site = res.locals.site;
    const asked = parsePath(pathOf(req));
    const found = await lookUp(deps.db, site.id, asked.path, deps.now());
    const match = found.kind === 'below' ? findSubRoute(deps.registry, found) : undefined;

    const canonical = canonicalUrl(asked, found, match);
    if (canonical !== undefined && canonical !== asked.written) return redirect(res, site, canonical, queryOf(req));
    await answer(deps, req, res, { site, asked, found, match });
  };
}

interface Answering {
  site: Site;
  asked: RequestedPath;
  found: Found;
  match: RouteMatch | undefined;
}

async function answer(deps: PageDeps, req: Request, res: Response, { site, asked, found, match }: Answering): Promise<void> {
  if (found.kind === 'gone') throw new PageGone(found.reason, asked.path, found.hops);
  const row = found.kind === 'page' ? found.row : match?.owner;
  if (!row) throw new PageNotFound(asked.path, found.hops);

  const shown = await showPage(deps, { site, page: await getLivePage(deps, site.id, row), match, url: urlOf(encodePath(asked.path)), query: req.query, staffBar: res.locals.staffBar ?? null });
  if (!shown) throw new PageNotFound(asked.path, found.hops);
  send(req, res, shown);
}

function send(req: Request, res: Response, shown: Shown): void {
  if (shown.kind === 'html') return sendHtml(req, res, shown.html, 'page');
  res.setHeader('Cache-Control', 'public, max-age=300');
  res.type(shown.contentType).send(shown.body);
}

/**
 * The one spelling of what was found; undefined when nothing answers, so that no redirect leads to a 404 (rule 1).
 * A redirect target elsewhere is absolute.
 */
function canonicalUrl(asked: RequestedPath, found: Found, match: RouteMatch | undefined): string | undefined {
  if (found.kind === 'redirect') return found.to;
  if (found.kind === 'page') return urlOf(encodePath(asked.path));
  if (match) return encodePath(asked.path) + (match.route.path.endsWith('/') ? '/' : '');
  return undefined;
}

function redirect(res: Response, site: Site, to: string, query: string): void {
  const url = new URL(to, site.baseUrl);
  const own = url.origin === new URL(site.baseUrl).origin;
  if (own && query && !url.search) url.search = query;
  res.setHeader('Cache-Control', 'public, max-age=3600');
  res.redirect(301, own ? url.pathname + url.search + url.hash : url.href);
}

/** Express would decode; the register wants to see what was written. */
function pathOf(req: Request): string {
  return req.originalUrl.split('?', 1)[0] ?? '/';
}

function queryOf(req: Request): string {
  const start = req.originalUrl.indexOf('?');
  return start === -1 ? '' : req.originalUrl.slice(start);
}
