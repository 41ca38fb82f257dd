import path from 'node:path';
import type { Request, Response } from 'express';
import type { Headers } from '../../platform/http/headers';
import { HttpError } from '../../platform/http/errors';
import type { PageDeps } from '../deps';
import { sendHtml } from '../pages/answer';
import { buildFrame } from '../pages/build-frame';
import type { Site } from '../sites/site';
import { findMount, locate, type Entry, type Mount } from './mounts';
import { encodePath, type RequestedPath } from './path';

export interface ListingView {
  /** As in the address, decoded, with the final slash. */
  readonly path: string;
  readonly entries: readonly { readonly text: string; readonly url: string }[];
}

declare module '../../platform/http/views' {
  interface Views {
    'addresses/listing': ListingView;
  }
}

/** Somebody else's HTML: it may look as it likes, run nothing and ask nobody (security rules, section 3.5). */
const FOREIGN: Headers = {
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline' 'self'; img-src 'self' data:; sandbox",
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

/** What a mounted tree has at this address. False, with nothing sent, where there is none or it has nothing. */
export async function serveMounted(deps: PageDeps, req: Request, res: Response, asked: RequestedPath): Promise<boolean> {
  const found = findMount(deps.mounts, asked.path);
  if (!found) return false;
  const { mount, rest } = found;
  if (mount.redirect !== null) return moveTo(res, mount.redirect + encodePath(rest) + (rest !== '' && asked.written.endsWith('/') ? '/' : ''));

  const mounted = await locate(mount, rest);
  if (!mounted) return false;
  const isFolder = mounted.kind === 'folder' || (path.basename(mounted.file) === 'index.html' && path.posix.basename(rest) !== 'index.html');
  if (isFolder && !asked.written.endsWith('/')) return moveTo(res, `${encodePath(asked.path)}/`);
  if (mounted.kind === 'file') return sendFile(res, mounted.file, mount);
  await sendListing(deps, req, res, asked.path, mounted.entries);
  return true;
}

function moveTo(res: Response, to: string): true {
  res.set('Cache-Control', 'public, max-age=3600').redirect(301, to);
  return true;
}

/** Express knows conditional and partial requests, and the types of files. */
function sendFile(res: Response, file: string, { attachment, maxAge }: Mount): Promise<true> {
  const extension = path.extname(file).toLowerCase();
  res.set({ ...FOREIGN, 'Cache-Control': `public, max-age=${maxAge}`, 'Content-Type': typeOf(res, extension) });
  if (attachment.includes(extension)) res.attachment(path.basename(file));
  return new Promise((resolve, reject) => {
    // what begins with a dot below the mount has been refused; above it, the operator's folders may be called as they are
    res.sendFile(file, { dotfiles: 'allow', cacheControl: false }, (error?: NodeJS.ErrnoException & { status?: number; headers?: Headers }) => {
      if (!error || res.headersSent) return resolve(true);
      const { status = 500, headers = {} } = error;
      reject(status < 500 ? new HttpError(status, 'The file has no such part, or has changed.', headers) : error);
    });
  });
}

/** Everything that is text is UTF-8, as it was on the old site; a name without an ending is a text. */
function typeOf(res: Response, extension: string): string {
  const type = String(res.type(extension === '' ? '.txt' : extension).get('Content-Type'));
  return /^application\/(?:[a-z.+-]*\+)?(?:xml|json|xml-dtd)$/.test(type) ? `${type}; charset=utf-8` : type;
}

async function sendListing(deps: PageDeps, req: Request, res: Response, where: string, entries: readonly Entry[]): Promise<void> {
  const site: Site = res.locals.site;
  const url = `${encodePath(where)}/`;
  const title = `Index of ${where}/`;
  const links = entries.map(({ name, isFolder }) => (isFolder ? { text: `${name}/`, url: `${url}${encodeURIComponent(name)}/` } : { text: name, url: url + encodeURIComponent(name) }));
  const body = deps.templates.render('addresses/listing', { path: `${where}/`, entries: links });
  const frame = await buildFrame(deps, {
    site, url, lang: site.lang, title, description: `The files in ${where}/.`, noindex: true, canonical: null, openGraph: null, structuredData: [],
    breadcrumbs: [{ title, url: null }], searchQuery: '', bodyClass: 'template-listing', staffBar: res.locals.staffBar ?? null,
  });
  sendHtml(req, res, deps.templates.render('layouts/site', { frame, body, assets: deps.assets }), 'never');
}
