import type { Db } from '../../platform/db/connect';
import type { ReferenceKind, ReferenceTarget } from '../reference-kind';
import { outsideTarget } from '../references/outside';
import { resolveReferences, type Targets } from '../references/resolve';
import type { Registry } from '../registry';
import { correct } from './correct';
import type { Asked } from './address';
import { listTermFacts, searchDocuments, type Found, type Search } from './queries';
import { kindsAtHome, typesOf, type SiteSearch } from './site-search';
import { parseTerms, spell, writeQuery, type Terms } from './terms';

export const PER_PAGE = 10;

export interface SearchDeps {
  readonly db: Db;
  readonly registry: Registry;
  readonly siteSearch: SiteSearch;
}

export interface Results extends Found {
  /** Everything that is shown, resolved in one query: hits, short cut, promotions, topics of the facet. */
  readonly targets: Targets;
  /** What the query names outright; it comes first. */
  readonly shortcut: ReferenceTarget | null;
  /** What was meant, if a word is on no page. */
  readonly meant: string | null;
}

/** Four queries at most: the search; where nothing has all words what is known of them, and the search once more; the targets. */
export async function find({ db, registry, siteSearch }: SearchDeps, siteId: number, asked: Asked, now: Date): Promise<Results> {
  const terms = parseTerms(asked.query);
  const search = { ...searchOf(registry, siteSearch, asked), siteId, now };
  const strict = await searchDocuments(db, { ...search, ...writeQuery(terms, siteSearch.wording), loose: false });
  const enough = strict.strict && !(isPlain(asked) && strict.total <= FEW);
  const { found, meant } = enough || terms.wanted.length === 0 ? { found: strict, meant: null } : await findLoosely(db, { search, terms, siteSearch, strict });

  const shortcuts = shortcutsOf(registry, siteSearch, asked);
  const uris = [
    ...found.hits.map(({ kind, key }) => `${kind}:${key}`), ...shortcuts, ...found.promotions.map(({ target }) => target),
    ...Object.keys(found.terms).filter((uri) => uri.startsWith(`${siteSearch.topic}:`)),
  ];
  const targets = await resolveReferences(db, registry.referenceKinds, uris, now);
  const shortcut = shortcuts.map((uri) => targets.get(uri)).find((target) => target?.url) ?? null;
  return { ...found, targets, shortcut, meant };
}

type Base = Omit<Search, keyof ReturnType<typeof writeQuery> | 'loose'>;

/** Somebody else mistyped that word too: so few hits are looked at again. */
const FEW = 2;

/** Words that are nowhere are replaced by what looks like them, or dropped; then some of the words are enough. */
async function findLoosely(
  db: Db, { search, terms, siteSearch: { wording }, strict }: { search: Base; terms: Terms; siteSearch: SiteSearch; strict: Found },
): Promise<{ found: Found; meant: string | null }> {
  const words = terms.wanted.map((term) => ({ word: term.pieces.join(' '), query: spell(term, wording, '') }));
  const facts = await listTermFacts(db, { siteId: search.siteId, now: search.now, words });
  const corrected = correct(terms, facts);
  if (strict.strict && corrected.text === null) return { found: strict, meant: null };
  const found = await searchDocuments(db, { ...search, ...writeQuery(corrected.terms, wording), typed: corrected.text ?? search.typed, loose: true });
  return { found, meant: found.total > 0 ? corrected.text : null };
}

function searchOf(registry: Registry, siteSearch: SiteSearch, { query, topic, type, year, sort, page }: Asked): Omit<Base, 'siteId' | 'now'> {
  return {
    typed: query, ...kindsAtHome(registry),
    types: type.length === 0 ? null : typesOf(registry, siteSearch, type),
    terms: topic.length === 0 ? null : topic.map((key) => `${siteSearch.topic}:${key}`),
    years: year.length === 0 ? null : year,
    newestFirst: sort === 'date', limit: PER_PAGE, page,
  };
}

/** The first page of a search without filters. */
export function isPlain({ topic, type, year, sort, page }: Asked): boolean {
  return page === 1 && sort === 'best' && topic.length + type.length + year.length === 0;
}

function shortcutsOf({ referenceKinds }: Registry, { wellKnown }: SiteSearch, asked: Asked): string[] {
  if (!isPlain(asked)) return [];
  const { query } = asked;
  const name = query.toLowerCase().replace(/[^\p{L}\p{N}.]/gu, '');
  return [...[...referenceKinds.values()].flatMap((kind) => shortcutOf(kind, query)), ...(Object.hasOwn(wellKnown, name) ? [wellKnown[name]!] : [])];
}

function shortcutOf({ kind, search, parseKey }: ReferenceKind, query: string): string[] {
  const named = search?.shortcut?.(query.toLowerCase());
  const key = named === undefined ? undefined : parseKey(named);
  return key === undefined ? [] : [`${kind}:${key}`];
}

/** Of a promotion: a reference of ours, or an address elsewhere. */
export function promotedTarget(targets: Targets, uri: string): ReferenceTarget | undefined {
  return targets.get(uri) ?? outsideTarget(uri);
}
