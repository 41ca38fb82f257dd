import { isOver, type EventTime, type Now } from './event-dates';
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

/** Where to register, as long as that makes sense. */
export function openRegistration(event: EventStanding, at: Now): string | null {
  return stateOf(event, at)?.kind === 'open' ? event.registrationUrl : null;
}
