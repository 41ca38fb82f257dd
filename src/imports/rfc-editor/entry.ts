import type { RfcRecord, SeriesRecord } from '../../site/standards/rfc-record';
import { childrenOf, collapsed, textOf, type XmlNode } from '../read-xml';
import { paragraphsOf } from './paragraphs';

/** One entry of the index. `skipped`: an RFC or number that could not be read, with the reason; what is stored of it stays. */
export type Entry =
  | { readonly kind: 'rfc'; readonly rfc: RfcRecord }
  | { readonly kind: 'not-issued'; readonly number: number }
  | { readonly kind: 'series'; readonly series: SeriesRecord }
  | { readonly kind: 'skipped'; readonly number: number | null; readonly reason: string };

interface DocId {
  readonly series: string;
  readonly number: number;
}

/** external-data.md 4.1: padded to four digits or not. */
export function parseDocId(text: string | null): DocId | undefined {
  const match = /^(RFC|BCP|STD|FYI|IEN|NIC|RTR)0*([1-9]\d{0,5})$/.exec(text ?? '');
  return match ? { series: match[1]!, number: Number(match[2]) } : undefined;
}

/** What an element below the root says; undefined for kinds of entries that we do not keep. */
export function entryOf(node: XmlNode): Entry | undefined {
  const id = parseDocId(textOf(node, 'doc-id'));
  switch (node.name) {
    case 'rfc-entry': return rfcEntry(node, id);
    case 'rfc-not-issued-entry': return id?.series === 'RFC' ? { kind: 'not-issued', number: id.number } : skipped(node, null, 'no number');
    case 'bcp-entry': return seriesEntry(node, id, 'BCP');
    case 'std-entry': return seriesEntry(node, id, 'STD');
    case 'fyi-entry': return seriesEntry(node, id, 'FYI');
    default: return undefined;
  }
}

function seriesEntry(node: XmlNode, id: DocId | undefined, kind: SeriesRecord['kind']): Entry {
  if (id?.series !== kind) return skipped(node, null, 'no number');
  return { kind: 'series', series: { kind, number: id.number, title: textOf(node, 'title'), members: rfcNumbers(node, 'is-also') } };
}

function rfcEntry(node: XmlNode, id: DocId | undefined): Entry {
  if (id?.series !== 'RFC') return skipped(node, null, 'no number');
  const title = textOf(node, 'title');
  const date = dateOf(node);
  const status = textOf(node, 'current-status');
  if (title === null) return skipped(node, id.number, 'no title');
  if (!date) return skipped(node, id.number, 'no date that can be read');
  if (status === null) return skipped(node, id.number, 'no status');
  return { kind: 'rfc', rfc: { number: id.number, title, ...date, status: capitalised(status), ...peopleAndPlace(node), ...contentOf(node), ...relationsOf(node) } };
}

