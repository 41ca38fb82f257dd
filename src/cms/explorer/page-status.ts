import { dayIn, shortDay } from '../../platform/dates';
import { instantIn } from '../../platform/instants';
import type { ListedPage } from './list-queries';
import { STATUS_WORDS } from './listing';

/** A shape and a word, never colour alone. `kind` names the class, `icon` the symbol. */
export interface StatusView {
  readonly kind: 'live' | 'waiting' | 'draft' | 'scheduled' | 'expired' | 'trashed';
  readonly icon: 'dot' | 'half' | 'ring' | 'clock' | 'warn' | 'trash';
  readonly words: string;
  /** Said below: when something will happen. */
  readonly more: string | null;
}

type Facts = Pick<ListedPage, 'liveRevisionId' | 'draftRevisionId' | 'expiresAt' | 'expiredAt' | 'dueAt' | 'trashedAt' | 'ancestorTrashed'>;

/** How a page stands with its readers, as one shape and word. */
export function statusOf(page: Facts, zone: string, now: Date): StatusView {
  const { liveRevisionId, draftRevisionId, expiresAt, dueAt } = page;
  const over = liveRevisionId === null ? page.expiredAt : expiresAt && expiresAt <= now ? expiresAt : null;
  if (page.trashedAt || page.ancestorTrashed) return { kind: 'trashed', icon: 'trash', words: 'In the trash', more: null };
  const due = dueAt && `${liveRevisionId === null ? 'Goes live' : 'Edits go live'} ${instantIn(zone, dueAt)}`;
  if (liveRevisionId === null && due) return { kind: 'scheduled', icon: 'clock', words: STATUS_WORDS.scheduled, more: due };
  if (over) return { kind: 'expired', icon: 'warn', words: `Expired ${shortDay(dayIn(zone, over))}`, more: due };
  if (liveRevisionId === null) return { kind: 'draft', icon: 'ring', words: STATUS_WORDS.draft, more: null };
  const more = due ?? (expiresAt && `Goes offline ${instantIn(zone, expiresAt)}`);
  if (draftRevisionId === null || draftRevisionId === liveRevisionId) return { kind: 'live', icon: 'dot', words: STATUS_WORDS.live, more };
  return due ? { kind: 'scheduled', icon: 'clock', words: 'Live, edits scheduled', more } : { kind: 'waiting', icon: 'half', words: STATUS_WORDS.waiting, more };
}
