import type { Field } from '../field';
import { CITATION } from '../rich-text/hrefs';
import { mapMarkdownReferences } from '../rich-text/markdown-references';
import { nameOfReference } from '../rich-text/references';
import { readText } from './from-form';
import { parsePortable } from './from-portable';
import { plainText } from './plain-text';

const MAX = 100_000;

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
    fromForm: (form, name, stored, at) => readText(draft, { form, name, stored, empty: '', at }),
  };
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
