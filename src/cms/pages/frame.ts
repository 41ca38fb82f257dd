import type { Html } from '../../platform/html/html';
import type { ImageUse } from '../media/picture';
import type { Heading } from '../references/renderer';
import type { Site } from '../sites/site';
import type { PageLink } from './page';

/** Everything around a page's own view: what layouts/site.ejs prints. Built by `build-frame.ts`. */
export interface Frame {
  readonly site: Site;
  readonly lang: string;
  readonly head: Head;
  readonly menu: readonly MenuSection[];
  /** "News & blog" beside the main menu. */
  readonly secondary: readonly NavLink[];
  /** Empty on the home page. The last entry is the page itself. */
  readonly breadcrumbs: readonly Breadcrumb[];
  readonly footer: Footer;
  /** In the header's search field. */
  readonly searchQuery: string;
  /** `template-<page type>` */
  readonly bodyClass: string;
  /** The bar for signed-in staff; null for everybody else, so that public HTML is the same for all readers. */
  readonly staffBar: StaffBar | null;
  /** Null for what readers get. */
  readonly preview: PreviewMarks | null;
}

export interface Head {
  readonly title: string;
  readonly description: string;
  /** Absolute. Null for errors. */
  readonly canonical: string | null;
  readonly noindex: boolean;
  readonly openGraph: OpenGraph | null;
  /** JSON-LD objects, ready to print. */
  readonly structuredData: readonly Html[];
  readonly alternates: readonly Alternate[];
  /** The picture at the top: browsers begin with it before they have read the body. */
  readonly hero: ImageUse | null;
}

/** A feed of the site, or the page in another form. */
export interface Alternate {
  readonly type: string;
  readonly title: string;
  /** Absolute. */
  readonly url: string;
}

export interface OpenGraph {
  readonly type: 'website' | 'article';
  readonly title: string;
  readonly description: string;
  readonly url: string;
  readonly siteName: string;
  readonly image: { url: string; width: number; height: number; alt: string } | null;
  readonly publishedTime: string | null;
  readonly modifiedTime: string | null;
}

/** One section of the mega-menu. Without groups it is a plain link. */
export interface MenuSection {
  readonly label: string;
  readonly url: string;
  readonly introduction: string | null;
  readonly picture: ImageUse | null;
  readonly groups: readonly { readonly heading: string; readonly links: readonly NavLink[] }[];
  /** The page shown lies in this section. */
  readonly current: boolean;
}

export interface NavLink {
  readonly label: string;
  readonly url: string;
  readonly external: boolean;
  readonly current: boolean;
}

export interface Breadcrumb {
  readonly title: string;
  /** Null for the page itself. */
  readonly url: string | null;
}

export interface Footer {
  readonly columns: readonly { readonly heading: string; readonly links: readonly NavLink[] }[];
  readonly bottom: readonly NavLink[];
  readonly legal: readonly NavLink[];
  readonly social: readonly { readonly label: string; readonly url: string; readonly icon: string }[];
  readonly demonstrationNotice: string | null;
  /** "Report a problem with this page" (NAV-09); null where the site has no such form. */
  readonly reportUrl: string | null;
}

/** What a preview has besides: the script that keeps its place, and for people without an account the words that it is not public. */
export interface PreviewMarks {
  readonly script: string;
  readonly words: string | null;
}

export interface StaffBar {
  readonly name: string;
  /** "Edits waiting": what readers do not see of the page; null where nothing is to be said. */
  readonly state: string | null;
  /** What its reader may do with the page. */
  readonly links: readonly { readonly label: string; readonly url: string }[];
}

/** "In this section" (content.md P-15): the parent, then the siblings, below the current page its children. */
export interface SectionNavigation {
  readonly parent: PageLink;
  readonly items: readonly (PageLink & { readonly current: boolean; readonly level: 0 | 1 })[];
  /** There were more than 30. */
  readonly more: boolean;
}

/** What every page's own view gets beside its own data, for the parts around the text. */
export interface PageFrame {
  readonly title: string;
  readonly url: string;
  /** Undefined-free: null where the page has none. */
  readonly section: SectionNavigation | null;
  readonly contents: readonly Heading[];
  readonly bibliography: readonly BibliographyEntry[];
  readonly banner: StatusBanner | null;
  /** ISO days. */
  readonly published: string;
  readonly updated: string | null;
  /** The same days in words: "3 February 2025". */
  readonly publishedText: string;
  readonly updatedText: string | null;
  /** "Report a problem with this page"; null where the site has no such form. */
  readonly reportUrl: string | null;
}

export interface StatusBanner {
  readonly kind: 'superseded' | 'archived' | 'cancelled' | 'postponed';
  readonly text: string;
  readonly successor: PageLink | null;
}

export interface BibliographyEntry {
  /** Its anchor is `bibliographyN`. */
  readonly number: number;
  /** "[RFC2026]" without the brackets. */
  readonly tag: string;
  readonly url: string | null;
  readonly authors: string | null;
  readonly title: string;
  /** "September 1996" */
  readonly date: string | null;
  /** "BCP 9, Best Current Practice, obsoleted by RFC 1" */
  readonly detail: string | null;
}
