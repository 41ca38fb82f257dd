import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Html } from '../../platform/html/html';
import type { RawAnswer } from '../page-type';
import { chooseEncoding, encode } from '../page-cache/page-cache';
import { keeperOf } from '../page-cache/serve-from-cache';

/** How long and by whom an answer may be kept (page-patterns.md, chapter 5). */
export type Caching = 'page' | 'fresh' | 'file' | 'not-found' | 'never';

const CACHE_CONTROL: Readonly<Record<Caching, string>> = {
  page: 'public, max-age=0, must-revalidate',
  fresh: 'private, no-cache', // the browser may keep it for going back, with what was typed
  file: 'public, max-age=300',
  'not-found': 'public, max-age=60',
  never: 'no-store',
};

/**
 * Send HTML with its validators; answers 304 where the reader has it already. What anybody may have is handed to the
 * page cache, if this request came through it.
 */
export function sendHtml(req: Request, res: Response, html: Html, caching: Caching): void {
  const never = caching === 'never' || res.locals.isPrivate;
  const shared = !never && !res.locals.staffBar;
  res.setHeader('Content-Type', 'text/html; charset=utf-8');
  res.setHeader('Cache-Control', shared ? CACHE_CONTROL[caching] : never ? 'no-store' : 'private, no-store');
  if (!shared) return void res.send(html);
  if (caching === 'fresh') return sendFresh(req, res, html);
  if (caching === 'page' && res.locals.changedAt) res.setHeader('Last-Modified', res.locals.changedAt.toUTCString());
  sendShared(req, res, html);
}

/** Everybody's, but made anew each time: neither our cache nor another keeps it, and there is nothing to compare. */
function sendFresh(req: Request, res: Response, html: Html): void {
  res.setHeader('Vary', 'Accept-Encoding');
  sendEncoded(req, res, Buffer.from(html));
}

/** A feed, a calendar, a page in another form: the same for everybody, so the same rules; not for search engines (SEO-04). */
export function sendRaw(req: Request, res: Response, { contentType, body, canonical }: RawAnswer & { canonical?: string }): void {
  res.setHeader('Content-Type', contentType.includes('charset') ? contentType : `${contentType}; charset=utf-8`);
  res.setHeader('Cache-Control', res.locals.isPrivate ? 'no-store' : CACHE_CONTROL.file);
  res.setHeader('X-Robots-Tag', 'noindex');
  if (canonical) res.setHeader('Link', `<${canonical}>; rel="canonical"`);
  if (res.locals.isPrivate) return void res.send(body);
  if (res.locals.changedAt) res.setHeader('Last-Modified', res.locals.changedAt.toUTCString());
  sendShared(req, res, body);
}

function sendShared(req: Request, res: Response, text: string): void {
  const body = Buffer.from(text);
  res.setHeader('ETag', etagOf(body));
  res.setHeader('Vary', 'Accept-Encoding');
  // Only what is there is kept: addresses that are not are without number, and would push out the pages that are.
  if (res.statusCode === 200) keeperOf(req)?.({ status: 200, headers: res.getHeaders(), body });
  if (res.statusCode === 200 && req.fresh) return void res.status(304).end();
  sendEncoded(req, res, body);
}

/** What could not come from the cache is compressed all the same. */
function sendEncoded(req: Request, res: Response, body: Buffer): void {
  const encoding = chooseEncoding(req.headers['accept-encoding']);
  const encoded = encoding === 'identity' ? body : encode(body, encoding);
  if (encoding !== 'identity') res.setHeader('Content-Encoding', encoding);
  res.setHeader('Content-Length', encoded.length);
  res.end(req.method === 'HEAD' ? undefined : encoded);
}

/** Weak, since one tag stands for all encodings of the body. The same on every process and after every restart, as long as the same is printed (HTTP-02). */
function etagOf(body: Buffer): string {
  return `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
}
