import { pagerOf } from '../pages/pager';
import type { RecordBox } from '../pages/view-parts';
import type { ReferenceTarget } from '../reference-kind';
import type { ResolvedLink } from '../references/renderer';
import { isExternal } from '../references/outside';
import type { Registry } from '../registry';
import type { Site } from '../sites/site';
import { listQueryOf, SEARCH_PATH, withChange, type Asked } from './address';
import { activeFilters, facetsOf } from './facets-view';
import { PER_PAGE, promotedTarget, type Results } from './find';
import { hitView, namedView } from './hit-view';
import type { FoundDocument } from './queries';
import type { SiteSearch } from './site-search';
import type { SearchHit, SearchView } from './views';

interface Shown {
  readonly site: Site;
  readonly registry: Registry;
  readonly siteSearch: SiteSearch;
  readonly help: readonly ResolvedLink[];
}

/** Everything that a page of results shows. */
export function resultsView(shown: Shown, asked: Asked, results: Results): Omit<SearchView, 'problem' | 'took'> {
  const promotions = asked.page === 1 ? promotionsOf(results) : [];
  const { best, hits, added } = listOf(shown, asked, results);
  const facets = facetsOf(shown.siteSearch, asked, results);
  const total = results.total + added;
  const newest = asked.sort === 'date';
  return {
    query: asked.query, total, more: results.capped, loose: !results.strict && results.total > 0,
    order: newest ? 'newest' : 'best',
    orderUrl: total > 1 ? withChange(asked, { sort: newest ? 'best' : 'date' }) : null,
    promotions, best, facets,
    hits: hits.filter(({ url }) => !promotions.some((promotion) => promotion.url === url)), active: activeFilters(facets, asked),
    pager: pagerOf({ url: SEARCH_PATH, query: listQueryOf(asked), page: results.page, total: results.total, size: PER_PAGE }),
    suggestion: results.meant === null ? null : { url: withChange(asked, { query: results.meant }), text: results.meant, external: false },
    alsoTry: total === 0 ? shown.help : [],
    elsewhere: elsewhere(shown.site, asked.query),
  };
}

interface Listed {
  best: RecordBox | null;
  hits: SearchHit[];
  /** One that is shown but was not counted. */
  added: 0 | 1;
}

/** What the query names comes first and once: as a packet if its kind has one. */
function listOf(shown: Shown, asked: Asked, { hits, targets, shortcut, page }: Results): Listed {
  const listed = hits.flatMap((hit) => {
    const target = targets.get(`${hit.kind}:${hit.key}`);
    return target?.url ? [{ hit, target }] : [];
  });
  const first = shortcut ?? namedFirst(asked, page, listed);
  const rest = listed.filter(({ target }) => !first || target.kind !== first.kind || target.key !== first.key);
  const box = first && shown.registry.referenceKinds.get(first.kind)?.search?.box?.(first);
  const views = rest.map(({ hit, target }) => hitView(shown, hit, target));
  const added = first && rest.length === listed.length ? 1 : 0;
  if (box) return { best: box, hits: views, added };
  const own = listed.find(({ target }) => target === first);
  return { best: null, hits: first ? [own ? hitView(shown, own.hit, own.target) : namedView(shown, first), ...views] : views, added };
}

/** `quic`: the first hit, when it is called just so. */
function namedFirst({ sort }: Asked, page: number, listed: readonly { hit: FoundDocument; target: ReferenceTarget }[]): ReferenceTarget | null {
  const first = listed[0];
  return first?.hit.named && page === 1 && sort === 'best' ? first.target : null;
}

/** SEARCH-08: what is not public is skipped. */
function promotionsOf({ promotions, targets }: Results): SearchView['promotions'] {
  return promotions.flatMap(({ target: uri, title, text }) => {
    const target = promotedTarget(targets, uri);
    return target?.url ? [{ title: title ?? target.title ?? target.label, url: target.url, text }] : [];
  });
}

/** SEARCH-11 */
export function elsewhere({ settings }: Site, query: string): SearchView['elsewhere'] {
  if (query === '') return [];
  return [
    { text: 'Email archive', url: `${settings.mailArchiveUrl}/arch/search/?${new URLSearchParams({ q: query })}`, host: new URL(settings.mailArchiveUrl).host },
    { text: 'Datatracker', url: `${settings.datatrackerUrl}/doc/search/?${new URLSearchParams({ name: query, rfcs: 'on', activedrafts: 'on', by: 'group' })}`, host: new URL(settings.datatrackerUrl).host },
  ];
}

/** A link to a page of ours, or elsewhere. */
export function linkTo(site: Site, url: string, text: string): ResolvedLink {
  return { url, text, external: isExternal(url, site.baseUrl) };
}
