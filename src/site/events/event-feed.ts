import { formatRange } from '../../platform/dates';
import type { Feed, FeedItem } from '../../cms/feeds/feed';
import type { ListingRow } from '../../cms/listings/queries';
import type { ShowContext } from '../../cms/page-type';
import { encodePath } from '../../cms/addresses/path';
import { urlOf } from '../../cms/pages/page';
import { FEED_SIZE, feedTitle } from '../listings/feed';
import { rowUrl } from '../listings/row';
import { feedUrlOf } from './event-listing';
import { scopeOf, type EventListingContent } from './event-listing-fields';
import { listNewestEvents } from './queries';

/** FEED-04: the events of a listing, those announced last first. */
export async function eventFeed({ db, now, site, page, content }: ShowContext<EventListingContent>): Promise<Feed> {
  const url = urlOf(encodePath(page.path));
  const rows = await listNewestEvents(db, { ...scopeOf(content, page.id), siteId: site.id, now, gateId: page.gateId }, FEED_SIZE);
  return { title: feedTitle(site, page), description: content.introduction, url, feedUrl: feedUrlOf({ url }), items: rows.map(itemOf) };
}

function itemOf(row: ListingRow): FeedItem {
  const { title, guid, firstPublishedAt, lastPublishedAt } = row;
  return { title, url: rowUrl(row), guid, summary: summaryOf(row), authors: [], topics: [], published: firstPublishedAt, updated: lastPublishedAt };
}

/** When and where, then what: "Postponed. 15–21 March 2025, Bangkok, Thailand. The first meeting of the year …". */
function summaryOf({ startDate, endDate, place, summary, facts }: ListingRow): string | null {
  const state = FEED_WORDS[String(facts.status)] ?? null;
  const when = startDate === null ? null : formatRange(startDate, endDate ?? startDate);
  const where = [when, place].filter((part) => part !== null).join(', ');
  return [state, where === '' ? null : `${where}.`, summary].filter((part) => part !== null).join(' ') || null;
}

const FEED_WORDS: Readonly<Record<string, string>> = { cancelled: 'Cancelled.', postponed: 'Postponed.' };
