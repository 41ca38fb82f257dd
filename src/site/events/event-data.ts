import type { ContentOf } from '../../cms/field';
import type { LivePage } from '../../cms/pages/page';
import type { Site } from '../../cms/sites/site';
import { organisationRef, pageAddress, SCHEMA_ORG } from '../structured-data';
import { daysOf } from './event-dates';
import type { eventFields } from './event-fields';
import { placeOf } from './event-place';
import type { EventView, SponsorView } from './views';

type EventContent = ContentOf<typeof eventFields>;

const STATUS = { scheduled: 'EventScheduled', cancelled: 'EventCancelled', postponed: 'EventPostponed' } as const;
const ATTENDANCE = { no: 'OfflineEventAttendanceMode', hybrid: 'MixedEventAttendanceMode', only: 'OnlineEventAttendanceMode' } as const;

/** https://schema.org/Event; empty while the date is not known, which it has to have. */
export function eventData(
  site: Site, page: LivePage, event: EventContent, { registrationUrl, hosts, sponsors }: Pick<EventView, 'registrationUrl' | 'hosts' | 'sponsors'>,
): object[] {
  const days = daysOf(event);
  if (!days) return [];
  return [{
    '@context': SCHEMA_ORG,
    '@type': 'Event',
    name: page.title,
    description: event.introduction,
    url: pageAddress(site, page),
    startDate: days.start,
    endDate: days.end,
    eventStatus: `${SCHEMA_ORG}/${STATUS[event.status]}`,
    eventAttendanceMode: `${SCHEMA_ORG}/${ATTENDANCE[event.online]}`,
    ...locationOf(event, registrationUrl ?? pageAddress(site, page)),
    organizer: organisationRef(site),
    ...sponsorsOf([...hosts, ...sponsors.flatMap((category) => category.sponsors)]),
    ...(registrationUrl === null ? {} : { offers: { '@type': 'Offer', url: registrationUrl } }),
  }];
}

/** Each once, however many categories name it. */
function sponsorsOf(sponsors: readonly SponsorView[]): object {
  const byName = new Map(sponsors.map(({ name, url }) => [name, { '@type': 'Organization', name, ...part('url', url) }]));
  return byName.size === 0 ? {} : { sponsor: [...byName.values()] };
}

/** Left out while nobody knows it: an empty one would be no location. */
function locationOf(event: EventContent, onlineUrl: string): object {
  const locations = locationsOf(event, onlineUrl);
  return locations.length === 0 ? {} : { location: locations };
}

function locationsOf(event: EventContent, onlineUrl: string): object[] {
  const online = event.online === 'no' ? [] : [{ '@type': 'VirtualLocation', url: onlineUrl }];
  const name = event.online === 'only' ? null : placeOf(event);
  if (name === null) return online;

  const known = { ...part('addressLocality', event.city), ...part('addressCountry', event.country) };
  const address = Object.keys(known).length === 0 ? name : { '@type': 'PostalAddress', ...known };
  return [{ '@type': 'Place', name: event.venue[0]?.line ?? name, address }, ...online];
}

function part(name: string, value: string | null): object {
  return value === null ? {} : { [name]: value };
}
