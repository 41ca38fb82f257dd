import type { PageDirectory, PagePlace } from '../../accounts/page-directory';
import type { Db } from '../../platform/db/connect';
import { HttpError } from '../../platform/http/errors';
import { encodePath, parsePath } from '../addresses/path';
import { urlOf } from './page';
import { findPlaceByPath, listPlaces, type PlaceRow } from './place-queries';

/** Pages for the screens about rights. */
export function pageDirectory(db: Db): PageDirectory {
  return {
    async find(siteId, address) {
      const path = pathOf(address);
      const row = path === undefined ? undefined : await findPlaceByPath(db, siteId, path);
      return row && placeOf(row);
    },
    list: async (ids) => (ids.length === 0 ? [] : (await listPlaces(db, ids)).map(placeOf)),
  };
}

/** What somebody pastes is often the whole address. What no page can have is no page. */
function pathOf(address: string): string | undefined {
  try {
    const written = /^https?:\/\//.test(address) && URL.canParse(address) ? new URL(address).pathname : address.split(/[?#]/, 1)[0]!;
    return parsePath(written.startsWith('/') ? written : `/${written}`).path;
  } catch (error) {
    if (error instanceof HttpError) return undefined;
    throw error;
  }
}

function placeOf({ path, ...row }: PlaceRow): PagePlace {
  return { ...row, url: urlOf(encodePath(path)) };
}
