import { whenIn } from '../explorer/when';
import type { Kind } from './kinds';
import type { Uses } from '../media/uses';
import type { LibraryFacts, ListedFile } from './list-queries';
import { itemUrl, type Listing } from './listing';
import type { LibraryRequest, Reader } from './request';
import type { ShownFile } from './show-queries';
import type { ItemView } from './views';
import { useWords } from './words';

/** What every list shows of a file. */
export function itemView({ user, now }: Reader, { base }: Kind, file: ListedFile, { listing, openId, report }: LibraryRequest<Listing>): ItemView {
  const { id, title, filename, tags, collection, isPrivate, trashedAt } = file;
  const [by, at] = trashedAt === null
    ? [personOf(user, file.updatedById, file.updatedBy), file.updatedAt] : [personOf(user, file.trashedById, file.trashedBy), trashedAt];
  return {
    id, title, filename, tags, url: itemUrl(base, id, listing), isOpen: id === openId, isPicked: report?.picked.includes(id) === true, use: useWords(file),
    collection: collection === null ? null : { name: collection, isPrivate }, changedBy: by, changed: whenIn(user.timeZone, at, now),
  };
}

/** A file whose pane is open, as the list would show it if it were of it. */
export function listedFrom<File extends ShownFile>(file: File, { uses, total }: Uses, { collections }: LibraryFacts): File & ListedFile {
  const collection = collections.find(({ id }) => id === file.collectionId);
  return { ...file, collection: collection?.name ?? null, isPrivate: collection?.isPrivate ?? false, pages: uses.filter(({ what }) => what === 'live').length, used: total > 0 };
}

/** Nobody: the program itself. */
export function personOf(user: { readonly id: number }, id: number | null, name: string | null): string {
  return id === user.id ? 'You' : name ?? 'Plenary';
}
