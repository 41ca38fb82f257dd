import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Router, type Request, type Response } from 'express';
import { NotFound } from './errors';
import { staticFiles, staticFonts, type Headers } from './headers';
import { onlyMethods } from './methods';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.svg': 'image/svg+xml', '.woff2': 'font/woff2',
  '.png': 'image/png', '.ico': 'image/x-icon', '.webmanifest': 'application/manifest+json; charset=utf-8',
};
const FOR_A_DAY: Headers = { ...staticFiles, 'Cache-Control': 'public, max-age=86400' };

/** One file with the compressed forms that the build left beside it. */
interface Kept {
  readonly type: string;
  readonly etag: string;
  readonly identity: Buffer;
  readonly br: Buffer | undefined;
  readonly gzip: Buffer | undefined;
}

/**
 * The built files at /static/ (hashed names, good for ever) and icons and manifest at the root. Read once, some 300 kB: a
 * process serves what it was started with, also while somebody builds anew, and no name can reach another file.
 */
export function staticRoutes(folder: string): Router {
  const router = Router({ strict: true, caseSensitive: true });
  const built = readFolder(path.join(folder, 'build'));

  router.route('/static/:name').get((req, res) => {
    const file = built.get(req.params.name);
    if (!file) throw new NotFound();
    send(req, res, file, file.type === 'font/woff2' ? staticFonts : staticFiles);
  }).all(onlyMethods('GET', 'HEAD'));

  for (const [name, file] of readFolder(folder)) {
    router.route(`/${name}`).get((req, res) => { send(req, res, file, FOR_A_DAY); }).all(onlyMethods('GET', 'HEAD'));
  }
  return router;
}

/** Files of known types directly in a folder, by name. */
function readFolder(folder: string): Map<string, Kept> {
  const names = fs.readdirSync(folder).filter((name) => path.extname(name) in TYPES);
  return new Map(names.map((name) => [name, readFile(path.join(folder, name))]));
}

function readFile(file: string): Kept {
  const identity = fs.readFileSync(file);
  const etag = `"${createHash('sha256').update(identity).digest('base64url').slice(0, 22)}"`;
  return { type: TYPES[path.extname(file)]!, etag, identity, br: readIfThere(`${file}.br`), gzip: readIfThere(`${file}.gz`) };
}

function readIfThere(file: string): Buffer | undefined {
  return fs.existsSync(file) ? fs.readFileSync(file) : undefined;
}

function send(req: Request, res: Response, file: Kept, headers: Headers): void {
  const encoding = (['br', 'gzip'] as const).find((name) => file[name] && req.acceptsEncodings(name));
  const body = encoding ? file[encoding]! : file.identity;
  res.set({ ...headers, 'Content-Type': file.type, ETag: file.etag, Vary: 'Accept-Encoding', ...(encoding ? { 'Content-Encoding': encoding } : {}) });
  if (req.fresh) return void res.status(304).end();
  res.set('Content-Length', String(body.length)).end(req.method === 'HEAD' ? undefined : body);
}
