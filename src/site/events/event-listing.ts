import { byStart, isOver, isUpcoming, yearOf, type Now } from './event-dates';
import type { EventStanding } from './event-state';

export interface Parted<E> {
  readonly promoted: readonly E[];
  readonly upcoming: readonly E[];
  /** Newest year first, in it newest first. */
  readonly past: readonly { readonly year: string; readonly events: readonly E[] }[];
}

export interface Sortable {
  readonly pageId: number;
  readonly standing: EventStanding;
}

/** Every event in one place only: chosen by hand, in that order; still to come; over. What was cancelled is not to come. */
export function partEvents<E extends Sortable>(events: readonly E[], promotedIds: readonly number[], at: Now): Parted<E> {
  const promoted = promotedIds.flatMap((id) => events.filter(({ pageId }) => pageId === id));
  const others = events.filter(({ pageId }) => !promotedIds.includes(pageId));
  const soonestFirst = byStart(at);
  const upcoming = others.filter(({ standing }) => isUpcoming(standing, at)).sort((one, other) => soonestFirst(one.standing, other.standing));
  const over = others.filter(({ standing }) => isOver(standing, at) && !isUpcoming(standing, at));
  return { promoted, upcoming, past: byYear(over.sort((one, other) => soonestFirst(other.standing, one.standing))) };
}

function byYear<E extends Sortable>(newestFirst: readonly E[]): { year: string; events: E[] }[] {
  const years = new Map<string, E[]>();
  for (const event of newestFirst) {
    const year = yearOf(event.standing)!; // what is over has a date
    years.set(year, [...years.get(year) ?? [], event]);
  }
  return [...years].map(([year, list]) => ({ year, events: list }));
}
