import { shortened } from '../../cms/pages/description';
import type { LivePage } from '../../cms/pages/page';
import { redirectTo, view, type Answer, type ShowContext, type SubRequest, type SubRoute } from '../../cms/page-type';
import { Gone, NotFound } from '../../platform/http/errors';
import { noQuery } from './list-query';
import { bibtexOf } from './bibtex';
import { groupUrl } from './group';
import { relationDiagram } from './relation-diagram';
import { rfcData } from './rfc-data';
import type { Related, RfcDetail } from './rfc-detail';
import { citedOn, dateOfRfc, listUrlOf, relatedGroups } from './rfc-lines';
import { findRfcPage, type RfcPage } from './rfc-page-queries';
import { editorInfoUrl, rfcFileUrl, rfcUrl, seriesUrl, type SeriesKind } from './rfc-urls';
import { statusSlug } from './status-words';
import type { Fact, ReadLink, RfcView } from './views';

/** What is below the list's address for one RFC: its citation for BibTeX, and its page. */
export function rfcRoutes<C>(): SubRoute<C>[] {
  return [
    { path: ':number/bibtex', query: noQuery, show: showBibtex },
    { path: ':number/', query: noQuery, show: showRfc },
  ];
}

async function showRfc(context: ShowContext<unknown>, { params }: SubRequest): Promise<Answer> {
  const found = await findNumber(context, params.number);
  if (found === null || 'redirect' in found) return found;
  const { rfc } = found;
  const title = `RFC ${rfc.number}: ${rfc.title}`;
  return view('standards/rfc', rfcView(context.page, found), {
    title,
    description: shortened(rfc.abstract ?? `${title}. ${rfc.status}, ${dateOfRfc(rfc)}, by ${rfc.authors.join(', ')}.`),
    structuredData: [rfcData(context.site, rfc, rfcUrl(rfc.number, context.page.path))],
  });
}

async function showBibtex(context: ShowContext<unknown>, { params }: SubRequest): Promise<Answer> {
  const found = await findNumber(context, params.number);
  if (found === null) return null;
  if ('redirect' in found) return redirectTo(`${found.redirect}bibtex`);
  return { contentType: 'text/plain; charset=utf-8', body: bibtexOf(found.rfc) };
}

type Found = RfcPage & { readonly rfc: RfcDetail };

/**
 * Null for what is no number, such as `rfc9110.txt`: then the rules for old addresses have their say. Numbers with zeros in front lead to
 * the plain one. @throws Gone for a number that was never issued and never will be, NotFound for one that nobody told us of
 */
async function findNumber({ db, now, site, page }: ShowContext<unknown>, written = ''): Promise<Found | { redirect: string; status: 301 | 302 } | null> {
  if (!/^\d+$/.test(written)) return null;
  const number = Number(/^0{0,4}([1-9]\d{0,5})$/.exec(written)?.[1] ?? 0);
  if (number === 0) throw new NotFound('There is no RFC of this number.');
  const { rfc, ...rest } = await findRfcPage(db, number, { siteId: site.id, now });
  if (rfc === null && rest.notIssued) throw new Gone(`There is no RFC ${number}: the number was set aside and never issued, and it will not be used again.`);
  if (rfc === null) throw new NotFound(`We know of no RFC ${number}.`);
  return String(number) === written ? { rfc, ...rest } : redirectTo(rfcUrl(number, page.path));
}

function rfcView(page: LivePage, { rfc, related, citing }: Found): RfcView {
  return {
    name: `RFC ${rfc.number}`,
    title: rfc.title,
    facts: factsOf(rfc, page),
    banner: bannerOf(rfc, related, page),
    abstract: rfc.abstract?.split('\n\n') ?? [],
    keywords: rfc.keywords,
    diagram: relationDiagram(rfc.number, related),
    related: relatedGroups(related, page),
    citedOn: citedOn(citing),
    read: readLinks(rfc),
    bibtex: bibtexOf(rfc),
    bibtexUrl: `${rfcUrl(rfc.number, page.path)}bibtex`,
    listUrl: listUrlOf(page),
  };
}

