import { view, type Answer, type SubRequest, type SubRoute } from '../../cms/page-type';
import { countPages, pagerOf, queryString } from '../../cms/pages/pager';
import { NotFound } from '../../platform/http/errors';
import { inLowerCase } from '../listings/in-lower-case';
import { pageOf, tidied } from '../listings/list-query';
import { pageQuery } from './list-query';
import { listUrlOf, rfcLine } from './rfc-lines';
import { listRfcs, listSeries, type RfcFilter } from './rfc-page-queries';
import { rfcUrl, seriesUrl, type SeriesKind } from './rfc-urls';
import { SERIES_WORDS, wordsOfStatus, wordsOfStream } from './status-words';

const SIZE = 50;

/**
 * Lists by status, stream, year and sub-series, newest RFC first, each below the address of the list's page. No old address looks like
 * theirs, so what they do not find is not found: the rules for the old tree of RFCs would send it to the RFC Editor.
 */
export function listRoutes<C>(): SubRoute<C>[] {
  return [
    listRoute('status/:status/', ({ status }) => (isSlug(status) ? { status } : null), (name, { status }) => wordsOfStatus(status!, name ?? '')),
    listRoute('stream/:stream/', ({ stream }) => (isSlug(stream) ? { stream } : null), (name, { stream }) => wordsOfStream(stream!, name ?? '')),
    listRoute('year/:year/', ({ year }) => (isYear(year) ? { year: Number(year) } : null), (_name, { year }) => ({ heading: `RFCs of ${year}`, lead: `Every RFC that was published in ${year}, newest first.` })),
    ...(['bcp', 'std', 'fyi'] as const).map((kind) => seriesListRoute<C>(kind)),
  ].map((route) => inLowerCase<C>(route));
}

type Params = SubRequest['params'];

function listRoute<C>(path: string, filterOf: (params: Params) => RfcFilter | null, wordsOf: (name: string | null, params: Params) => { heading: string; lead: string }): SubRoute<C> {
  return {
    path,
    query: pageQuery,
    async show({ db, page }, { params, query }): Promise<Answer> {
      const filter = filterOf(params);
      if (!filter) throw new NotFound();
      const listUrl = listUrlOf(page);
      const url = listUrl + path.replace(/:\w+/, Object.values(params)[0]!);
      const asked = pageOf(query);
      const { total, name, rows } = await listRfcs(db, filter, { limit: SIZE, offset: (asked - 1) * SIZE });
      if (rows.length === 0) throw new NotFound();
      const clean = tidied(url, query as { page?: string });
      if (clean) return clean;
      const { heading, lead } = wordsOf(name, params);
      return view('standards/list', {
        lead, total, lines: rows.map((row) => rfcLine(row, page)), listUrl,
        pager: pagerOf({ url, query: [], page: asked, total, size: SIZE }),
      }, paged(heading, lead, { asked, total }));
    },
  };
}

/** Pages of one list differ in title and description (SEO-01, SEO-02). */
function paged(heading: string, lead: string, { asked, total }: { asked: number; total: number }) {
  const description = asked === 1 ? lead : `${heading}, page ${asked} of ${countPages(total, SIZE)}.`;
  return { title: heading, description, canonicalQuery: queryString([['page', asked === 1 ? null : asked]]) };
}

function seriesListRoute<C>(kind: SeriesKind): SubRoute<C> {
  return {
    path: `${kind}/`,
    query: pageQuery,
    async show({ db, page }, { query }): Promise<Answer> {
      const url = `${listUrlOf(page)}${kind}/`;
      const asked = pageOf(query);
      const { total, rows } = await listSeries(db, kind, { limit: SIZE, offset: (asked - 1) * SIZE });
      if (rows.length === 0) throw new NotFound();
      const clean = tidied(url, query as { page?: string });
      if (clean) return clean;
      const { heading, lead } = SERIES_WORDS[kind];
      return view('standards/series-list', {
        lead, listUrl: listUrlOf(page),
        rows: rows.map(({ number, title, members }) => ({
          name: `${kind.toUpperCase()} ${number}`, url: seriesUrl(kind, number, page.path), title,
          members: members.map((member) => ({ id: member.number, title: member.title, url: rfcUrl(member.number, page.path) })),
        })),
        pager: pagerOf({ url, query: [], page: asked, total, size: SIZE }),
      }, paged(heading, lead, { asked, total }));
    },
  };
}

function isSlug(text: string | undefined): text is string {
  return /^[a-z][a-z-]{1,40}$/.test(text ?? '');
}

function isYear(text: string | undefined): text is string {
  return /^(?:19|20)\d\d$/.test(text ?? '');
}
