import type { ZodType } from 'zod';
import type { Db } from '../platform/db/connect';
import type { Problem } from '../platform/http/errors';
import type { Views, ViewName } from '../platform/http/views';
import type { FeedLink } from './feeds/feed-link';
import type { PageFeeds } from './feeds/site-feeds';
import type { ContentOf, Fields } from './field';
import type { ImageValue } from './fields/image';
import type { Form, FormContext } from './forms/form';
import type { LivePage, PageLink } from './pages/page';
import type { Renderer } from './references/renderer';
import type { Site } from './sites/site';

/**
 * One kind of page, whole: its fields, where it may stand, how it shows, what it offers below its own address.
 * Adding one touches this file's kind (`src/site/<section>/<name>.page.ts`), its view and one line in `src/site/index.ts`.
 */
export interface PageType<F extends Fields = Fields> {
  /** Stored in the database: never renamed. */
  readonly key: string;
  readonly label: string;
  /** One line for the chooser of new pages. */
  readonly description: string;
  readonly fields: F;
  /** Grows when the shape of the content changes; `upgrade` then lifts older content, one version at a time, on read. */
  readonly version: number;
  upgrade?(content: unknown, from: number): unknown;
  /** Keys of the types it may stand below; 'any' means any type that has no rule of its own about children. */
  readonly parents: 'any' | 'top' | readonly string[];
  readonly children: 'any' | readonly string[];
  /** What the schemas of single fields cannot say, such as an end before its beginning: asked before publishing. */
  check?(content: ContentOf<F>): Problem[];
  /** Why a page below it may not have this slug, beyond the words of its own routes; null: it may. */
  reserved?(db: Db, slug: string): Promise<string | null>;
  /** What the page asks of its readers: sent to `/forms/<page id>`, thanked for at its own sub-route `thanks/`. Left out: nothing. */
  form?(content: ContentOf<F>): Form;
  /** What lists, cards and other sections know of the page, derived when it is published. */
  listing(content: ContentOf<F>): Listing;
  show(context: ShowContext<ContentOf<F>>): Answer | Promise<Answer>;
  /** Query names that the page's own address knows (filters, page numbers), all others are dropped; what it refuses is a 404. Left out: none. */
  readonly query?: ZodType<Readonly<Record<string, unknown>>>;
  /** Feeds and calendars that every page of the site announces, and that `/feeds/` lists. `facts` are those of its listing. */
  feeds?(page: PageLink, facts: Listing['facts']): readonly FeedLink[];
  /** What of the addresses below its own search engines should know (SEO-07): all of them answer with a page, none with `noindex`. */
  sitemap?(context: SitemapContext): Promise<readonly SitemapEntry[]>;
  /** Addresses below the page's own that it answers itself, after real child pages. */
  readonly routes: readonly SubRoute<ContentOf<F>>[];
  /** What a new page starts with; guards publish and show it for every type. */
  readonly example: ContentOf<F>;
}

export type AnyPageType = PageType;

export function pageType<F extends Fields>(definition: PageType<F>): AnyPageType {
  return definition;
}

/** Old content, lifted to the type's current version (rule 2); what is stored stays as it was. */
export function upgraded(type: AnyPageType, content: unknown, version: number): unknown {
  if (version >= type.version || !type.upgrade) return content;
  return upgraded(type, type.upgrade(content, version), version + 1);
}

/** The row that lists are made of. Dates are ISO days or instants. */
export interface Listing {
  /** The teaser, after the page's own description. */
  readonly introduction: string | null;
  readonly image: ImageValue | null;
  /** What posts and statements are sorted by; null: when it was first published. */
  readonly date: string | null;
  readonly startDate: string | null;
  readonly endDate: string | null;
  readonly place: string | null;
  /** Small facts that a card prints without opening the content. */
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
  /** Reference URIs by which lists filter: `person:…` of authors, `topic:…`. */
  readonly terms: readonly string[];
}

export const NO_LISTING: Listing = {
  introduction: null, image: null, date: null, startDate: null, endDate: null, place: null, facts: {}, terms: [],
};

export interface SitemapContext {
  readonly db: Db;
  readonly siteId: number;
  readonly page: PageLink;
  readonly now: Date;
}

export interface SitemapEntry {
  /** Root-relative. */
  readonly url: string;
  /** Null: nobody knows. */
  readonly changed: Date | null;
}

/** What `show` is given. Everything a page needs beyond its own content comes through a query of its section. */
export interface ShowContext<C> {
  readonly db: Db;
  readonly now: Date;
  readonly site: Site;
  readonly page: LivePage;
  readonly content: C;
  readonly render: Renderer;
  /** What the type's `query` made of the query string; empty when it knows no names. */
  readonly query: Readonly<Record<string, unknown>>;
  /** Ancestors from the home page down, without the page itself. */
  readonly ancestors: readonly PageLink[];
  /** For pages with a form. */
  readonly form: FormContext;
  /** Feeds and calendars of the whole site, kept in memory: it costs no query. */
  siteFeeds(): Promise<readonly PageFeeds[]>;
}

/** A page's own part of the answer; the frame around it is the engine's. */
export interface PageView {
  readonly view: ViewName;
  readonly data: object;
  /** Longer than the page's own: "Articles by Mara Lindqvist". Null: the page's title. */
  readonly title: string | null;
  /** For search engines and shared links, where it is not the page's own text: a topic's list. Null: the page's. */
  readonly description: string | null;
  /** JSON-LD objects beside the breadcrumbs, which every page has. */
  readonly structuredData: readonly object[];
  readonly openGraphType: 'website' | 'article';
  /** For the social card, when the page has no social image. */
  readonly image: ImageValue | null;
  readonly noindex: boolean;
  /** What of the query string belongs to the address: `?page=2`. Part of the canonical link. */
  readonly canonicalQuery: string;
  /** Feeds and calendars of just this address, besides those of the site. */
  readonly feeds: readonly FeedLink[];
}

/** `view('blog/post', data)`: wrong or missing data does not compile. */
export function view<Name extends ViewName>(name: Name, data: Views[Name], more: Partial<Omit<PageView, 'view' | 'data'>> = {}): PageView {
  return { view: name, data: data, title: null, description: null, structuredData: [], openGraphType: 'website', image: null, noindex: false, canonicalQuery: '', feeds: [], ...more };
}

/** An answer that is not a page in the frame: a feed, a calendar, JSON. */
export interface RawAnswer {
  readonly contentType: string;
  readonly body: string;
}

/** The way to another address of this site. */
export interface Redirect {
  readonly redirect: string;
  readonly status: 301 | 302;
}

/** What may be at an address; null: nothing (404). */
export type Answer = PageView | RawAnswer | Redirect | null;

/** Permanent, unless told otherwise. `url` is root-relative or absolute. */
export function redirectTo(url: string, status: 301 | 302 = 301): Redirect {
  return { redirect: url, status };
}

export interface SubRoute<C> {
  /** Below the page's address, with `:name` captures: `author/:slug/`, `feed/`, `events.ics`. */
  readonly path: string;
  /** Query names it knows; all others are dropped, what it refuses is a 404. */
  readonly query: ZodType<Readonly<Record<string, unknown>>>;
  show(context: ShowContext<C>, request: SubRequest): Promise<Answer>;
}

/** null from `show` means that there is nothing at this address. */
export interface SubRequest {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
}
