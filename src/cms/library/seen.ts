import type { Request } from 'express';
import { may, pagesFor } from '../../accounts/permissions';

/** Whose files and collections: `all`, or those that everybody may have and those for readers of the pages below these roots. */
export type Seen = 'all' | readonly number[];

/** Who looks after the library sees all of it; others what everybody may have, and what belongs to pages that they may see. */
export function seenBy({ user }: Request): Seen {
  return may(user, 'manage', { area: 'media' }) ? 'all' : pagesFor(user, 'view');
}
