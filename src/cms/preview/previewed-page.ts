import { childPath } from '../addresses/path';
import type { AnyPageType } from '../page-type';
import type { LivePage } from '../pages/page';
import type { PageRow } from '../pages/queries';
import type { PageText } from '../revisions/page-text';

/** Where a page stands, or will: also of one that is being written and not made yet, which has the id 0. */
export type PreviewedPlace = Pick<
  PageRow, 'id' | 'siteId' | 'parentId' | 'ancestorIds' | 'path' | 'slug' | 'liveRevisionId' | 'firstPublishedAt' | 'lastPublishedAt' | 'gateId'
>;

/** A text as if it were the live one: what `showPage` needs, so that a preview and the public page cannot differ. */
export function previewedPage(place: PreviewedPlace, type: AnyPageType, text: PageText, now: Date): LivePage {
  return {
    id: place.id, siteId: place.siteId, parentId: place.parentId, ancestorIds: place.ancestorIds, type: type.key,
    path: pathOf(place, text.slug), title: text.title.trim() === '' ? 'Untitled' : text.title,
    revisionId: 0, contentVersion: type.version, content: text.content, common: text.common,
    firstPublishedAt: place.firstPublishedAt ?? now, lastPublishedAt: now, gateId: place.gateId,
  };
}

/** A page that was never public will stand where its slug says; one that is stays until somebody publishes the new slug. */
function pathOf({ path, parentId, liveRevisionId }: PreviewedPlace, slug: string): string {
  if (parentId === null || liveRevisionId !== null || slug === '') return path;
  return childPath(path.slice(0, path.lastIndexOf('/')) || '/', slug);
}
