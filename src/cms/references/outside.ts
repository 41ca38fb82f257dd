import type { ReferenceTarget } from '../reference-kind';
import { isOutside, isReference, schemeOf } from '../rich-text/references';

/** Addresses that need no look-up: on the same page, on the web, mail, telephone. Undefined where a browser would do something else. */
export function outsideTarget(uri: string): ReferenceTarget | undefined {
  if (!isReference(uri) || !(uri.startsWith('#') || isOutside(uri))) return undefined;
  const kind = uri.startsWith('#') ? 'anchor' : schemeOf(uri) ?? '';
  const key = uri.slice(uri.startsWith('#') ? 1 : kind.length + 1);
  const url = kind === 'http' || kind === 'https' ? new URL(uri).href : uri;
  return { kind, key, label: key.replace(/^\/\//, '').replace(/\/$/, ''), title: null, url, detail: null, data: null, inner: [] };
}

/** Ours (from the root, or on the same page), or of a scheme that may be linked: a last check, whoever made the address. */
export function isSafeUrl(url: string): boolean {
  return /^(?:\/(?![/\\])|#|https?:\/\/|mailto:|tel:)/i.test(url);
}

/** On another host than ours. */
export function isExternal(url: string, baseUrl: string): boolean {
  return /^https?:\/\//i.test(url) && new URL(url).host !== new URL(baseUrl).host;
}
