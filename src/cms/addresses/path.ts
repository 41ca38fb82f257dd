import { BadRequest, NotFound } from '../../platform/http/errors';

/** Far deeper than any tree; every segment is one more prefix to look up, and a request has room for two thousand. */
const MOST_SEGMENTS = 250;

/** What a request asks for, in the register's spelling (rule 1). */
export interface RequestedPath {
  /** Decoded, NFC, single slashes, without the final slash; `/` is the home page. */
  readonly path: string;
  /** As the browser wrote it: what we compare with before redirecting. */
  readonly written: string;
}

/**
 * @param written the path of the request target, still percent-encoded
 * @throws NotFound for more segments than any tree has, BadRequest for encodings that are not UTF-8, control characters, and `.` or `..` as a segment
 */
export function parsePath(written: string): RequestedPath {
  const path = decode(written).normalize('NFC').replace(/\/{2,}/g, '/');
  if (/[\u0000-\u001f\u007f\\]/.test(path)) throw new BadRequest('The address contains characters that no address of ours has.');
  if (path.split('/').some((segment) => segment === '.' || segment === '..')) throw new BadRequest('The address contains “..”, which leads nowhere here.');
  if (path.split('/').length > MOST_SEGMENTS) throw new NotFound();
  return { path: path === '/' ? '/' : path.replace(/\/$/, ''), written };
}

function decode(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    throw new BadRequest('The address is not properly encoded: “%” must be followed by two hexadecimal digits of UTF-8.');
  }
}

/** `/a/b/c` → `/`, `/a`, `/a/b`, `/a/b/c` */
export function prefixesOf(path: string): string[] {
  if (path === '/') return ['/'];
  const segments = path.slice(1).split('/');
  return ['/', ...segments.map((_, index) => `/${segments.slice(0, index + 1).join('/')}`)];
}

export function childPath(parent: string, slug: string): string {
  return parent === '/' ? `/${slug}` : `${parent}/${slug}`;
}

/** For the Location header and links: every segment percent-encoded. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
