import type { Html } from '../../platform/html/html';
import { trusted } from '../../platform/html/html';
import { NotFound } from '../../platform/http/errors';
import { listContentReferences } from '../content';
import type { PageDeps } from '../deps';
import { imageFactsOf } from '../media/picture';
import { socialImageOf } from '../media/renditions';
import type { Submission } from '../forms/form';
import type { Answer, PageView, RawAnswer, Redirect, ShowContext } from '../page-type';
import { getPageType } from '../registry';
import { createRenderer } from '../references/content-renderer';
import type { Renderer } from '../references/renderer';
import { resolveReferences } from '../references/resolve';
import type { Site } from '../sites/site';
import { formatUrl, withoutFormat, type Format } from '../formats/format';
import { writeFormat } from '../formats/write-format';
import { buildFrame } from './build-frame';
import { commonReferences } from './common-fields';
import { descriptionOf } from './description';
import type { Breadcrumb, OpenGraph, PreviewMarks, StaffBar } from './frame';
import { urlOf, type LivePage } from './page';
import { encodePath } from '../addresses/path';
import { pageFrameOf, reportUrl } from './page-frame';
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
  /** What a reader sent with the page's form and has to look at again. */
  readonly submission?: Submission;
  /** Left out: readers get it. In a preview blocks say which they are, and the page is not for search engines. */
  readonly preview?: PreviewMarks;
}

/** `canonical`: the absolute address of what another form of it is. `fresh`: made for this reader, with a token that tells the time. */
export type Shown = { kind: 'html'; html: Html; fresh: boolean } | ({ kind: 'raw'; canonical?: string } & RawAnswer) | ({ kind: 'redirect' } & Redirect);

/**
 * A page whole, as the reader gets it. The same for preview and public view, since only `page` differs.
 * Undefined when there is nothing at this address, so that the rules for old ones have their say.
 * @throws NotFound for a query that the address refuses
 */
export async function showPage(deps: PageDeps, showing: Showing): Promise<Shown | undefined> {
  const query = parsedQuery(deps, showing);
  if (!query) throw new NotFound('There is no such part of this list.');
  const now = deps.now();
  const render = await rendererFor(deps, showing, now);
  const surroundings = await findSurroundings(deps.db, showing.page, now);
  const { site, page, match } = showing;
  let fresh = false;
  const token = (): string => {
    fresh = true;
    return deps.formTokens.issue();
  };
  const context = {
    db: deps.db, now, site, page, content: page.content as Record<string, unknown>, query: match ? {} : query, render, ancestors: surroundings.ancestors,
    form: { submission: showing.submission ?? null, token }, siteFeeds: () => deps.siteFeeds.get(site.id),
  };
  const view = await viewOf(deps, showing, { context, query });
  if (view === null) return undefined;
  if (match?.format) return inFormat(deps, showing, view, { format: match.format, render, surroundings });
  if ('redirect' in view) return { kind: 'redirect', ...view };
  if ('body' in view) return { kind: 'raw', ...view };
  return { kind: 'html', html: await inFrame(deps, showing, { view, render, surroundings }), fresh };
}

