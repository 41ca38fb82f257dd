import { formatDay } from '../../platform/dates';
import type { ContentOf } from '../../cms/field';
import type { Link } from '../../cms/fields/link';
import { NO_LISTING, pageType, view, type ShowContext } from '../../cms/page-type';
import type { Renderer } from '../../cms/references/renderer';
import { exampleBody } from '../example';
import { faqData } from '../standard/questions';
import { sponsorsOf } from '../snippets/sponsor';
import { urisOf } from '../snippets/topic-chips';
import { streamHtml } from '../streams';
import { eventData } from './event-data';
import { datesOf, daysOf } from './event-dates';
import { eventFields } from './event-fields';
import { attendanceOf, placeOf, zoneText } from './event-place';
import { openRegistration, stateOf } from './event-state';
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
    const structuredData = [...eventData(site, page, content, data.registrationUrl), ...faqData([], [content.body])];
    return view('events/event', data, { image: content.image, structuredData });
  },
  routes: [],
  example: {
    startDate: null, endDate: null, introduction: 'What happens there, and for whom.', body: exampleBody('What to prepare, and what to expect of the week.'),
    image: null, eventType: 'meeting', meetingNumber: null, city: null, country: null, timeZone: null, online: 'hybrid', status: 'scheduled',
    registrationUrl: null, place: null, venueTitle: 'Meeting venue information', venue: [], roomRates: [], extras: [], reservationName: null,
    reservationsOpen: null, contacts: [], keyDetailsExpanded: false, keyDetails: [], hosts: [], sponsors: [],
  },
});

function eventView({ now, site, content, render }: ShowContext<EventContent>): EventView {
  const at = { now, zone: site.timeZone };
  const { introduction, timeZone, online, keyDetailsExpanded } = content;
  return {
    introduction,
    ...datesOf(content, at),
    place: placeOf(content),
    attendance: attendanceOf(online),
    timeZone: zoneText(timeZone, daysOf(content)?.start ?? null),
    state: stateOf(content, at),
    registrationUrl: openRegistration(content, at),
    calendarUrl: null,
    picture: render.picture(content.image, 'hero'),
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
