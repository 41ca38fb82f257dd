import { whenIn } from '../explorer/when';
import type { Kind } from './kinds';
import type { ListedFile } from './list-queries';
import { itemUrl, type Listing } from './listing';
import type { LibraryRequest, Reader } from './request';
import type { ItemView } from './views';
import { useWords } from './words';

/** What every list shows of a file. */
export function itemView({ user, now }: Reader, { base }: Kind, file: ListedFile, { listing, openId }: LibraryRequest<Listing>): ItemView {
  const { id, title, filename, tags, collection, isPrivate, trashedAt } = file;
  const [by, at] = trashedAt === null
    ? [personOf(user, file.updatedById, file.updatedBy), file.updatedAt] : [personOf(user, file.trashedById, file.trashedBy), trashedAt];
  return {
    id, title, filename, tags, url: itemUrl(base, id, listing), isOpen: id === openId, use: useWords(file),
    collection: collection === null ? null : { name: collection, isPrivate }, changedBy: by, changed: whenIn(user.timeZone, at, now),
  };
}

/** Nobody: the program itself. */
export function personOf(user: { readonly id: number }, id: number | null, name: string | null): string {
  return id === user.id ? 'You' : name ?? 'Plenary';
}
