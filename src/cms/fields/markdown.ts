import type { Field } from '../field';
import { CITATION } from '../rich-text/hrefs';
import { isOutside, isReference, nameOfReference } from '../rich-text/references';
import { parsePortable } from './from-portable';
import { plainText } from './plain-text';

const MAX = 100_000;

/** `[text](page:42)`: a reference as the target of a link. Addresses outside are links, but no references of ours. */
const LINK_TARGET = /(\]\()([a-z][a-z0-9-]*:[^\s()<>"]+)/g;

/** Text in Markdown; references stand in it as `[[rfc:9110]]` or as targets of links. */
export function markdown(options: { label: string; help?: string; required?: boolean }): Field<string> {
  const draft = plainText().max(MAX, `At most ${MAX} characters.`);
  return {
    kind: 'markdown',
    label: options.label,
    help: options.help ?? null,
    weight: 'C',
    schema: options.required ? draft.refine((value) => value.trim() !== '', 'This cannot be empty.') : draft,
    draft,
    empty: '',
    texts: (value) => [plainTextOf(value)].filter((text) => text !== ''),
    mapReferences: mapMarkdownReferences,
    fromPortable: (value, portable) => parsePortable(draft, value, portable),
  };
}

function mapMarkdownReferences(source: string, change: (uri: string) => string): string {
  return source
    .replace(CITATION, (whole, uri: string) => (isOurs(uri) ? whole.replace(uri, () => change(uri)) : whole))
    .replace(LINK_TARGET, (whole, before: string, uri: string) => (isOurs(uri) ? before + change(uri) : whole));
}

function isOurs(uri: string): boolean {
  return isReference(uri) && !isOutside(uri);
}

/** Good enough for search: the signs go, the words stay. */
function plainTextOf(source: string): string {
  return source
    .replace(CITATION, (_, uri: string, words?: string) => words ?? nameOfReference(uri))
    .replace(/!?\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/^[ \t]*(?:#{1,6}|>|[-*+]|\d+\.)[ \t]+/gm, '')
    .replace(/[*_`~]{1,3}/g, '')
    .trim();
}
