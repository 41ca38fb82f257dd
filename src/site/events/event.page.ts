import { z } from 'zod';
import { formatDay } from '../../platform/dates';
import { encodePath } from '../../cms/addresses/path';
import type { ContentOf } from '../../cms/field';
import type { Link } from '../../cms/fields/link';
import { NO_LISTING, pageType, view, type ShowContext } from '../../cms/page-type';
import { urlOf } from '../../cms/pages/page';
import type { Renderer } from '../../cms/references/renderer';
import { exampleBody } from '../example';
import { faqData } from '../standard/questions';
import { sponsorsOf } from '../snippets/sponsor';
import { urisOf } from '../snippets/topic-chips';
import { streamHtml } from '../streams';
import { eventData } from './event-data';
import { calendarAnswer } from './calendar';
import { eventCalendarUrl } from './card';
import { datesOf, daysOf, utcSpanOf } from './event-dates';
import { eventFields } from './event-fields';
import { attendanceOf, placeOf, zoneText } from './event-place';
import { bannerOf, mayBeAdded, openRegistration, stateOf } from './event-state';
import { findForCalendar } from './queries';
import type { EventView, VenueView } from './views';

type EventContent = ContentOf<typeof eventFields>;

/** content.md 4.9 */
export const eventPage = pageType({
  key: 'event',
  label: 'Event',
  description: 'A meeting, an interim, a hackathon: dates, place, venue, hosts.',
  fields: eventFields,
  version: 1,
  parents: 'any',
  children: 'any',
  listing(content) {
    const { introduction, image, timeZone, eventType, status, online, meetingNumber, registrationUrl, hosts } = content;
    const days = daysOf(content);
    return {
      ...NO_LISTING, introduction, image, startDate: days?.start ?? null, endDate: days?.end ?? null, place: placeOf(content),
      facts: { timeZone, eventType, status, online, meetingNumber, registrationUrl }, terms: urisOf(hosts, 'sponsor'),
    };
  },
  show(context) {
    const { site, page, content } = context;
    const data = eventView(context);
    const structuredData = [...eventData(site, page, content, data), ...faqData([], [content.body])];
    const calendar = data.calendarFileUrl ?? data.calendarUrl;
    const feeds = calendar === null ? [] : [{ title: `${page.title}: calendar`, url: calendar, format: 'calendar' as const }];
    return view('events/event', data, { image: content.image, structuredData, feeds });
  },
  check: ({ startDate, endDate }) => (
    startDate !== null && endDate !== null && endDate < startDate ? [{ field: 'endDate', message: 'The last day lies before the first one.' }] : []
  ),
  routes: [{
    path: 'event.ics',
    query: z.object({}),
    async show({ db, now, site, page }) {
      const row = await findForCalendar(db, { siteId: site.id, now, gateId: page.gateId, pageId: page.id });
      const url = urlOf(encodePath(page.path));
      return row ? calendarAnswer(site, { name: page.title, url, calendarUrl: eventCalendarUrl(url) }, [row]) : null;
    },
  }],
  example: {
    startDate: null, endDate: null, introduction: 'What happens there, and for whom.', body: exampleBody('What to prepare, and what to expect of the week.'),
    image: null, eventType: 'meeting', meetingNumber: null, city: null, country: null, timeZone: null, online: 'hybrid', status: 'scheduled',
    registrationUrl: null, place: null, venueTitle: 'Meeting venue information', venue: [], roomRates: [], extras: [], reservationName: null,
    reservationsOpen: null, contacts: [], keyDetailsExpanded: false, keyDetails: [], hosts: [], sponsors: [],
  },
});

function eventView({ now, site, page, content, render }: ShowContext<EventContent>): EventView {
  const at = { now, zone: site.timeZone };
  const { introduction, timeZone, online, keyDetailsExpanded } = content;
  const days = daysOf(content);
  const calendar = days && eventCalendarUrl(urlOf(encodePath(page.path)));
  const mayAdd = mayBeAdded(content, at);
  return {
    introduction,
    ...datesOf(content, at),
    place: placeOf(content),
    attendance: attendanceOf(online),
    timeZone: zoneText(timeZone, days),
    utcSpan: utcSpanOf(content, at),
    banner: bannerOf(content, at),
    state: stateOf(content, at),
    registrationUrl: openRegistration(content, at),
    calendarUrl: mayAdd ? calendar : null,
    calendarFileUrl: mayAdd ? null : calendar,
    picture: render.picture(content.image, 'top'),
    body: streamHtml(render, content.body),
    keyDetails: content.keyDetails.map(({ title, links }) => ({ title, links: links.flatMap((link) => keyDetail(render, link)) })),
    keyDetailsExpanded,
    venue: venueOf(content, render),
    hosts: sponsorsOf(render, content.hosts),
    sponsors: content.sponsors.map(({ category, sponsors }) => ({ category, sponsors: sponsorsOf(render, sponsors) })),
  };
}

/** EV-06: what leads nowhere prints as its words. */
function keyDetail(render: Renderer, link: Link | null): EventView['keyDetails'][number]['links'] {
  const resolved = render.link(link);
  if (resolved) return [resolved];
  return link?.text ? [{ url: null, text: link.text, external: false }] : [];
}

/** EV-07: shown when any of its parts is filled. */
function venueOf(content: EventContent, render: Renderer): VenueView | null {
  const { venue, roomRates, extras, reservationsOpen, reservationName, contacts } = content;
  const filled = [venue, roomRates, extras, contacts].some((part) => part.length > 0) || reservationsOpen !== null || reservationName !== null;
  if (!filled) return null;
  return {
    title: content.venueTitle,
    lines: venue.map(({ line }) => line),
    roomRates: streamHtml(render, roomRates),
    extras: extras.map(({ text }) => render.richText(text)),
    reservationsOpen: reservationsOpen === null ? null : { iso: reservationsOpen, text: formatDay(reservationsOpen) },
    reservationName,
    contacts: contacts.map(({ text }) => render.richText(text)),
  };
}
