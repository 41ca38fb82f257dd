import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ContentVersions } from '../sites/content-versions';
import type { SiteDirectory } from '../sites/site-directory';
import type { KeptAnswer, PageCache } from './page-cache';

export interface CacheDeps {
  readonly cache: PageCache;
  readonly sites: SiteDirectory;
  readonly versions: ContentVersions;
  /** Cookie names with which a request is somebody's, and never answered from what is everybody's. */
  readonly cookies: readonly string[];
  /** On a developer's machine headers name the request's own host, so answers differ by it. */
  readonly config: { readonly loopback: boolean };
  readonly log: { info(fields: object, message: string): void };
}

/** How a request's answer may be kept: put on the request, taken up by `keepable` inside the app. */
const KEEPERS = new WeakMap<IncomingMessage, Keeper>();

type Keeper = (answer: KeptAnswer) => void;

/**
 * In front of Express: writes a kept answer and says true, or says false and lets the app answer. Only plain GET and
 * HEAD requests without query and without one of our cookies take part.
 */
export function serveFromCache(deps: CacheDeps): (req: IncomingMessage, res: ServerResponse) => boolean {
  return (req, res) => {
    const key = keyOf(deps, req);
    if (key === undefined) return false;

    const kept = deps.cache.find(key);
    if (!kept) {
      KEEPERS.set(req, (answer) => deps.cache.keep(key, answer));
      return false;
    }
    write(deps, req, res, { key, kept });
    return true;
  };
}

/** For the app: keep this answer, if the request came through the cache. The key is of the version before rendering began. */
export function keeperOf(req: IncomingMessage): Keeper | undefined {
  return KEEPERS.get(req);
}

function keyOf({ sites, versions, cookies, config }: CacheDeps, req: IncomingMessage): string | undefined {
  const { method, url = '/', headers } = req;
  if ((method !== 'GET' && method !== 'HEAD') || url.includes('?') || url.length > 1_000) return undefined;
  if (headers.cookie && cookies.some((name) => headers.cookie!.includes(`${name}=`))) return undefined;
  if (headers.accept && /json/.test(headers.accept)) return undefined;

  const site = sites.find(hostName(headers.host));
  return site && `${site.id} ${versions.key(site.id)} ${config.loopback ? headers.host ?? '' : ''} ${url}`;
}

function write({ cache, log }: CacheDeps, req: IncomingMessage, res: ServerResponse, { key, kept }: { key: string; kept: KeptAnswer }): void {
  const { body, encoding } = cache.encoded(key, req.headers);
  const etag = kept.headers.etag;
  const known = typeof etag === 'string' && (req.headers['if-none-match'] ?? '').split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);

  if (known && kept.status === 200) {
    res.writeHead(304, kept.headers).end();
  } else {
    const headers = { ...kept.headers, 'Content-Length': body.length, ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }) };
    res.writeHead(kept.status, headers).end(req.method === 'HEAD' ? undefined : body);
  }
  log.info({ url: req.url, status: res.statusCode, cached: true }, 'request');
}

/** `[::1]:3000` → `[::1]`, `www.example.org:443` → `www.example.org` */
export function hostName(host: string | undefined): string {
  return (host ?? '').toLowerCase().replace(/:\d+$/, '');
}
