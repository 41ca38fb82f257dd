import { isOver, type EventTime, type Now } from './event-dates';
import type { StatusBanner } from '../../cms/pages/frame';
import type { EventState } from './views';

/** What decides how an event stands. */
export interface EventStanding extends EventTime {
  readonly eventType: string;
  readonly registrationUrl: string | null;
}

/** In words with an icon; null where there is nothing to say, such as an interim meeting that needs no registration. */
export function stateOf(event: EventStanding, at: Now): EventState | null {
  if (event.status === 'cancelled') return { kind: 'cancelled', text: 'Cancelled' };
  if (event.status === 'postponed') return { kind: 'postponed', text: 'Postponed' };
  if (isOver(event, at)) return { kind: 'over', text: 'This event is over' };
  if (event.registrationUrl !== null) return { kind: 'open', text: 'Registration open' };
  return event.eventType === 'meeting' ? { kind: 'later', text: 'Registration opens later' } : null;
}

/** PT-07: said above the title of the event's own page; null for one that takes place as planned. */
export function bannerOf(event: EventStanding, at: Now): StatusBanner | null {
  const over = isOver(event, at);
  if (event.status === 'cancelled') return { kind: 'cancelled', text: over ? 'This event was cancelled.' : 'This event is cancelled. It does not take place.', successor: null };
  if (event.status !== 'postponed') return null;
  const text = over ? 'This event is postponed. Its new date is not known yet.' : 'This event is postponed. Wait for its new date before you book anything.';
  return { kind: 'postponed', text, successor: null };
}

/** Where to register, as long as that makes sense. */
export function openRegistration(event: EventStanding, at: Now): string | null {
  return stateOf(event, at)?.kind === 'open' ? event.registrationUrl : null;
}

/** Whether it is worth a place in somebody's calendar: neither over nor cancelled. */
export function mayBeAdded(event: EventStanding, at: Now): boolean {
  return event.status !== 'cancelled' && !isOver(event, at);
}
