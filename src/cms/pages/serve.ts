import type { Request, Response } from 'express';
import type { RequestedPath } from '../addresses/path';
import { encodePath, parsePath } from '../addresses/path';
import { lookUp, NOT_PUBLIC_ANY_MORE, type Found } from '../addresses/look-up';
import { askToPass, closedTo, type GateDeps } from '../access/gate';
import { serveMounted } from '../addresses/mount-controller';
import { findOldAddress } from '../addresses/old-address';
import { matchQuery, type AddressRules } from '../addresses/patterns';
import type { AddressRow } from '../addresses/queries';
import { Gone, MethodNotAllowed, NotFound } from '../../platform/http/errors';
import type { PageDeps } from '../deps';
import type { Site } from '../sites/site';
import { sendHtml, sendRaw } from './answer';
import { findSubRoute, type RouteMatch } from './sub-routes';
import { getLivePage } from './live-page';
import { urlOf } from './page';
import { showPage, type Shown } from './show-page';
import { staffBarOn } from './staff-bar';

/** A page that nothing answers, with what was found on the way, and near where an old address would lead: the 404 page shows it. */
export class PageNotFound extends NotFound {
  constructor(readonly path: string, readonly hops: readonly AddressRow[], readonly near?: AddressRow) { super(); }
}

/** A page that was here once. */
export class PageGone extends Gone {
  constructor(reason: string, readonly path: string, readonly hops: readonly AddressRow[]) { super(reason); }
}

/** The catch-all: every address that no router of `routes.ts` has taken is one of the tree's, an old one, or nobody's. */
export function servePage(deps: GateDeps) {
  return async (req: Request, res: Response): Promise<void> => {
    if (req.method !== 'GET' && req.method !== 'HEAD') throw new MethodNotAllowed(['GET', 'HEAD']);
    const site: Site = res.locals.site;
    const asked = parsePath(pathOf(req));
    const [found, rules] = await Promise.all([lookUp(deps.db, site.id, asked.path, deps.now()), deps.addressRules.get(site.id)]);
    const gate = found.gated && closedTo(req, found.gated);
    if (gate) return askToPass(deps, req, res, gate);
    if (found.gated) keepPrivate(res);
    const match = found.kind === 'below' ? findSubRoute(deps.registry, found) : undefined;
    const answering = { site, asked, found, match, rules };

    if (answerOldQuery(req, res, answering) || await answer(deps, req, res, answering)) return;
    await answerOldAddress(deps, req, res, answering);
  };
}

interface Answering {
  site: Site;
  asked: RequestedPath;
  found: Found;
  match: RouteMatch | undefined;
  rules: AddressRules;
}

/** Old forms of addresses that live on, told apart by their query only: before the page, which would ignore it. */
function answerOldQuery(req: Request, res: Response, { site, asked, found, rules }: Answering): boolean {
  const old = matchQuery(rules, { path: asked.path, query: queryOf(req) });
  if (!old) return false;
  if (old.status === 410) throw new PageGone(old.reason, asked.path, found.hops);
  redirect(res, site, old.to, { status: old.status });
  return true;
}

/** What the register knows. False when it knows nothing, or there is nothing at this address below a page or with this query. */
async function answer(deps: PageDeps, req: Request, res: Response, { site, asked, found, match }: Answering): Promise<boolean> {
  if (found.kind === 'gone') throw new PageGone(found.reason, asked.path, found.hops);
  if (match && !match.owner.live) throw new PageGone(match.owner.reason ?? NOT_PUBLIC_ANY_MORE, asked.path, found.hops);
  const canonical = canonicalUrl(asked, found, match);
  if (canonical === undefined) return false;
  const move = canonical !== asked.written;
  const row = match?.owner ?? (move && queryOf(req) === '' ? undefined : await pageAt(deps, site, found));
  if (move && !row) {
    redirect(res, site, canonical, { query: queryOf(req) });
    return true;
  }
  const shown = row && await showPage(deps, { site, page: await getLivePage(deps, site.id, row), match, url: canonical, query: req.query, staffBar: await staffBarOn(deps.db, req.user, res.locals.staffBar ?? null, row.pageId!) });
  if (!shown) return false;
  if (shown.kind === 'redirect') redirect(res, site, shown.redirect, { status: shown.status });
  else if (move) redirect(res, site, canonical, { query: queryOf(req) }); // now it is certain that it leads there in one hop, and to no 404
  else send(req, res, shown);
  return true;
}

