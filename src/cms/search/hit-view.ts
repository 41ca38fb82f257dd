import { formatDay } from '../../platform/dates';
import { escape, trusted, type Html } from '../../platform/html/html';
import type { ReferenceTarget } from '../reference-kind';
import type { Registry } from '../registry';
import type { FoundDocument } from './queries';
import { groupOf, type SiteSearch } from './site-search';
import type { SearchHit } from './views';
import { HIT_END, HIT_START } from './words';

interface Shown {
  readonly siteSearch: SiteSearch;
  readonly registry: Registry;
}

/** A hit as it is printed; `target` must have an address. */
export function hitView({ siteSearch }: Shown, hit: FoundDocument, target: ReferenceTarget): SearchHit {
  const group = groupOf(siteSearch, hit.type);
  return {
    kind: group.value,
    kindLabel: group.label,
    title: titleOf(hit, target),
    url: target.url!,
    excerpt: excerptOf(hit, target),
    where: whereOf(target.url!),
    date: hit.year === null || hit.date === null || hit.kind !== 'page' ? null : { iso: hit.date, text: formatDay(hit.date) },
    status: hit.status === 'current' ? null : `${hit.status[0]!.toUpperCase()}${hit.status.slice(1)}`,
  };
}

/** What a query names outright without being among the documents: a draft, a series. */
export function namedView({ siteSearch, registry }: Shown, target: ReferenceTarget): SearchHit {
  const { kind, label, title, url, detail } = target;
  const group = siteSearch.groups.find(({ types }) => types.includes(kind));
  return {
    kind: group?.value ?? kind, kindLabel: group?.label ?? registry.referenceKinds.get(kind)?.label ?? '',
    title: escape(title === null ? label : `${label}: ${title}`), url: url!, excerpt: detail === null ? null : escape(detail),
    where: whereOf(url!), date: null, status: null,
  };
}

/** "RFC 9110: HTTP Semantics", but the name alone where it says it all. */
function titleOf({ kind, title, markedTitle }: FoundDocument, { label }: ReferenceTarget): Html {
  if (kind === 'page' || label === title) return marked(markedTitle);
  return trusted(`${escape(label)}: ${marked(markedTitle)}`);
}

/** What pages do not have, a line about status and date, comes first. */
function excerptOf({ kind, extract }: FoundDocument, { detail }: ReferenceTarget): Html | null {
  if (kind === 'page' || detail === null) return extract === '' ? null : marked(cut(extract));
  const plain = extract.replaceAll(HIT_START, '').replaceAll(HIT_END, '');
  if (plain === '') return escape(detail);
  return plain.startsWith(detail) ? marked(cut(extract)) : trusted(`${escape(detail)}. ${marked(cut(extract))}`);
}

/** A piece of a longer text shows that it is one, and where headings and cells of tables meet. */
function cut(extract: string): string {
  const text = extract.trim().replace(/([.!?:;,])?\s*\n\s*/g, (_, sign?: string) => (sign === undefined ? ' · ' : `${sign} `));
  return `${/^[\u0002]?\p{Ll}/u.test(text) ? '… ' : ''}${text}${/[.!?][\u0003]?$/.test(text) ? '' : ' …'}`;
}

/** Escaped first: only our own signs become markup. */
function marked(text: string): Html {
  return trusted(escape(text).replaceAll(HIT_START, '<mark>').replaceAll(HIT_END, '</mark>'));
}

function whereOf(url: string): string {
  return url.startsWith('/') ? decoded(url) : url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$|\.html$/, '');
}

function decoded(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}
