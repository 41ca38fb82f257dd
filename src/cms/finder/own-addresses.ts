import type { Db } from '../../platform/db/connect';
import { HttpError } from '../../platform/http/errors';
import { parsePath } from '../addresses/path';
import type { Site } from '../sites/site';
import { listSeenPagesByPath, type Seer } from '../pages/place-queries';

/**
 * Links of pasted text that lead to pages of this site, as references, so that they follow the page when it moves. What has no page
 * that is public or that the person may see keeps its whole address: nobody learns here what is being written. One query.
 */
export async function withPageReferences<T>(db: Db, site: Site, seer: Seer, value: T, map: (value: T, change: (uri: string) => string) => T): Promise<T> {
  const found = new Map<string, OwnAddress>();
  map(value, (uri) => {
    const own = ownAddress(site, uri);
    if (own) found.set(uri, own);
    return uri;
  });
  if (found.size === 0) return value;
  const pages = new Map((await listSeenPagesByPath(db, site.id, seer, [...new Set([...found.values()].map(({ path }) => path))])).map(({ path, id }) => [path, id]));
  return map(value, (uri) => {
    const own = found.get(uri);
    const id = own && pages.get(own.path);
    if (own === undefined) return uri;
    return id === undefined || own.query !== '' ? own.url : `page:${id}${own.hash}`;
  });
}

interface OwnAddress {
  readonly path: string;
  readonly query: string;
  readonly hash: string;
  readonly url: string;
}

/** `page:/about/` is what the parser makes of an address without a host. */
function ownAddress(site: Site, uri: string): OwnAddress | undefined {
  const written = uri.startsWith('page:/') ? site.baseUrl + uri.slice('page:'.length) : uri;
  if (!/^https?:\/\//.test(written) || !URL.canParse(written)) return undefined;
  const url = new URL(written);
  if (url.host !== new URL(site.baseUrl).host) return undefined;
  try {
    return { path: parsePath(url.pathname).path, query: url.search, hash: url.hash, url: url.href };
  } catch (error) {
    if (error instanceof HttpError) return undefined;
    throw error;
  }
}
