import type { Registry } from '../registry';
import type { Wording } from './terms';

/** What the site adds to the search. Everything by name: page types and kinds of reference alike. */
export interface SiteSearch {
  readonly wording: Wording;
  /** What hits are called and filtered by, in the order of the facet. Page types in none of them are in the first. */
  readonly groups: readonly SearchGroup[];
  /** What everybody calls things, in lower case and without spaces and signs but points (`tls1.3`), and the references that are meant. */
  readonly wellKnown: Readonly<Record<string, string>>;
  /** The kind of reference that is the facet of topics. */
  readonly topic: string;
  /** Paths of pages that help on where nothing is found. */
  readonly help: readonly string[];
}

export interface SearchGroup {
  /** In addresses and for the style sheet. */
  readonly value: string;
  /** "Blog post", "Blog posts" */
  readonly label: string;
  readonly plural: string;
  readonly types: readonly string[];
}

/** The group of a page type or a kind. */
export function groupOf({ groups }: SiteSearch, type: string): SearchGroup {
  return groups.find(({ types }) => types.includes(type)) ?? groups[0]!;
}

/** The page types and kinds that groups stand for; of groups that do not exist none. */
export function typesOf({ pageTypes, referenceKinds }: Registry, siteSearch: SiteSearch, values: readonly string[]): string[] {
  return [...pageTypes.keys(), ...referenceKinds.keys()].filter((type) => values.includes(groupOf(siteSearch, type).value));
}

/** The kinds whose targets have addresses only while a page of a type is public, and those types, side by side. */
export function kindsAtHome({ referenceKinds }: Registry): { kinds: string[]; homes: string[] } {
  const pairs = [...referenceKinds.values()].flatMap(({ kind, search }) => (search?.home ? [{ kind, home: search.home }] : []));
  return { kinds: pairs.map(({ kind }) => kind), homes: pairs.map(({ home }) => home) };
}
