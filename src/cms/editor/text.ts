import type { AnyPageType } from '../page-type';
import { startText, type PageText } from '../revisions/page-text';

/** What a page begins with that nobody has written yet. A type's example is for guards and pictures: nobody wants to delete it first. */
export function emptyText(type: AnyPageType): PageText {
  return startText(type, { title: '', slug: '' });
}
