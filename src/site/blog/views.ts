import type { Html } from '../../platform/html/html';
import type { ActiveFilter, CountedLink, DateFilter, DateText, Pager } from '../../cms/pages/view-parts';
import type { PageLink } from '../../cms/pages/page';
import type { TopicChip } from '../snippets/topic';

export interface AuthorView {
  readonly name: string;
  /** Two letters: "ML". */
  readonly initials: string;
  readonly url: string | null;
  readonly role: string | null;
}

/** A post in a list. */
export interface PostCard {
  readonly title: string;
  readonly url: string;
  readonly text: string | null;
  readonly date: DateText;
  /** Short, for narrow columns: "4 Feb 2025". */
  readonly shortDate: string;
  readonly authors: readonly { readonly name: string; readonly url: string | null }[];
  readonly topics: readonly TopicChip[];
  readonly picture: Html | null;
}

/** The empty route, a topic's, an author's, and `all/`: the last fills `years`, the others `posts`. */
export interface BlogIndexView {
  /** The page's title, "Security & privacy", "Articles by Mara Lindqvist". */
  readonly heading: string;
  readonly introduction: string | null;
  readonly total: number;
  /** "42 posts"; "3 posts, filtered by Security & privacy, dates after 2024-01-01". */
  readonly filterSentence: string;
  readonly active: readonly ActiveFilter[];
  readonly clearUrl: string | null;
  /** Null where nothing can be filtered: an author's list, `all/`. */
  readonly filter: DateFilter | null;
  /** All, then those in use. */
  readonly topics: readonly CountedLink[];
  /** Latest first. */
  readonly yearLinks: readonly CountedLink[];
  readonly posts: readonly PostCard[];
  readonly years: readonly { readonly year: string; readonly posts: readonly { readonly title: string; readonly url: string; readonly date: DateText }[] }[];
  readonly pager: Pager | null;
  readonly feedUrl: string | null;
  /** The table of every post; null on that table. */
  readonly allUrl: string | null;
  /** The page of the person whose posts these are. */
  readonly person: { readonly text: string; readonly url: string } | null;
}

export interface PostGroup {
  readonly name: string;
  readonly role: string | null;
  readonly summary: string | null;
  readonly email: string | null;
  readonly url: string | null;
}

export interface PostView {
  readonly introduction: string | null;
  readonly authors: readonly AuthorView[];
  readonly group: PostGroup | null;
  readonly date: DateText;
  /** Only when it is later by more than a day. */
  readonly updated: DateText | null;
  readonly readingMinutes: number | null;
  /** Of the place 'top'. */
  readonly picture: Html | null;
  readonly body: Html;
  readonly topics: readonly TopicChip[];
  /** `icon` is a name of `partials/icon`: mail, linkedin, facebook, bluesky, mastodon. */
  readonly share: readonly { readonly label: string; readonly url: string; readonly icon: string }[];
  readonly feedUrl: string | null;
  /** The nearest older and newer post. */
  readonly previous: PageLink | null;
  readonly next: PageLink | null;
  /** Up to five others that share a topic, newest first. */
  readonly related: readonly PostCard[];
  /** Up to five others of the same blog that are not among those, newest first. */
  readonly more: readonly PostCard[];
  /** Null while the blog is not public. */
  readonly blogUrl: string | null;
  readonly allUrl: string | null;
}

declare module '../../platform/http/views' {
  interface Views {
    'blog/index': BlogIndexView;
    'blog/post': PostView;
  }
}
