/**
 * Security rule 35: a redirect target that came with a request, reduced to a path and query of our own site.
 * Gives null for anything else: other origins in all their spellings, `javascript:`, control characters.
 */
export function safePath(target: unknown, origin: string): string | null {
  if (typeof target !== 'string' || target === '' || /[\u0000-\u001f\u007f]/.test(target)) return null;
  if (!URL.canParse(target, origin)) return null;

  const url = new URL(target, origin);
  if (url.origin !== new URL(origin).origin) return null;
  // "/.//evil.example" is a path of ours to the parser, and another host to the browser that is sent what is left of it.
  if (url.pathname.startsWith('//')) return null;
  return url.pathname + url.search;
}
