import { cleanText } from '../fields/plain-text';
import type { RichTextMark, RichTextNode } from './document';
import { isCited, isReference } from './references';

/** An href as it stands in HTML → a reference, or undefined where it leads nowhere that we may link. */
export function referenceFromHref(href: string): string | undefined {
  const uri = cleanText(href).replace(/[\t\n]/g, '').trim();
  if (uri.startsWith('//')) return referenceFromHref(`https:${uri}`);
  const reference = uri.startsWith('/') ? `page:${uri}` : uri.replace(/^[a-z][a-z0-9-]*:/i, (scheme) => scheme.toLowerCase());
  return isReference(reference) ? reference : undefined;
}

/** `[[rfc:9110]]` and `[[rfc:9110|the HTTP standard]]`, as people write them. */
export const CITATION = /\[\[([a-z][a-z0-9-]*:[^\s[\]|]+)(?:\|([^[\]\n]{1,200}))?\]\]/g;

/** Text with citations in it → nodes. In code they stay as they are written. */
export function splitCitations(source: string, marks: readonly RichTextMark[]): RichTextNode[] {
  const text = cleanText(source);
  if (!text.includes('[[') || marks.some((mark) => mark.type === 'code')) return [{ type: 'text', marks: [...marks], text }];

  const nodes: RichTextNode[] = [];
  let done = 0;
  for (const match of text.matchAll(CITATION)) {
    const [whole, ref = '', words] = match;
    if (!isCited(ref) || !isReference(ref)) continue;
    nodes.push({ type: 'text', marks: [...marks], text: text.slice(done, match.index) });
    nodes.push({ type: 'reference', attrs: { ref, text: words?.replace(/\s+/g, ' ').trim() || null }, marks: marks.filter((mark) => mark.type !== 'link') });
    done = match.index + whole.length;
  }
  return [...nodes, { type: 'text', marks: [...marks], text: text.slice(done) }];
}
