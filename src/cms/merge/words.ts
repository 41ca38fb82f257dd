import { dayIn, timeIn } from '../../platform/dates';
import { formatTime, instantIn } from '../../platform/instants';
import type { Change } from './merging';
import type { Saver } from './queries';

/** How the other side is called. */
export interface Other {
  /** `Ilse Tanaka`, `Ilse Tanaka and 1 more` */
  readonly full: string;
  /** `Ilse` */
  readonly short: string;
  /** `Ilse’s` */
  readonly whose: string;
  /** The same person, in another window. */
  readonly self: boolean;
}

export function otherOf({ userId, name, others }: Saver, me: number): Other {
  if (userId === me) return { full: 'You', short: 'you', whose: 'what was saved', self: true };
  const full = name ?? 'The system';
  const short = name?.split(' ')[0] ?? 'the system';
  return { full: others > 0 ? `${full} and ${others} more` : full, short, whose: `${short}’s`, self: false };
}

/** `at 09:36 (08:36 UTC)`, on another day `on 21 Nov 2026, 09:36 (08:36 UTC)` */
export function whenSaved(zone: string, at: Date, now: Date): string {
  if (dayIn(zone, at) !== dayIn(zone, now)) return `on ${instantIn(zone, at)}`;
  const time = timeIn(zone, at);
  return time === timeIn('utc', at) ? `at ${formatTime(at)}` : `at ${time} (${formatTime(at)})`;
}

/** Why something was merged without a question. */
export function reasonOf({ by, what }: Change, { short, whose, self }: Other): string {
  if (by === 'same') return what === 'removed' ? 'removed in both' : 'the same in both';
  if (by === 'both') return self ? 'both of your changes, kept' : `your changes and ${whose}, both kept`;
  const [who, owner] = by === 'mine' ? ['you', 'yours'] : [self ? 'you, before,' : short, whose];
  if (what === 'changed') return by === 'mine' ? `yours; ${self ? 'it was not touched before' : `${short} did not touch it`}` : `${owner}; you did not touch it`;
  return `${who} ${what} it`;
}

/** `1 of 2 chosen, “Title of the box” is open` */
export function stateOf(clashes: readonly { readonly title: string; readonly choice: unknown }[]): string {
  const open = clashes.filter(({ choice }) => choice === null);
  if (clashes.length === 0) return 'Everything fits together';
  if (open.length === 0) return 'All chosen';
  const names = open.length === 1 ? `“${open[0]!.title}” is open` : `${open.length} are open`;
  return `${clashes.length - open.length} of ${clashes.length} chosen, ${names}`;
}

export function countOf(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
