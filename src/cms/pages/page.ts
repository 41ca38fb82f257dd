/** A page as visitors see it: the live revision, with what the tree says about its place. */
export interface LivePage {
  readonly id: number;
  readonly siteId: number;
  readonly parentId: number | null;
  /** From the top down, without the page itself. */
  readonly ancestorIds: readonly number[];
  readonly type: string;
  /** Without the final slash; the home page is `/`. */
  readonly path: string;
  readonly title: string;
  readonly revisionId: number;
  readonly contentVersion: number;
  readonly content: unknown;
  readonly common: CommonFields;
  readonly firstPublishedAt: Date;
  readonly lastPublishedAt: Date;
  /** The page whose rule keeps it private, itself or one above it; null for everybody's. */
  readonly gateId: number | null;
}

/** A page as others link to it. */
export interface PageLink {
  readonly id: number;
  readonly title: string;
  /** With the final slash. */
  readonly url: string;
}

/** The fields that every page has, whatever its type (content.md 2.1 and 2.3). */
export interface CommonFields {
  seoTitle: string | null;
  description: string | null;
  socialText: string | null;
  socialImage: { ref: string; alt: string | null; decorative: boolean } | null;
  feedImage: { ref: string; alt: string | null; decorative: boolean } | null;
  showInMenus: boolean;
  lang: string;
  status: 'current' | 'superseded' | 'archived';
  /** Reference to the page that replaces this one. */
  successor: string | null;
  statusNote: string | null;
  /** ISO day shown as "Last changed"; null: the day of publication. */
  updatedOn: string | null;
  hideToc: boolean;
  /** Terms of the glossary are not marked in the text. Revisions from before this field lack it, which means the same as false. */
  hideTerms: boolean;
}

export const NO_COMMON_FIELDS: CommonFields = {
  seoTitle: null, description: null, socialText: null, socialImage: null, feedImage: null,
  showInMenus: false, lang: 'en', status: 'current', successor: null, statusNote: null, updatedOn: null, hideToc: false, hideTerms: false,
};

/** Public addresses of pages end in a slash, so that relative links below them work. */
export function urlOf(path: string): string {
  return path === '/' ? '/' : `${path}/`;
}
