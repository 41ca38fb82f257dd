import { redirectTo, view, type Answer, type ShowContext, type SubRequest, type SubRoute } from '../../cms/page-type';
import { NotFound } from '../../platform/http/errors';
import { noQuery } from './list-query';
import { rfcBox } from './record-box';
import type { RfcDetail } from './rfc-detail';
import { citedOn, listed, listUrlOf } from './rfc-lines';
import { findSeriesPage } from './rfc-page-queries';
import { editorInfoUrl, rfcUrl, seriesUrl, type SeriesKind } from './rfc-urls';
import { SERIES_WORDS } from './status-words';

/** `bcp/14/` and the like: which RFCs are behind the number at present. */
export function seriesRoutes<C>(): SubRoute<C>[] {
  return (['bcp', 'std', 'fyi'] as const).map((kind) => ({
    path: `${kind}/:number/`, query: noQuery, show: (context: ShowContext<C>, request: SubRequest) => showSeries(kind, context, request),
  }));
}

async function showSeries(kind: SeriesKind, { db, now, site, page }: ShowContext<unknown>, { params }: SubRequest): Promise<Answer> {
  const written = params.number ?? '';
  const number = Number(/^0{0,3}([1-9]\d{0,3})$/.exec(written)?.[1] ?? 0);
  if (number === 0) return null;
  const { known, title, members, citing } = await findSeriesPage(db, kind, number, { siteId: site.id, now });
  if (!known && members.length === 0) throw new NotFound(`We know of no ${kind.toUpperCase()} ${number}.`);
  if (String(number) !== written) return redirectTo(seriesUrl(kind, number, page.path));

  const name = `${kind.toUpperCase()} ${number}`;
  const topic = title ?? (members.length === 1 ? members[0]!.title : null);
  const lead = leadOf(kind, number, members);
  return view('standards/series', {
    name, lead,
    members: members.map((rfc) => rfcBox(rfc, rfcUrl(rfc.number, page.path))),
    citedOn: citedOn(citing),
    read: [{ text: `${name} as one text`, note: 'rfc-editor.org', url: editorInfoUrl(`${kind}${number}`) }],
    allUrl: `${listUrlOf(page)}${kind}/`, allText: SERIES_WORDS[kind].heading,
  }, { title: topic === null ? name : `${name}: ${topic}`, description: `${lead} ${members.map((rfc) => rfc.title).join('. ')}`.slice(0, 160).trim(), noindex: members.length === 0 });
}

function leadOf(kind: SeriesKind, number: number, members: readonly RfcDetail[]): string {
  const name = `${SERIES_WORDS[kind].name} ${number}`;
  if (members.length === 0) return `${name} has no RFC at present.`;
  return `${name} is at present ${listed(members.map((rfc) => rfc.number))}.`;
}
