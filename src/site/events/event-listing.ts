import { redirectTo, view, type Answer, type ShowContext } from '../../cms/page-type';
import { encodePath } from '../../cms/addresses/path';
import { urlOf, type PageLink } from '../../cms/pages/page';
import { countPages, pagerOf, queryString } from '../../cms/pages/pager';
import { dayIn } from '../../platform/dates';
import { faqData } from '../standard/questions';
import { streamHtml } from '../streams';
import { webcalUrl } from './calendar';
import { eventCard, pastEvent } from './card';
import { scopeOf, type EventListingContent } from './event-listing-fields';
import { activeFilters, cleanUrl, countMatching, filterLinks, filterOf, filterWords, isKnownYear, listQueryOf, type EventQuery } from './event-filters';
import { countEvents, listEvents, type EventFilter, type EventList, type EventRow } from './queries';
import type { EventListingView } from './views';

/** EV-03 */
const PER_PAGE = 50;

type Context = ShowContext<EventListingContent>;

/** The page of a list of events; null for a year that it cannot know and for a page beyond its end. */
export async function showListing(context: Context): Promise<Answer> {
  const { db, now, site, page, content } = context;
  const url = urlOf(encodePath(page.path));
  const query = context.query as EventQuery;
  const clean = cleanUrl(url, query);
  if (clean) return redirectTo(clean.url, clean.status);

  const filter = filterOf(query);
  const number = query.page || 1;
  const list: EventList = {
    ...scopeOf(content, page.id), siteId: site.id, now, gateId: page.gateId, zone: site.timeZone, shows: content.shows, apart: content.shows !== 'past' && !isFiltered(filter),
  };
  const counts = await countEvents(db, list);
  const total = countMatching(counts.filter(({ named }) => !named), filter);
  if ((filter.year !== null && !isKnownYear(counts, filter.year, dayIn(site.timeZone, now))) || number > countPages(total, PER_PAGE)) return null;

  const first = number === 1 && !isFiltered(filter);
  const rows = await listEvents(db, list, filter, { offset: (number - 1) * PER_PAGE, limit: PER_PAGE, withNamed: list.apart && first });
  const data: EventListingView = {
    introduction: content.introduction,
    body: first ? streamHtml(context.render, content.body) : null,
    ...partsOf(context, rows),
    filtered: filteredOf(url, filter, countMatching(counts, filter)),
    pager: pagerOf({ url, query: listQueryOf(filter), page: number, total, size: PER_PAGE }),
    ...filterLinks(url, counts, filter),
    ...subscriptions(context, url),
  };
  return view('events/listing', data, {
    title: isFiltered(filter) ? `${page.title}: ${filterWords(filter)}` : null,
    noindex: isFiltered(filter),
    canonicalQuery: queryString([...listQueryOf(filter), ['page', number === 1 ? null : number]]),
    structuredData: first ? faqData([], [content.body]) : [],
  });
}

function isFiltered({ type, year }: EventFilter): boolean {
  return type !== null || year !== null;
}

/** Every event in one place only: chosen by hand, still to come, over (by the year it began in). */
function partsOf({ render, site, now }: Context, rows: readonly EventRow[]): Pick<EventListingView, 'promoted' | 'upcoming' | 'past'> {
  const at = { now, zone: site.timeZone };
  const listed = rows.filter(({ part }) => part === 'listed');
  const years = new Map<string, EventListingView['past'][number]['events'][number][]>();
  for (const row of listed.filter(({ upcoming }) => !upcoming)) {
    const year = row.startDate!.slice(0, 4); // what is over has a date
    years.set(year, [...years.get(year) ?? [], pastEvent(row)]);
  }
  return {
    promoted: rows.filter(({ part }) => part === 'named').map((row) => eventCard(render, row, at)),
    upcoming: listed.filter(({ upcoming }) => upcoming).map((row) => eventCard(render, row, at)),
    past: [...years].map(([year, events]) => ({ year, events })),
  };
}

function filteredOf(url: string, filter: EventFilter, total: number): EventListingView['filtered'] {
  const sentence = total === 1 ? '1 event' : `${total} events`;
  return isFiltered(filter) ? { sentence: `${sentence}, filtered by`, active: activeFilters(url, filter), clearUrl: url } : { sentence, active: [], clearUrl: null };
}

function subscriptions({ site }: Context, url: string): Pick<EventListingView, 'calendarUrl' | 'webcalUrl' | 'feedUrl'> {
  const calendarUrl = calendarUrlOf({ url });
  return { calendarUrl, webcalUrl: webcalUrl(site, calendarUrl), feedUrl: feedUrlOf({ url }) };
}

export function calendarUrlOf({ url }: Pick<PageLink, 'url'>): string {
  return `${url}events.ics`;
}

export function feedUrlOf({ url }: Pick<PageLink, 'url'>): string {
  return `${url}feed/`;
}
