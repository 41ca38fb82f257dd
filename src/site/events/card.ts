import { z } from 'zod';
import type { Renderer } from '../../cms/references/renderer';
import type { NamedRow } from '../listings/queries';
import { listingPicture, rowUrl, termsOf } from '../listings/row';
import { datesOf, type Now } from './event-dates';
import { openRegistration, stateOf, type EventStanding } from './event-state';
import type { EventCard } from './views';

const facts = z.object({ timeZone: z.string().nullable(), eventType: z.string(), status: z.string(), registrationUrl: z.string().nullable() });

/** What a row of lists says about when an event is and how it stands. */
export function standingOf(row: NamedRow): EventStanding {
  return { startDate: row.startDate, endDate: row.endDate, ...facts.parse(row.facts) };
}

export function eventCard(render: Renderer, row: NamedRow, at: Now): EventCard {
  const standing = standingOf(row);
  return {
    title: row.title,
    url: rowUrl(row),
    text: row.summary,
    ...datesOf(standing, at),
    place: row.place,
    host: termsOf(row, 'sponsor').map(({ name }) => name).join(', ') || null,
    state: stateOf(standing, at),
    registrationUrl: openRegistration(standing, at),
    calendarUrl: null,
    picture: listingPicture(render, row.image, 'card'),
  };
}
