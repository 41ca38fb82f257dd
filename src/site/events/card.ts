import { z } from 'zod';
import type { Renderer } from '../../cms/references/renderer';
import type { NamedRow } from '../listings/queries';
import { rowUrl, termsOf } from '../listings/row';
import { datesOf, shortDates, type Now } from './event-dates';
import { onlineWords } from './event-place';
import { mayBeAdded, openRegistration, stateOf, type EventStanding } from './event-state';
import type { EventCard, PastEvent } from './views';

const facts = z.object({ timeZone: z.string().nullable(), eventType: z.string(), status: z.string(), registrationUrl: z.string().nullable(), online: z.string() });

/** What a row of lists says about when an event is and how it stands. */
export function standingOf(row: NamedRow): EventStanding & { readonly online: string } {
  return { startDate: row.startDate, endDate: row.endDate, ...facts.parse(row.facts) };
}

export function eventCard(render: Renderer, row: NamedRow, at: Now, place: 'event-row' | 'event-line' = 'event-row'): EventCard {
  const standing = standingOf(row);
  return {
    title: row.title,
    url: rowUrl(row),
    text: row.summary,
    ...datesOf(standing, at),
    place: row.place,
    attendance: onlineWords(standing.online, row.place),
    host: hostOf(row),
    state: stateOf(standing, at),
    registrationUrl: openRegistration(standing, at),
    calendarUrl: standing.startDate !== null && mayBeAdded(standing, at) ? eventCalendarUrl(rowUrl(row)) : null,
    picture: render.ownPicture(row.image, place),
  };
}

/** A line below a year of the past: no picture, but all that EV-01 wants of a card. */
export function pastEvent(row: NamedRow): PastEvent {
  const { status, online } = standingOf(row);
  const notes = [status === 'cancelled' ? 'Cancelled' : null, onlineWords(online, row.place), row.status === 'superseded' ? 'Superseded' : null];
  return {
    title: row.title, url: rowUrl(row), dates: shortDates(standingOf(row)), place: row.place, host: hostOf(row),
    notes: notes.filter((note) => note !== null),
  };
}

/** Below the event's own address. */
export function eventCalendarUrl(url: string): string {
  return `${url}event.ics`;
}

function hostOf(row: NamedRow): string | null {
  return termsOf(row, 'sponsor').map(({ name }) => name).join(', ') || null;
}
