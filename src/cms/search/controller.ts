import type { Request, RequestHandler, Response } from 'express';
import { formatDay } from '../../platform/dates';
import { escape, trusted, type Html } from '../../platform/html/html';
import { encodePath } from '../addresses/path';
import type { PageDeps } from '../deps';
import { sendHtml } from '../pages/answer';
import { buildFrame } from '../pages/build-frame';
import { urlOf } from '../pages/page';
import type { Pager } from '../pages/view-parts';
import type { Site } from '../sites/site';
import { searchQuerySchema } from './forms';
import { listSearchHits, type SearchHit as Hit } from './queries';
import type { SearchHit, SearchView } from './views';
import { HIT_END, HIT_START, parseQuery, type Query } from './words';

const PER_PAGE = 10;

/** GET /search: the one spelling has the slash. */
export const redirectToSearch: RequestHandler = (req, res) => {
  res.setHeader('Cache-Control', 'public, max-age=3600');
  res.redirect(301, `/search/${req.originalUrl.slice('/search'.length)}`);
};

/** GET /search/?query=…&page=…: public pages with all the words, ten at a time (content.md, chapter 10). */
export function showSearch(deps: PageDeps) {
  return async (req: Request, res: Response): Promise<void> => {
    const site: Site = res.locals.site;
    const { query: typed, page } = searchQuerySchema.parse(req.query);
    const query = parseQuery(typed);
    const found = query.ok && query.text !== '' ? await search(deps, site, query.text, page) : { hits: [], page: 1 };

    const body = deps.templates.render('search/index', viewOf(deps, site, query, found));
    const title = query.text === '' ? 'Search' : `Search for “${query.text}”`;
    const frame = await buildFrame(deps, {
      site, url: '/search/', lang: site.lang, title, description: `Search the pages of the ${site.organisation}.`, noindex: true, canonical: null,
      openGraph: null, structuredData: [], breadcrumbs: [{ title: 'Search', url: null }], searchQuery: query.text, bodyClass: 'template-search',
      staffBar: res.locals.staffBar ?? null,
    });
    res.status(query.ok ? 200 : 400).setHeader('X-Robots-Tag', 'noindex');
    sendHtml(req, res, deps.templates.render('layouts/site', { frame, body, assets: deps.assets }), 'never');
  };
}

interface Results {
  hits: readonly Hit[];
  page: number;
}

/** SEARCH-06: beyond the end is the last page. */
async function search(deps: PageDeps, site: Site, query: string, page: number): Promise<Results> {
  const at = (number: number): Promise<Hit[]> => (
    listSearchHits(deps.db, { siteId: site.id, query, now: deps.now(), limit: PER_PAGE, offset: (number - 1) * PER_PAGE })
  );
  const hits = await at(page);
  if (hits.length > 0 || page === 1) return { hits, page };

  const first = await at(1);
  const last = Math.max(1, Math.ceil((first[0]?.total ?? 0) / PER_PAGE));
  return last === 1 ? { hits: first, page: 1 } : { hits: await at(last), page: last };
}

function viewOf(deps: PageDeps, site: Site, query: Query, { hits, page }: Results): SearchView {
  const total = hits[0]?.total ?? 0;
  return {
    query: query.text,
    problem: query.ok ? null : query.problem,
    total,
    order: 'best', orderUrl: null, promotions: [], best: null, facets: [], active: [], suggestion: null, alsoTry: [],
    hits: hits.map((hit) => hitView(deps, hit)),
    pager: pagerOf(query.text, page, Math.ceil(total / PER_PAGE)),
    elsewhere: elsewhere(site, query.text),
  };
}

function hitView({ registry }: PageDeps, hit: Hit): SearchHit {
  const url = urlOf(encodePath(hit.path));
  return {
    kind: hit.type,
    kindLabel: registry.pageTypes.get(hit.type)?.label ?? 'Page',
    title: escape(hit.title),
    url,
    excerpt: marked(hit.extract),
    where: url,
    date: { iso: hit.date.toISOString().slice(0, 10), text: formatDay(hit.date.toISOString().slice(0, 10)) },
    status: hit.status === 'current' ? null : `${hit.status[0]!.toUpperCase()}${hit.status.slice(1)}`,
  };
}

function marked(extract: string): Html {
  return trusted(escape(extract).replaceAll(HIT_START, '<mark>').replaceAll(HIT_END, '</mark>'));
}

function pagerOf(query: string, current: number, pages: number): Pager | null {
  if (pages <= 1) return null;
  const url = (number: number): string => `/search/?${new URLSearchParams({ query, ...(number > 1 ? { page: String(number) } : {}) })}`;
  const near = Array.from({ length: pages }, (_, index) => index + 1).filter((number) => number === 1 || number === pages || Math.abs(number - current) <= 2);
  const numbers = near.flatMap((number, index) => (index > 0 && number - near[index - 1]! > 1 ? [null, number] : [number]));
  return {
    pages: numbers.map((number) => (number === null ? null : { number, url: url(number), current: number === current })),
    previous: current > 1 ? url(current - 1) : null,
    next: current < pages ? url(current + 1) : null,
  };
}

/** SEARCH-11 */
function elsewhere({ settings }: Site, query: string): SearchView['elsewhere'] {
  if (query === '') return [];
  return [
    { text: 'Email archive', url: `${settings.mailArchiveUrl}/arch/search/?${new URLSearchParams({ q: query })}`, host: new URL(settings.mailArchiveUrl).host },
    { text: 'Datatracker', url: `${settings.datatrackerUrl}/doc/search/?${new URLSearchParams({ name: query, rfcs: 'on', activedrafts: 'on', by: 'group' })}`, host: new URL(settings.datatrackerUrl).host },
  ];
}
