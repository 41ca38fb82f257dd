import fs from 'node:fs';
import path from 'node:path';
import { Router, type Request, type Response } from 'express';
import { NotFound } from './errors';
import { staticFiles, staticFonts, type Headers } from './headers';
import { onlyMethods } from './methods';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.svg': 'image/svg+xml', '.woff2': 'font/woff2',
  '.png': 'image/png', '.ico': 'image/x-icon', '.webmanifest': 'application/manifest+json; charset=utf-8', '.txt': 'text/plain; charset=utf-8',
};

/** Names that browsers ask for at the root, whatever a page says. */
const AT_ROOT = ['favicon.ico', 'favicon.svg', 'apple-touch-icon.png', 'icon-192.png', 'icon-512.png', 'site.webmanifest'];

/**
 * `public/build` at /static/ (hashed names, for good) and the few files with fixed names. Compressed forms lie beside the
 * files since the build; nothing else can be reached, since a name holds no slash.
 */
export function staticRoutes(folder: string): Router {
  const router = Router({ strict: true, caseSensitive: true });
  const built = path.join(folder, 'build');

  router.route('/static/:name').get((req, res) => {
    send(req, res, path.join(built, fileName(req.params.name)), req.params.name.endsWith('.woff2') ? staticFonts : staticFiles);
  }).all(onlyMethods('GET', 'HEAD'));

  for (const name of AT_ROOT) {
    router.route(`/${name}`).get((req, res) => {
      send(req, res, path.join(folder, name), { ...staticFiles, 'Cache-Control': 'public, max-age=86400' });
    }).all(onlyMethods('GET', 'HEAD'));
  }
  return router;
}

function fileName(name: string): string {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name) || !(path.extname(name) in TYPES)) throw new NotFound();
  return name;
}

function send(req: Request, res: Response, file: string, headers: Headers): void {
  const encoding = (['br', 'gzip'] as const).find((name) => req.acceptsEncodings(name) && fs.existsSync(file + SUFFIX[name]));
  const body = encoding ? file + SUFFIX[encoding] : file;
  if (!fs.existsSync(body)) throw new NotFound();

  res.set({ ...headers, 'Content-Type': TYPES[path.extname(file)]!, Vary: 'Accept-Encoding', ...(encoding ? { 'Content-Encoding': encoding } : {}) });
  res.sendFile(body, { cacheControl: false, lastModified: false, etag: true, dotfiles: 'allow' });
}

const SUFFIX = { br: '.br', gzip: '.gz' } as const;
