import type { RichText, RichTextMark, RichTextNode } from './document';

/** Schemes that browsers act on and that never become links of ours, whoever wrote them. */
const FORBIDDEN = new Set(['javascript', 'vbscript', 'data', 'file', 'blob', 'about', 'filesystem', 'view-source']);
/** Schemes of addresses outside: they need no target of ours. */
const OUTSIDE = new Set(['http', 'https', 'mailto', 'tel']);
/** Kinds of our own that are linked with words, never cited as a chip. */
const LINKED = new Set(['page', 'document', 'image']);

/** The part before the colon, in lower case; undefined for what is no URI. */
export function schemeOf(uri: string): string | undefined {
  return /^([a-z][a-z0-9-]*):/i.exec(uri)?.[1]?.toLowerCase();
}

export function isOutside(uri: string): boolean {
  return OUTSIDE.has(schemeOf(uri) ?? '');
}

/** Whether a citation of it is a node of its own (`rfc:9110`) rather than a link around words. */
export function isCited(uri: string): boolean {
  const scheme = schemeOf(uri);
  return scheme !== undefined && !OUTSIDE.has(scheme) && !LINKED.has(scheme);
}

/** A reference that may be stored: a place on the same page, an address outside, or something of a kind (known or not). */
export function isReference(uri: string): boolean {
  if (uri.length > 2000) return false;
  if (uri.startsWith('#')) return /^#[A-Za-z][A-Za-z0-9._:-]*$/.test(uri);

  const scheme = schemeOf(uri);
  if (scheme === undefined || FORBIDDEN.has(scheme)) return false;
  if (scheme === 'http' || scheme === 'https') return /^https?:\/\/[^\s/?#]\S*$/i.test(uri) && URL.canParse(uri);
  return /^[^\s\u0000-\u001f<>"\\]+$/.test(uri.slice(scheme.length + 1));
}

/** What a reference is called when nobody can say it better: "RFC 9110", "quic". */
export function nameOfReference(uri: string): string {
  const scheme = schemeOf(uri) ?? '';
  const key = uri.slice(scheme.length + 1).replace(/#.*$/, '');
  return /^\d+$/.test(key) ? `${scheme.toUpperCase()} ${key}` : key;
}

/** Links to places on the same page are no references: they stay as they are. */
export function mapRichTextReferences(document: RichText, change: (uri: string) => string): RichText {
  const changed = (uri: string) => (uri.startsWith('#') ? uri : change(uri));
  return { ...document, content: document.content.map((node) => mapNode(node, changed)) };
}

function mapNode(node: RichTextNode, change: (uri: string) => string): RichTextNode {
  const result = mapAttrs(node, change);
  if (node.marks) result.marks = node.marks.map((mark) => mapAttrs(mark, change));
  if (node.content) result.content = node.content.map((child) => mapNode(child, change));
  return result;
}

function mapAttrs<T extends RichTextNode | RichTextMark>(part: T, change: (uri: string) => string): T {
  const ref = part.attrs?.['ref'];
  return typeof ref === 'string' ? { ...part, attrs: { ...part.attrs, ref: change(ref) } } : { ...part };
}
