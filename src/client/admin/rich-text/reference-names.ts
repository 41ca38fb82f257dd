import { learnPrintedPictures } from '../completion/library-pictures';

/** What is known by name on this page: from the form (`data-labels`), from the fields, and from what was searched. */
const names = new Map<string, string>();
const read = new WeakSet<Element>();

export function learnName(uri: string, name: string): void {
  if (name !== '') names.set(uri, name);
}

/** Takes in the names that the server printed with the form. */
export function learnNames(root: ParentNode): void {
  const holders = root instanceof Element ? [root.closest('[data-labels]'), ...root.querySelectorAll('[data-labels]')] : [...root.querySelectorAll('[data-labels]')];
  for (const holder of holders) {
    if (!(holder instanceof HTMLElement) || read.has(holder)) continue;
    read.add(holder);
    for (const [uri, name] of labelsIn(holder)) learnName(uri, name);
    learnPrintedPictures(holder);
  }
}

function labelsIn(holder: HTMLElement): [string, string][] {
  try {
    const labels: unknown = JSON.parse(holder.dataset.labels ?? '{}');
    return Object.entries(labels as Record<string, unknown>).flatMap(([uri, name]): [string, string][] => (typeof name === 'string' ? [[uri, name]] : []));
  } catch {
    return [];
  }
}

/** The name of what a reference leads to; of an address elsewhere, the address. */
export function nameOfReference(uri: string): string {
  const [whole = uri] = uri.split('#');
  const name = names.get(uri) ?? names.get(whole);
  const short = spelled(whole);
  // "RFC 9110: HTTP Semantics" is for lists: in a text the number is the name
  return name === undefined || name.startsWith(`${short}: `) ? short : name;
}

/** With its title, where one is known. */
export function fullNameOfReference(uri: string): string {
  return names.get(uri) ?? nameOfReference(uri);
}

/** "RFC 9110" and "quic" are said by the URI itself. */
function spelled(uri: string): string {
  if (isOutside(uri) || uri.startsWith('#')) return uri.replace(/^(?:mailto|tel):/i, '');
  const [, scheme = '', key = uri] = /^([a-z][a-z0-9-]*):([^#]*)/i.exec(uri) ?? [];
  return /^\d+$/.test(key) ? `${scheme.length <= 3 ? scheme.toUpperCase() : scheme[0]?.toUpperCase() + scheme.slice(1)} ${key}` : key;
}

export function schemeOf(uri: string): string | undefined {
  return /^([a-z][a-z0-9-]*):/i.exec(uri)?.[1]?.toLowerCase();
}

export function isOutside(uri: string): boolean {
  return ['http', 'https', 'mailto', 'tel'].includes(schemeOf(uri) ?? '');
}

/** Whether it stands in a text as a chip (`rfc:9110`) and not as a link around words, as src/cms/rich-text/references.ts has it. */
export function isCited(uri: string): boolean {
  const scheme = schemeOf(uri);
  return scheme !== undefined && !isOutside(uri) && !['page', 'document', 'image'].includes(scheme);
}

const FORBIDDEN = ['javascript', 'vbscript', 'data', 'file', 'blob', 'about', 'filesystem', 'view-source'];

/** Whether it may be stored as the target of a link. */
export function isReference(uri: string): boolean {
  if (uri.length > 2000) return false;
  if (uri.startsWith('#')) return /^#[A-Za-z][A-Za-z0-9._:-]*$/.test(uri);
  const scheme = schemeOf(uri);
  if (scheme === undefined || FORBIDDEN.includes(scheme)) return false;
  if (scheme === 'http' || scheme === 'https') return /^https?:\/\/[^\s/?#]\S*$/i.test(uri) && URL.canParse(uri);
  return /^[^\s\u0000-\u001f<>"\\]+$/.test(uri.slice(scheme.length + 1));
}

/** What somebody typed as an address → a reference; undefined where it is none, such as the name of a page. */
export function referenceFromTyped(typed: string): string | undefined {
  const text = typed.trim();
  if (/\s/.test(text) || text === '') return undefined;
  if (/^[^@:/]+@[^@:/]+\.[a-z]{2,}$/i.test(text)) return `mailto:${text}`;
  if (/^\+?[\d-]{7,}$/.test(text) && text.startsWith('+')) return `tel:${text}`;
  const uri = /^(?:www\.|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:org|com|net|edu|gov|int|io|dev|info|eu)(?:[/?#:]|$))/i.test(text) ? `https://${text}` : text.replace(/^[a-z][a-z0-9-]*:/i, (scheme) => scheme.toLowerCase());
  return isReference(uri) ? uri : undefined;
}
