import type { IncomingHttpHeaders, IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import onHeaders from 'on-headers';
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

/** How a request's answer may be kept: put on the request, taken up by `keeperOf` inside the app. */
const KEEPERS = new WeakMap<IncomingMessage, Keeper>();

type Keeper = (answer: KeptAnswer) => void;

/**
 * In front of Express: writes a kept answer, or lets `app` make it. Only plain GET and HEAD requests without query and
 * without one of our cookies take part. Of many that ask for one page at once, one has it made and the others wait.
 */
export function serveFromCache(deps: CacheDeps, app: RequestListener): RequestListener {
  const making = new Map<string, Promise<void>>();

  return (req, res) => {
    const key = keyOf(deps, req);
    if (key === undefined) return app(req, res);
    const kept = deps.cache.find(key);
    if (kept) return write(deps, req, res, { key, kept });

    const waiting = making.get(key);
    if (waiting) return void waiting.then(() => {
      const made = deps.cache.find(key);
      if (made) write(deps, req, res, { key, kept: made });
      else app(req, res); // it was not to be kept
    });
    making.set(key, made(res).finally(() => making.delete(key)));
    KEEPERS.set(req, (answer) => deps.cache.keep(key, answer));
    app(req, res);
  };
}

/**
 * When an answer is made: by then it is kept, or will not be. Not when it is out, for its reader may be slow, or gone before it
 * had a connection to go out on (pipelined requests): nobody else waits for that.
 */
function made(res: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    onHeaders(res, () => resolve());
    res.once('close', resolve);
  });
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
  if (isKnown(req.headers, kept)) {
    res.writeHead(304, kept.headers).end();
  } else {
    const headers = { ...kept.headers, 'Content-Length': body.length, ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }) };
    res.writeHead(kept.status, headers).end(req.method === 'HEAD' ? undefined : body);
  }
  log.info({ method: req.method, path: req.url, status: res.statusCode, ms: 0, cached: true }, 'request');
}

/** If-None-Match wins over If-Modified-Since (RFC 9110, section 13.2.2). */
function isKnown(asked: IncomingHttpHeaders, { headers }: KeptAnswer): boolean {
  const tags = asked['if-none-match'];
  if (tags !== undefined) return tags.split(',').some((tag) => tag.trim() === '*' || weak(tag.trim()) === headers.etag);
  const since = Date.parse(asked['if-modified-since'] ?? '');
  return !Number.isNaN(since) && Date.parse(String(headers['last-modified'])) <= since;
}

/** Proxies that decode or encode an answer make its tag weak: weak comparison is the one for GET (RFC 9110, section 8.8.3.2). */
function weak(tag: string): string {
  return tag.startsWith('W/') ? tag : `W/${tag}`;
}

/** `[::1]:3000` → `[::1]`, `www.example.org:443` → `www.example.org` */
export function hostName(host: string | undefined): string {
  return (host ?? '').toLowerCase().replace(/:\d+$/, '');
}