/** The page that answers, here or where its old address leads: there it is asked because a query may lead further, or to nothing. */
async function pageAt(deps: PageDeps, site: Site, found: Found): Promise<AddressRow | undefined> {
  if (found.kind === 'page') return found.row;
  if (found.kind !== 'redirect' || !found.final) return undefined;
  const there = await lookUp(deps.db, site.id, parsePath(found.to).path, deps.now());
  return there.kind === 'page' && !there.gated ? there.row : undefined;
}

/** P-03: the rules of the site, then mounted trees, then the rules that stand in for those that are not mounted. */
async function answerOldAddress(deps: PageDeps, req: Request, res: Response, { site, asked, found, rules }: Answering): Promise<void> {
  let near: AddressRow | undefined;
  for (const standsIn of [false, true]) {
    if (standsIn && await serveMounted(deps, req, res, asked)) return;
    const old = await findOldAddress(deps, { site, rules, asked: { path: asked.path, query: queryOf(req) }, standsIn });
    if (old.kind === 'gone') throw new PageGone(old.reason, asked.path, found.hops);
    if (old.kind === 'redirect') return redirect(res, site, old.to, { status: old.status });
    near ??= old.near;
  }
  throw new PageNotFound(asked.path, found.hops, near);
}

/** Whatever is answered behind a gate, also a redirect or a 404, is for this reader only and kept nowhere. */
function keepPrivate(res: Response): void {
  res.locals.isPrivate = true;
  res.setHeader('X-Robots-Tag', 'noindex');
}

function send(req: Request, res: Response, shown: Exclude<Shown, { kind: 'redirect' }>): void {
  if (shown.kind === 'html') return sendHtml(req, res, shown.html, shown.fresh ? 'fresh' : 'page');
  sendRaw(req, res, shown);
}

/**
 * The one spelling of what was found; undefined when nothing answers, so that no redirect leads to a 404 (rule 1).
 * A redirect target elsewhere is absolute.
 */
function canonicalUrl(asked: RequestedPath, found: Found, match: RouteMatch | undefined): string | undefined {
  if (found.kind === 'redirect') return found.to;
  if (found.kind === 'page') return urlOf(encodePath(asked.path));
  if (match) return urlOf(encodePath(match.owner.pagePath!)) + encodePath(match.rest) + (match.route.path.endsWith('/') ? '/' : '');
  return undefined;
}

/** `query`: what the reader's address had, kept where the target is our own and has none. */
function redirect(res: Response, site: Site, to: string, { status = 301, query = '' }: { status?: 301 | 302; query?: string }): void {
  const own = to.startsWith('/');
  // what a rule put together may begin with two slashes: it is our own address all the same, never another host
  const url = new URL(own ? to.replace(/^[/\\]+/, '/') : to, site.baseUrl);
  if (own && query && !url.search) url.search = query;
  res.setHeader('Cache-Control', res.locals.isPrivate ? 'no-store' : status === 301 ? 'public, max-age=3600' : 'public, max-age=60');
  res.redirect(status, own ? url.pathname + url.search + url.hash : url.href);
}

/** Express would decode; the register wants to see what was written. */
function pathOf(req: Request): string {
  return req.originalUrl.split('?', 1)[0] ?? '/';
}

function queryOf(req: Request): string {
  const start = req.originalUrl.indexOf('?');
  return start === -1 ? '' : req.originalUrl.slice(start);
}