async function rendererFor(deps: PageDeps, { site, page, preview }: Showing, now: Date): Promise<Renderer> {
  const { fields } = getPageType(deps.registry, page.type);
  const sharing = site.settings.defaultSharingImage;
  const uris = [...listContentReferences(fields, page.content as Record<string, unknown>), ...commonReferences(page.common), ...(sharing ? [sharing] : [])];
  const kinds = deps.registry.referenceKinds;
  const targets = await resolveReferences(deps.db, kinds, uris, now, page.gateId, preview ? page.id : null);
  const marks = page.common.hideTerms ? null : (await deps.textMarks.get(site.id)).onPage();
  return createRenderer({ targets, kinds, templates: deps.templates, baseUrl: site.baseUrl, marks, ...(preview ? { namesBlocks: true, signedAddresses: deps.signedAddresses } : {}) });
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

/** A page that answers with another address does so in every form; a feed has none. */
function inFormat(deps: PageDeps, showing: Showing, answer: Exclude<Answer, null>, { format, render, surroundings }: { format: Format } & Omit<InFrame, 'view'>): Shown | undefined {
  if ('body' in answer) return undefined;
  if ('redirect' in answer) return redirectInFormat(answer, format);

  const { site, page, match } = showing;
  const htmlUrl = withoutFormat(showing.url);
  const url = site.baseUrl + htmlUrl + answer.canonicalQuery;
  const { title, description } = wordsOf(deps, showing, answer);
  const body = bodyOf(deps, showing, { view: answer, render, surroundings });
  const breadcrumbs = breadcrumbsOf({ ...showing, url: htmlUrl }, surroundings, title);
  return { kind: 'raw', canonical: url, ...writeFormat(deps, { page, isPage: match?.isPage ?? true, url, title, description, breadcrumbs, body, render }, format) };
}

function redirectInFormat({ redirect, status }: Redirect, format: Format): Shown | undefined {
  const [path = '', query] = redirect.split('?');
  return path.endsWith('/') ? { kind: 'redirect', redirect: formatUrl(format, path, query === undefined ? '' : `?${query}`), status } : undefined;
}

/** `reportUrl`: null in other forms than HTML, which have no end of the page. */
function bodyOf({ templates }: PageDeps, showing: Showing, { view, render, surroundings }: InFrame, reportUrl: string | null = null): Html {
  const parts = pageFrameOf(showing, { view, render, surroundings, reportUrl });
  return trusted(templates.render(view.view, { ...view.data, page: parts } as never));
}

function wordsOf({ registry }: PageDeps, { page, site }: Showing, view: PageView): { title: string; description: string } {
  return { title: view.title ?? page.title, description: view.description ?? descriptionOf(page, site, registry) };
}

async function inFrame(deps: PageDeps, showing: Showing, { view, render, surroundings }: InFrame): Promise<Html> {
  const { site, page, url } = showing;
  const { title, description } = wordsOf(deps, showing, view);
  const { reportForm } = await deps.navigation.get(site.id);
  const body = bodyOf(deps, showing, { view, render, surroundings }, reportUrl(reportForm, url + view.canonicalQuery));
  const frame = await buildFrame(deps, {
    site, url, lang: page.common.lang, title: headTitleOf(showing, view), description, noindex: view.noindex || showing.preview !== undefined,
    canonical: url + view.canonicalQuery, openGraph: openGraphOf(showing, view, render), structuredData: view.structuredData,
    breadcrumbs: breadcrumbsOf(showing, surroundings, title),
    searchQuery: '', bodyClass: `template-${page.type}`, staffBar: showing.staffBar, preview: showing.preview ?? null, feeds: view.feeds, hasFormats: true, hero: render.hero,
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
  const above = [...ancestors, ...(match && !match.isPage ? [{ title: page.title, url: urlOf(encodePath(page.path)) }] : [])];
  return [...above.filter((ancestor) => ancestor.url !== '/').map((ancestor) => ({ title: ancestor.title, url: ancestor.url })), { title, url: null }];
}

/** P-07: the page's social image, then what the type offers, then the site's. Never a private one: who makes the card could not fetch it. */
function openGraphOf({ page, site }: Showing, view: PageView, render: Renderer): Omit<OpenGraph, 'title' | 'description' | 'url' | 'siteName'> {
  const chosen = page.common.socialImage ?? view.image ?? page.common.feedImage;
  const facts = [chosen?.ref, site.settings.defaultSharingImage].map((uri) => (uri ? imageFactsOf(render.resolve(uri)?.data) : undefined)).find((found) => found && !found.private);
  const image = facts ? { ...socialImageOf(facts), alt: chosen?.alt ?? facts.alt ?? '' } : null;
  const article = view.openGraphType === 'article';
  return {
    type: view.openGraphType,
    image: image && { ...image, url: site.baseUrl + image.url },
    publishedTime: article ? page.firstPublishedAt.toISOString() : null,
    modifiedTime: article ? page.lastPublishedAt.toISOString() : null,
  };
}
