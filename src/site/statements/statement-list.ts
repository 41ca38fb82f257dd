import { z } from 'zod';
import { encodePath } from '../../cms/addresses/path';
import { view, type Answer, type ShowContext } from '../../cms/page-type';
import { urlOf } from '../../cms/pages/page';
import { pagerOf, queryString } from '../../cms/pages/pager';
import { dayIn } from '../../platform/dates';
import { findFacets, type Facets } from '../listings/facet-queries';
import { datedQuery, pageOf, rangeOfDays, rangeOfYear, readDay, tidied, topicText, yearOf, type DayInput } from '../listings/list-query';
import { activeFilters, filterForm, isNarrowed, isYearOf, sentenceOf, statusLinks, topicLinks, yearLinks, type AddressOf, type ListWords, type Narrowed } from '../listings/narrowed';
import { listDatedPage, type NamedRow } from '../listings/queries';
import { STATUSES, statementRow, statusWord } from './row';
import type { StatementIndexView } from './views';

export type StatementsContext = ShowContext<{ introduction: string | null; bodyName: string }>;

/** In the order of URL-03. */
export const statementsQuery = z.object({ topic: topicText, status: z.enum(['', ...STATUSES]).optional(), ...datedQuery });

type StatementsQuery = z.output<typeof statementsQuery>;

/** LIST-01 */
const SIZE = 50;

const WORDS: ListWords = { one: 'statement', many: 'statements', status: statusWord };

/** content.md 4.11: a page of statements, newest first, filtered in place. `twin`: at `all/`, where old links lead. */
export async function showStatements(context: StatementsContext, given: Readonly<Record<string, unknown>>, { twin }: { twin: boolean }): Promise<Answer> {
  const url = urlOf(encodePath(context.page.path));
  const query = statementsQuery.parse(given);
  const tidy = tidied(twin ? `${url}all/` : url, query);
  if (tidy) return tidy;

  const list = await findStatements(context, query);
  if (!list) return null;
  const { narrowed, page, total } = list;
  const address: AddressOf = ({ topic, status, year, from, to }) => (
    { url, query: [['topic', topic?.key ?? null], ['status', status], ['year', year], ['date_from', from], ['date_to', to]] }
  );
  return view('statements/index', { ...partsOf(context, list, address), pager: pagerOf({ ...address(narrowed), page, total, size: SIZE }) }, {
    description: page === 1 ? null : `Page ${page}: statements of the ${context.content.bodyName}, newest first.`,
    noindex: twin || isNarrowed(narrowed) || [list.from, list.to].some(({ problem }) => problem !== null),
    canonicalQuery: queryString([...address(narrowed).query, ['page', page === 1 ? null : page]]),
  });
}

interface StatementList {
  readonly narrowed: Narrowed;
  readonly from: DayInput;
  readonly to: DayInput;
  readonly facets: Facets;
  readonly rows: readonly NamedRow[];
  readonly total: number;
  readonly page: number;
}

/** Undefined when there is no such topic, year or page. A topic's old number is as good as its key. */
async function findStatements({ db, now, site, page: index }: StatementsContext, query: StatementsQuery): Promise<StatementList | undefined> {
  const list = { siteId: site.id, type: 'statement', parentId: index.id, now, gateId: index.gateId };
  const [from, to, year, page] = [readDay(query.date_from), readDay(query.date_to), yearOf(query), pageOf(query)];
  const [topic, status, days] = [query.topic || null, query.status || null, rangeOfDays(site.timeZone, from.day, to.day)];
  const facets = await findFacets(db, list, { zone: site.timeZone, topic, year, status, days });
  if (topic !== null && facets.topic === null) return undefined;
  if (year !== null && !isYearOf(facets, year, Number(dayIn(site.timeZone, now).slice(0, 4)))) return undefined;

  const within = [days, rangeOfYear(site.timeZone, year)];
  const { rows, total } = await listDatedPage(db, list, { topic: facets.topic?.key ?? null, person: null, status, within }, { page, size: SIZE });
  if (page > 1 && rows.length === 0) return undefined;
  return { narrowed: { topic: facets.topic, status, year, from: from.day, to: to.day }, from, to, facets, rows, total, page };
}

function partsOf(
  { site, page, content }: StatementsContext, { narrowed, facets, from, to, rows, total }: StatementList, address: AddressOf,
): Omit<StatementIndexView, 'pager'> {
  const url = urlOf(encodePath(page.path));
  const { status, year } = narrowed;
  const kept = [{ name: 'status', value: status ?? '' }, { name: 'year', value: String(year ?? '') }].filter(({ value }) => value !== '');
  return {
    introduction: content.introduction,
    bodyName: content.bodyName,
    total,
    filterSentence: sentenceOf(total, narrowed, WORDS),
    active: activeFilters(narrowed, address, WORDS),
    clearUrl: isNarrowed(narrowed) ? url : null,
    filter: filterForm(facets, narrowed, { action: url, from, to, kept }),
    topics: topicLinks(facets, narrowed, address),
    statuses: statusLinks(facets, STATUSES, narrowed, { address, words: WORDS }),
    years: yearLinks(facets, narrowed, address),
    statements: rows.map((row) => statementRow(row, { zone: site.timeZone, index: url })),
    feedUrl: `${url}feed/`,
  };
}
