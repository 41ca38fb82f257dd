import type { Request, RequestHandler, Response } from 'express';
import type { PageDeps } from '../deps';
import { sendHtml } from '../pages/answer';
import { buildFrame } from '../pages/build-frame';
import type { Site } from '../sites/site';
import type { Asked } from './address';
import { find, isPlain, type Results } from './find';
import { searchQuerySchema, suggestionQuerySchema } from './forms';
import { listHelp } from './help';
import type { SearchLog } from './log';
import { elsewhere, resultsView } from './results-view';
import type { SiteSearch } from './site-search';
import { suggest } from './suggest';
import type { SearchView } from './views';
import { parseQuery } from './words';

export interface SearchRoutesDeps extends PageDeps {
  readonly siteSearch: SiteSearch;
  readonly searchLog: SearchLog;
}

/** GET /search: the one spelling has the slash. */
export const redirectToSearch: RequestHandler = (req, res) => {
  res.setHeader('Cache-Control', 'public, max-age=3600');
  res.redirect(301, `/search/${req.originalUrl.slice('/search'.length)}`);
};

/** GET /search/?query=…&topic=…&type=…&year=…&sort=date&page=…: everything public, ten at a time (content.md, chapter 10). */
export function showSearch(deps: SearchRoutesDeps) {
  return async (req: Request, res: Response): Promise<void> => {
    const begun = performance.now();
    const site: Site = res.locals.site;
    const given = searchQuerySchema.parse(req.query);
    const query = parseQuery(given.query);
    const asked = { ...given, query: query.text };
    const results = query.ok && query.text !== '' ? await find(deps, site.id, asked, deps.now()) : null;
    if (results && isPlain(asked)) deps.searchLog.count(site.id, query.text, results.total);

    const view = results ? await viewOf(deps, site, asked, results) : emptyView(asked, query.ok ? null : query.problem, site);
    const took = `${((performance.now() - begun) / 1_000).toFixed(2)} s`;
    res.status(query.ok ? 200 : 400).setHeader('X-Robots-Tag', 'noindex');
    await sendInFrame(deps, req, res, { ...view, took });
  };
}

async function viewOf(deps: SearchRoutesDeps, site: Site, asked: Asked, results: Results): Promise<Omit<SearchView, 'took'>> {
  const nothing = results.total === 0 && results.shortcut === null;
  const help = nothing ? await listHelp(deps, site, deps.siteSearch.help) : [];
  return { ...resultsView({ ...deps, site, help }, asked, results), problem: null };
}

function emptyView({ query, sort }: Asked, problem: string | null, site: Site): Omit<SearchView, 'took'> {
  return {
    query, problem, total: 0, more: false, loose: false, order: sort === 'date' ? 'newest' : 'best', orderUrl: null, promotions: [], best: null, hits: [],
    facets: [], active: [], pager: null, suggestion: null, alsoTry: [], elsewhere: elsewhere(site, query),
  };
}

async function sendInFrame(deps: PageDeps, req: Request, res: Response, view: SearchView): Promise<void> {
  const site: Site = res.locals.site;
  const frame = await buildFrame(deps, {
    site, url: '/search/', lang: site.lang, title: view.query === '' ? 'Search' : `Search for “${view.query}”`,
    description: `Search the pages of the ${site.organisation}.`, noindex: true, canonical: null,
    openGraph: null, structuredData: [], breadcrumbs: [{ title: 'Search', url: null }], searchQuery: view.query, bodyClass: 'template-search',
    staffBar: res.locals.staffBar ?? null,
  });
  const body = deps.templates.render('search/index', view);
  sendHtml(req, res, deps.templates.render('layouts/site', { frame, body, assets: deps.assets }), 'never');
}

/** GET /search/suggestions?query=…: what one may be about to type, for the script of the search fields. */
export function showSuggestions(deps: SearchRoutesDeps) {
  return async (req: Request, res: Response): Promise<void> => {
    const query = parseQuery(suggestionQuerySchema.parse(req.query).query);
    const site: Site = res.locals.site;
    const suggestions = query.ok ? await suggest(deps, site.id, query.text, deps.now()) : [];
    res.set({ 'Cache-Control': 'public, max-age=60', 'X-Robots-Tag': 'noindex' }).json({ suggestions });
  };
}
