import { jsonForScript } from '../../platform/html/html';
import type { PageDeps } from '../deps';
import type { ImageUse } from '../media/picture';
import type { Navigation, NavigationLink, NavigationSection } from '../navigation/navigation';
import type { Site } from '../sites/site';
import { FEED_TYPES, type FeedLink } from '../feeds/feed-link';
import { headFeeds } from '../feeds/site-feeds';
import { FORMAT_TYPES, formatUrl } from '../formats/format';
import { reportUrl } from './page-frame';
import type { Alternate, Breadcrumb, Footer, Frame, Head, MenuSection, NavLink, OpenGraph, PreviewMarks, StaffBar } from './frame';

/** What differs from page to page; everything else in a frame belongs to the site. */
export interface FrameParts {
  readonly site: Site;
  /** Root-relative, for marking where we are. */
  readonly url: string;
  readonly lang: string;
  readonly title: string;
  readonly description: string;
  readonly noindex: boolean;
  /** Root-relative, with what of the query belongs to it. Null for errors and search. */
  readonly canonical: string | null;
  readonly openGraph: Omit<OpenGraph, 'title' | 'description' | 'url' | 'siteName'> | null;
  readonly structuredData: readonly object[];
  readonly breadcrumbs: readonly Breadcrumb[];
  readonly searchQuery: string;
  readonly bodyClass: string;
  readonly staffBar: StaffBar | null;
  /** Left out: no picture stands at the top. */
  readonly hero?: ImageUse | null;
  /** Left out: it is no preview. */
  readonly preview?: PreviewMarks | null;
  /** Of this address, besides those of the site. Left out: none. */
  readonly feeds?: readonly FeedLink[];
  /** It can be had as Markdown and JSON. Left out: it cannot. */
  readonly hasFormats?: boolean;
}

/** No query on a warm process: menus and the site's feeds are kept for the content version. */
export async function buildFrame(deps: Pick<PageDeps, 'navigation' | 'siteFeeds'>, parts: FrameParts): Promise<Frame> {
  const navigation = await deps.navigation.get(parts.site.id);
  const siteFeeds = headFeeds(await deps.siteFeeds.get(parts.site.id));
  return {
    site: parts.site,
    lang: parts.lang,
    head: headOf(parts, siteFeeds),
    menu: navigation.main.flatMap((section) => menuSection(section, parts.url)),
    secondary: navigation.secondary.map((link) => navLink(link, parts.url)),
    breadcrumbs: parts.breadcrumbs,
    footer: footerOf(navigation, parts),
    searchQuery: parts.searchQuery,
    bodyClass: parts.bodyClass,
    staffBar: parts.staffBar,
    preview: parts.preview ?? null,
  };
}

function headOf(parts: FrameParts, siteFeeds: readonly FeedLink[]): Head {
  const { site, description } = parts;
  const canonical = parts.canonical === null ? null : site.baseUrl + parts.canonical;
  const openGraph = parts.openGraph && canonical ? { ...parts.openGraph, title: parts.title, description, url: canonical, siteName: site.name } : null;
  const structuredData = [...parts.structuredData, ...breadcrumbData(parts)].map(jsonForScript);
  return { title: titleOf(parts), description, canonical, noindex: parts.noindex, openGraph, structuredData, alternates: alternatesOf(parts, siteFeeds), hero: parts.hero ?? null };
}

/** SEO-09: absolute, of the right type. The page's own feeds come first, since programs take the first. */
function alternatesOf({ site, canonical, feeds = [], hasFormats = false }: FrameParts, siteFeeds: readonly FeedLink[]): Alternate[] {
  const links = [...new Map([...feeds, ...siteFeeds].map((feed) => [feed.url, feed])).values()];
  const formats = hasFormats && canonical !== null ? (['markdown', 'json'] as const) : [];
  const [path = '', query] = canonical?.split('?') ?? [];
  return [
    ...links.map(({ title, url, format }) => ({ type: FEED_TYPES[format], title, url: site.baseUrl + url })),
    ...formats.map((format) => ({ type: FORMAT_TYPES[format], title: `This page as ${FORMAT_NAMES[format]}`, url: site.baseUrl + formatUrl(format, path, query === undefined ? '' : `?${query}`) })),
  ];
}

const FORMAT_NAMES = { markdown: 'Markdown', json: 'JSON' } as const;

/** P-09: the page, then the site; the home page is the organisation. */
function titleOf({ title, site, url }: FrameParts): string {
  return url === '/' ? `${title} (${site.name})` : `${title} – ${site.name}`;
}

/** https://schema.org/BreadcrumbList: the same names as on the page. */
function breadcrumbData({ breadcrumbs, site, url, canonical }: FrameParts): object[] {
  if (breadcrumbs.length === 0 || !canonical) return [];
  const items = [{ title: 'Home', url: '/' }, ...breadcrumbs].map((crumb, index) => (
    { '@type': 'ListItem', position: index + 1, name: crumb.title, item: site.baseUrl + (crumb.url ?? url) }
  ));
  return [{ '@context': 'https://schema.org', '@type': 'BreadcrumbList', itemListElement: items }];
}

function menuSection(section: NavigationSection, url: string): MenuSection[] {
  if (section.url === null) return [];
  const groups = section.groups.map(({ heading, links }) => ({ heading, links: links.map((link) => navLink(link, url)) }));
  const { label, introduction, picture } = section;
  return [{ label, url: section.url, introduction, picture, groups, current: isWithin(url, section.url) }];
}

function footerOf(navigation: Navigation, { url, canonical, site }: FrameParts): Footer {
  const links = (list: readonly NavigationLink[]): NavLink[] => list.map((link) => navLink(link, url));
  return {
    columns: navigation.footer.map((column) => ({ heading: column.label, links: links(column.links) })),
    bottom: links(navigation.bottom),
    legal: links(navigation.legal),
    social: navigation.social.map(({ label, url: address, icon }) => ({ label, url: address, icon: icon ?? 'link' })),
    demonstrationNotice: site.settings.demonstrationNotice,
    reportUrl: reportUrl(navigation.reportForm, canonical ?? url),
  };
}

function navLink(link: NavigationLink, url: string): NavLink {
  return { label: link.label, url: link.url, external: link.external, current: link.url === url };
}

function isWithin(url: string, section: string): boolean {
  return section !== '/' && url.startsWith(section);
}
