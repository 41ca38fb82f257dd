import { may, type Holder } from '../../accounts/permissions';
import type { Db } from '../../platform/db/connect';
import { id } from '../../platform/http/strict-input';
import { parseReference } from '../references/uri';
import { pageTarget } from './on-page';
import { listPlaces } from './place-queries';

/**
 * Titles of pages by references to them (`page:42#mission`), also of those that readers do not see, since staff link drafts: but only
 * of pages that this person may see. What is no page has none. One query, and none without such references.
 */
export async function hiddenNames(db: Db, user: Holder | undefined, uris: readonly string[]): Promise<Map<string, string>> {
  const ids = new Map(uris.flatMap((uri) => {
    const reference = parseReference(uri);
    const pageId = reference?.kind === 'page' ? id.safeParse(reference.key).data : undefined;
    return pageId === undefined ? [] : [[uri, pageId] as const];
  }));
  const places = ids.size === 0 ? [] : await listPlaces(db, [...new Set(ids.values())]);
  const titles = new Map(places.filter((place) => may(user, 'view', pageTarget(place))).map((place) => [place.id, place.title]));
  return new Map([...ids].flatMap(([uri, pageId]) => (titles.has(pageId) ? [[uri, titles.get(pageId)!] as const] : [])));
}
