import { optional } from '../../cms/fields/optional';
import { text } from '../../cms/fields/text';
import { NO_LISTING, pageType, view, type SitemapEntry } from '../../cms/page-type';
import { listUrlOf, rfcLine } from './rfc-lines';
import { getRfcOverview, listRfcAddresses, type Overview } from './rfc-page-queries';
import { RFC_LIST, type SeriesKind } from './rfc-urls';
import { listRoutes } from './show-lists';
import { rfcRoutes } from './show-rfc';
import { seriesRoutes } from './show-series';
import { SERIES_WORDS, statusSlug } from './status-words';
import type { CountLink } from './views';

const NEWEST = 10;

/** The home of every RFC: the newest ones, ways into the rest, and below its address a page for each RFC and sub-series. */
export const rfcListPage = pageType({
  key: RFC_LIST,
  label: 'RFCs',
  description: 'All RFCs, each with a page of its own below this one. A site needs one such page.',
  fields: { introduction: optional(text({ label: 'Introduction', max: 511, required: true, multiline: true, weight: 'B' })) },
  version: 1,
  parents: 'any',
  children: [],
  listing: ({ introduction }) => ({ ...NO_LISTING, introduction }),
  async show({ db, page, content }) {
    const { total, newest, statuses, streams, years, series } = await getRfcOverview(db, NEWEST);
    const base = listUrlOf(page);
    return view('standards/overview', {
      introduction: content.introduction,
      total,
      newest: newest.map((row) => rfcLine(row, page)),
      statuses: countLinks(statuses, `${base}status/`),
      streams: countLinks(streams, `${base}stream/`),
      years: countLinks(years, `${base}year/`),
      series: series.map(({ name, count }) => ({ text: `${name}, ${SERIES_WORDS[name.toLowerCase() as SeriesKind].name}`, count, url: `${base}${name.toLowerCase()}/` })),
    });
  },
  async sitemap({ db, page }): Promise<SitemapEntry[]> {
    const { numbers, series } = await listRfcAddresses(db);
    return [...numbers.map((number) => `${number}/`), ...series.map(({ kind, number }) => `${kind}/${number}/`)].map((rest) => ({ url: page.url + rest, changed: null }));
  },
  routes: [...listRoutes<unknown>(), ...seriesRoutes<unknown>(), ...rfcRoutes<unknown>()],
  example: { introduction: 'Every RFC with its status, what it replaces and what replaced it.' },
});

function countLinks(counts: Overview['statuses'], base: string): CountLink[] {
  return counts.map(({ name, count }) => ({ text: name, count, url: `${base}${statusSlug(name)}/` }));
}