function factsOf(rfc: RfcDetail, page: LivePage): Fact[] {
  const base = listUrlOf(page);
  const year = rfc.date.slice(0, 4);
  const earlier = rfc.publishedStatus !== null && rfc.publishedStatus !== rfc.status ? rfc.publishedStatus : null;
  return [
    fact('Status', [{ text: rfc.status, url: `${base}status/${statusSlug(rfc.status)}/` }]),
    fact('Published as', earlier === null ? [] : [{ text: earlier, url: null }]),
    fact('Published', [{ text: dateOfRfc(rfc), url: `${base}year/${year}/` }]),
    fact('Stream', [{ text: rfc.stream, url: `${base}stream/${statusSlug(rfc.stream)}/` }]),
    fact('Group', groupOf(rfc)),
    fact('Series', rfc.series.map((name) => ({ text: name, url: seriesLink(name, page.path) }))),
    fact('Pages', rfc.pages === null ? [] : [{ text: String(rfc.pages), url: null }]),
    fact('DOI', rfc.doi === null ? [] : [{ text: rfc.doi, url: `https://doi.org/${rfc.doi}` }]),
    fact(rfc.authors.length === 1 ? 'Author' : 'Authors', rfc.authors.map((text) => ({ text, url: null }))),
  ].flat();
}

function fact(term: string, values: Fact['values']): Fact[] {
  return values.length === 0 ? [] : [{ term, values }];
}

function groupOf({ group, groupName }: RfcDetail): Fact['values'] {
  if (group !== null) return [{ text: group, url: groupUrl(group) }];
  return groupName === null ? [] : [{ text: groupName, url: null }];
}

/** "STD 97" → its page */
export function seriesLink(name: string, path: string): string {
  const [kind = '', number = ''] = name.toLowerCase().split(' ');
  return seriesUrl(kind as SeriesKind, number, path);
}

/** The successors lead where the lists below do: those that we do not know, to the RFC Editor. */
function bannerOf({ stale }: RfcDetail, related: readonly Related[], page: LivePage): RfcView['banner'] {
  const [successors] = relatedGroups(related.filter(({ relation }) => relation === 'obsoleted-by'), page);
  if (successors) return { text: 'This RFC is obsolete. It was replaced by', links: successors.lines.map(({ name, url }) => ({ text: name, url })) };
  return stale ? { text: 'The RFC Editor’s index did not name this RFC when we last read it.', links: [] } : null;
}

const FORMATS: readonly (readonly [format: string, extension: string, text: string])[] = [
  ['HTML', 'html', 'HTML'], ['TXT', 'txt', 'Plain text'], ['PDF', 'pdf', 'PDF'], ['XML', 'xml', 'XML'],
];

/** Forms that the index names; where it names none, the one that every RFC has. */
function readLinks({ number, formats, errataUrl, draft }: RfcDetail): ReadLink[] {
  const files = FORMATS.filter(([format]) => formats.includes(format) || (formats.length === 0 && format === 'HTML'));
  return [
    ...files.map(([, extension, text]) => ({ text, note: 'rfc-editor.org', url: rfcFileUrl(number, extension) })),
    { text: 'About this RFC', note: 'rfc-editor.org', url: editorInfoUrl(`rfc${number}`) },
    ...(errataUrl === null ? [] : [{ text: 'Errata', note: 'rfc-editor.org', url: errataUrl }]),
    { text: 'History', note: 'datatracker.ietf.org', url: `https://datatracker.ietf.org/doc/rfc${number}/` },
    ...(draft === null ? [] : [{ text: 'Last draft', note: draft, url: `https://datatracker.ietf.org/doc/${draft}/` }]),
  ];
}
