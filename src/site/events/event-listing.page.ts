import { z } from 'zod';
import { encodePath } from '../../cms/addresses/path';
import { feedLinks } from '../../cms/feeds/feed-link';
import { feedRoutes } from '../../cms/feeds/feed-routes';
import { NO_LISTING, pageType } from '../../cms/page-type';
import { urlOf } from '../../cms/pages/page';
import { feedTitle } from '../listings/feed';
import { calendarAnswer } from './calendar';
import { eventFeed } from './event-feed';
import { eventQuery } from './event-filters';
import { calendarUrlOf, feedUrlOf, showListing } from './event-listing';
import { eventListingFields, scopeOf } from './event-listing-fields';
import { listForCalendar } from './queries';

/** content.md 4.8 */
export const eventListingPage = pageType({
  key: 'event-listing',
  label: 'List of events',
  description: 'Events below it: to come, and past by year.',
  fields: eventListingFields,
  version: 1,
  parents: 'any',
  children: 'any',
  listing: ({ introduction, below }) => ({ ...NO_LISTING, introduction, facts: { whole: below === null } }),
  show: showListing,
  query: eventQuery,
  // those that show events of another page would announce that one's again
  feeds: (page, { whole }) => (whole !== true ? [] : [
    { title: `${page.title}: calendar`, url: calendarUrlOf(page), format: 'calendar' },
    ...feedLinks({ title: `${page.title}: new events`, url: feedUrlOf(page) }),
  ]),
  routes: [
    {
      path: 'events.ics',
      query: z.object({}),
      async show({ db, now, site, page, content }) {
        const url = urlOf(encodePath(page.path));
        const rows = await listForCalendar(db, { ...scopeOf(content, page.id), siteId: site.id, now, gateId: page.gateId });
        return calendarAnswer(site, { name: feedTitle(site, page), url, calendarUrl: calendarUrlOf({ url }) }, rows);
      },
    },
    ...feedRoutes('feed/', eventFeed),
  ],
  example: { introduction: 'Where and when we meet.', body: [], shows: 'all', below: null, promoted: [] },
});
