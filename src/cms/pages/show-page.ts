import type { Html } from '../../platform/html/html';
import { trusted } from '../../platform/html/html';
import { listContentReferences } from '../content';
import type { PageDeps } from '../deps';
import { imageFactsOf } from '../media/picture';
import { socialImageOf } from '../media/renditions';
import type { Answer, PageView, RawAnswer, Redirect, ShowContext } from '../page-type';
import { getPageType } from '../registry';
import { createRenderer } from '../references/content-renderer';
import type { Renderer } from '../references/renderer';
import { resolveReferences } from '../references/resolve';
import type { Site } from '../sites/site';
import { buildFrame } from './build-frame';
import { commonReferences } from './common-fields';
import { descriptionOf } from './description';
import type { Breadcrumb, OpenGraph, StaffBar } from './frame';
import { urlOf, type LivePage } from './page';
import { encodePath } from '../addresses/path';
import { pageFrameOf } from './page-frame';
import type { RouteMatch } from './sub-routes';
import { findSurroundings, type Surroundings } from './surroundings';

export interface Showing {
  readonly site: Site;
  readonly page: LivePage;
  /** For an address below the page's own. */
  readonly match: RouteMatch | undefined;
  readonly url: string;
  readonly query: Readonly<Record<string, unknown>>;
  readonly staffBar: StaffBar | null;
}

export type Shown = { kind: 'html'; html: Html } | ({ kind: 'raw' } & RawAnswer) | ({ kind: 'redirect' } & Redirect);

/**
 * A page whole, as the reader gets it. The same for preview and public view, since only `page` differs.
 * Undefined when there is nothing at this address: a sub-route finds nothing, or the query asks for what is not there.
 */
export async function showPage(deps: PageDeps, showing: Showing): Promise<Shown | undefined> {
  const query = parsedQuery(deps, showing);
  if (!query) return undefined;
  const now = deps.now();
  const render = await rendererFor(deps, showing, now);
  const surroundings = await findSurroundings(deps.db, showing.page, now);
  const context = { db: deps.db, now, site: showing.site, page: showing.page, content: showing.page.content as Record<string, unknown>, query: showing.match ? {} : query, render, ancestors: surroundings.ancestors };

  const view = await viewOf(deps, showing, { context, query });
  if (view === null) return undefined;
  if ('redirect' in view) return { kind: 'redirect', ...view };
  if ('body' in view) return { kind: 'raw', ...view };
  return { kind: 'html', html: await inFrame(deps, showing, { view, render, surroundings }) };
}

async function rendererFor(deps: PageDeps, { site, page }: Showing, now: Date): Promise<Renderer> {
  const { fields } = getPageType(deps.registry, page.type);
  const sharing = site.settings.defaultSharingImage;
  const uris = [...listContentReferences(fields, page.content as Record<string, unknown>), ...commonReferences(page.common), ...(sharing ? [sharing] : [])];
  const kinds = deps.registry.referenceKinds;
  const targets = await resolveReferences(deps.db, kinds, uris, now);
  return createRenderer({ targets, kinds, templates: deps.templates, baseUrl: site.baseUrl });
}

type Query = Readonly<Record<string, unknown>>;

/** What the address knows of the query string, the page's own or its sub-route's. Undefined when it refuses a value: then nothing is there. */
function parsedQuery(deps: PageDeps, { page, match, query }: Showing): Query | undefined {
  const schema = match ? match.route.query : getPageType(deps.registry, page.type).query;
  return schema ? schema.safeParse(query).data : {};
}

async function viewOf(deps: PageDeps, { page, match }: Showing, { context, query }: { context: ShowContext<Record<string, unknown>>; query: Query }): Promise<Answer> {
  if (!match) return getPageType(deps.registry, page.type).show(context);
  return match.route.show(context, { params: match.params, query });
}

interface InFrame {
  view: PageView;
  render: Renderer;
  surroundings: Surroundings;
}

async function inFrame(deps: PageDeps, showing: Showing, { view, render, surroundings }: InFrame): Promise<Html> {
  const { site, page, url } = showing;
  const title = view.title ?? page.title;
  const parts = pageFrameOf(showing, { view, render, surroundings });
  const body = trusted(deps.templates.render(view.view, { ...view.data, page: parts } as never));
  const frame = await buildFrame(deps, {
    site, url, lang: page.common.lang, title: headTitleOf(showing, view), description: view.description ?? descriptionOf(page, site, deps.registry), noindex: view.noindex,
    canonical: url + view.canonicalQuery, openGraph: openGraphOf(showing, view, render), structuredData: view.structuredData,
    breadcrumbs: breadcrumbsOf(showing, surroundings, title),
    searchQuery: '', bodyClass: `template-${page.type}`, staffBar: showing.staffBar,
  });
  return deps.templates.render('layouts/site', { frame, body, assets: deps.assets });
}

/** SEO-01: one title for one address, so later pages of a list say which they are. */
function headTitleOf({ page, match }: Showing, { title, canonicalQuery }: PageView): string {
  const words = match ? title ?? page.title : page.common.seoTitle ?? title ?? page.title;
  const number = new URLSearchParams(canonicalQuery).get('page');
  return number === null ? words : `${words}, page ${number}`;
}

/** The page that answers for an address below its own stands above it. */
function breadcrumbsOf({ page, match, url }: Showing, { ancestors }: Surroundings, title: string): Breadcrumb[] {
  if (url === '/') return [];
  const above = [...ancestors, ...(match ? [{ title: page.title, url: urlOf(encodePath(page.path)) }] : [])];
  return [...above.filter((ancestor) => ancestor.url !== '/').map((ancestor) => ({ title: ancestor.title, url: ancestor.url })), { title, url: null }];
}

/** P-07: the page's social image, then what the type offers, then the site's. */
function openGraphOf({ page, site }: Showing, view: PageView, render: Renderer): Omit<OpenGraph, 'title' | 'description' | 'url' | 'siteName'> {
  const chosen = page.common.socialImage ?? view.image ?? page.common.feedImage;
  const target = [chosen?.ref, site.settings.defaultSharingImage].flatMap((uri) => (uri ? [render.resolve(uri)] : [])).find((found) => found !== undefined);
  const facts = target && imageFactsOf(target.data);
  const image = facts ? { ...socialImageOf(facts), alt: chosen?.alt ?? facts.alt ?? '' } : null;
  const article = view.openGraphType === 'article';
  return {
    type: view.openGraphType,
    image: image && { ...image, url: site.baseUrl + image.url },
    publishedTime: article ? page.firstPublishedAt.toISOString() : null,
    modifiedTime: article ? page.lastPublishedAt.toISOString() : null,
  };
}
