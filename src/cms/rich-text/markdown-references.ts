import { CITATION } from './hrefs';
import { isOutside, isReference } from './references';

/** `[text](page:42)`: a reference as the target of a link. */
const LINK_TARGET = /(\]\()([a-z][a-z0-9-]*:[^\s()<>"]+)/g;

/** Markdown with every reference URI replaced; addresses outside are links, but no references of ours. */
export function mapMarkdownReferences(source: string, change: (uri: string) => string): string {
  return source
    .replace(CITATION, (whole, uri: string) => (isOurs(uri) ? whole.replace(uri, () => change(uri)) : whole))
    .replace(LINK_TARGET, (whole, before: string, uri: string) => (isOurs(uri) ? before + change(uri) : whole));
}

/** Markdown that others can read: what is cited becomes what `link` makes of it, links get the address that `url` knows. */
export function resolveMarkdownReferences(source: string, { cite, url }: { cite: (uri: string, words: string | null) => string; url: (uri: string) => string | null }): string {
  return source
    .replace(CITATION, (whole, uri: string, words?: string) => (isOurs(uri) ? cite(uri, words?.trim() || null) : whole))
    .replace(LINK_TARGET, (whole, before: string, uri: string) => (isOurs(uri) ? `${before}${url(uri) ?? '#'}` : whole));
}

function isOurs(uri: string): boolean {
  return isReference(uri) && !isOutside(uri);
}