function skipped(node: XmlNode, number: number | null, why: string): Entry {
  const name = number === null ? `an entry of ${node.name} (${textOf(node, 'doc-id')?.slice(0, 40) ?? 'without doc-id'})` : `RFC ${number}`;
  return { kind: 'skipped', number, reason: `${name}: ${why}` };
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** The day is there for few, mostly of 1 April. */
function dateOf(node: XmlNode): { date: string; day: number | null } | undefined {
  const [date] = childrenOf(node, 'date');
  const month = date ? MONTHS.indexOf(textOf(date, 'month') ?? '') + 1 : 0;
  const year = date ? Number(/^(?:19|20)\d\d$/.exec(textOf(date, 'year') ?? '')?.[0]) : Number.NaN;
  if (!date || month === 0 || Number.isNaN(year)) return undefined;
  const day = Number(/^\d{1,2}$/.exec(textOf(date, 'day') ?? '')?.[0]);
  const exists = day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
  return { date: `${year}-${String(month).padStart(2, '0')}`, day: exists ? day : null };
}

/** "INTERNET STANDARD" → "Internet Standard" */
function capitalised(words: string): string {
  return words.toLowerCase().replace(/(^|[\s-])\S/g, (letter) => letter.toUpperCase());
}

const STREAMS: Readonly<Record<string, string>> = { INDEPENDENT: 'Independent', LEGACY: 'Legacy', EDITORIAL: 'Editorial' };

function peopleAndPlace(node: XmlNode): Pick<RfcRecord, 'authors' | 'stream' | 'area' | 'group' | 'publishedStatus'> {
  const stream = textOf(node, 'stream') ?? 'Unknown';
  const group = textOf(node, 'wg_acronym');
  const publishedStatus = textOf(node, 'publication-status');
  return {
    authors: childrenOf(node, 'author').flatMap((author) => authorName(author)),
    stream: STREAMS[stream.toUpperCase()] ?? stream,
    area: textOf(node, 'area'),
    group: group !== null && /NON WORKING GROUP$/i.test(group) ? null : group,
    publishedStatus: publishedStatus && capitalised(publishedStatus),
  };
}

function authorName(author: XmlNode): string[] {
  const name = textOf(author, 'name');
  if (name === null) return [];
  return [textOf(author, 'title') === 'Editor' ? `${name}, Ed.` : name];
}

/** The schema's ASCII and TEXT, and today's TXT, are one. */
const FORMATS: Readonly<Record<string, string>> = { ASCII: 'TXT', TEXT: 'TXT' };
const FORMAT_ORDER = ['HTML', 'TXT', 'PDF', 'XML', 'PS', 'TGZ'];

function contentOf(node: XmlNode): Pick<RfcRecord, 'formats' | 'pages' | 'keywords' | 'abstract' | 'draft' | 'doi' | 'errataUrl'> {
  const [format] = childrenOf(node, 'format');
  const formats = (format ? textsOf(format, 'file-format') : []).map((name) => FORMATS[name.toUpperCase()] ?? name.toUpperCase());
  const [keywords] = childrenOf(node, 'keywords');
  const [abstract] = childrenOf(node, 'abstract');
  const draft = textOf(node, 'draft')?.toLowerCase();
  const pages = Number(/^\d{1,5}$/.exec(textOf(node, 'page-count') ?? '')?.[0] ?? 0);
  return {
    formats: FORMAT_ORDER.filter((name) => formats.includes(name)),
    pages: pages > 0 ? pages : null,
    keywords: keywords ? [...new Set(textsOf(keywords, 'kw'))] : [],
    abstract: (abstract && paragraphsOf(textsOf(abstract, 'p')).join('\n\n')) || null,
    draft: draft && /^draft(-[a-z0-9]+){2,}$/.test(draft) ? draft.replace(/-\d\d$/, '') : null,
    doi: /^10\.\d{4,9}\/\S{1,100}$/.exec(textOf(node, 'doi') ?? '')?.[0] ?? null,
    errataUrl: /^https:\/\/www\.rfc-editor\.org\/errata\/\S{1,60}$/.exec(textOf(node, 'errata-url') ?? '')?.[0] ?? null,
  };
}

function relationsOf(node: XmlNode): Pick<RfcRecord, 'obsoletes' | 'obsoletedBy' | 'updates' | 'updatedBy' | 'series'> {
  const series = docIds(node, 'is-also').filter(({ series: name }) => ['BCP', 'STD', 'FYI'].includes(name));
  return {
    obsoletes: rfcNumbers(node, 'obsoletes'), obsoletedBy: rfcNumbers(node, 'obsoleted-by'),
    updates: rfcNumbers(node, 'updates'), updatedBy: rfcNumbers(node, 'updated-by'),
    series: series.map(({ series: name, number }) => `${name} ${number}`),
  };
}

function rfcNumbers(node: XmlNode, name: string): number[] {
  return docIds(node, name).filter(({ series }) => series === 'RFC').map(({ number }) => number);
}

function docIds(node: XmlNode, name: string): DocId[] {
  return childrenOf(node, name).flatMap((list) => textsOf(list, 'doc-id')).flatMap((text) => parseDocId(text) ?? []);
}

function textsOf(node: XmlNode, name: string): string[] {
  return childrenOf(node, name).map(({ text }) => collapsed(text)).filter((text) => text !== '');
}
