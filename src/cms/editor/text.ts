import { emptyContent } from '../content';
import type { AnyPageType } from '../page-type';
import { NO_COMMON_FIELDS } from '../pages/page';
import type { PageText } from '../revisions/page-text';

/** What a page begins with that nobody has written yet. A type's example is for guards and pictures: nobody wants to delete it first. */
export function emptyText(type: AnyPageType): PageText {
  return { title: '', slug: '', common: NO_COMMON_FIELDS, content: emptyContent(type.fields) };
}
