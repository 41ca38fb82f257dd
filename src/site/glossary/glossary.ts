import { encodePath } from '../../cms/addresses/path';
import { urlOf } from '../../cms/pages/page';
import type { RichText } from '../../cms/rich-text/document';
import { richTextToText } from '../../cms/rich-text/to-text';
import type { TermContent } from './term';

export interface Term extends TermContent {
  readonly key: string;
}

export interface Initial {
  /** "A", or "0–9" for everything that begins with no letter of ours. */
  readonly heading: string;
  readonly anchor: string;
  readonly terms: readonly Term[];
}

const REST: Omit<Initial, 'terms'> = { heading: '0–9', anchor: 'digits' };

/** A to Z, then digits and signs (GL-02); within a letter as a dictionary sorts. */
export function byInitial(terms: readonly Term[]): Initial[] {
  const initials = new Map<string, Term[]>();
  for (const term of inOrder(terms)) {
    const letter = letterOf(term);
    initials.set(letter, [...initials.get(letter) ?? [], term]);
  }
  return [...initials].map(([letter, list]) => ({ ...(letter === '' ? REST : { heading: letter, anchor: letter }), terms: list }));
}

export function inOrder(terms: readonly Term[]): Term[] {
  const order = new Intl.Collator('en', { sensitivity: 'base', numeric: true, ignorePunctuation: true });
  return [...terms].sort((one, other) => Number(letterOf(one) === '') - Number(letterOf(other) === '')
    || order.compare(one.title, other.title) || one.key.localeCompare(other.key));
}

/** Accents do not count. '' for no letter. */
function letterOf({ title }: Pick<Term, 'title'>): string {
  const first = title.normalize('NFD').charAt(0).toUpperCase();
  return /^[A-Z]$/.test(first) ? first : '';
}

/** The term's own address. `glossary`: the path of the page that lists them. */
export function termUrl(glossary: string, key: string): string {
  return urlOf(encodePath(`${glossary}/${key}`));
}

/** The beginning of a definition, for a line of its own: whole sentences where they fit. */
export function shortDefinition(definition: RichText, longest = 160): string {
  const text = richTextToText(definition).replace(/\s+/g, ' ').trim();
  if (text.length <= longest) return text;
  const sentences = /^.*[.!?](?= )/.exec(text.slice(0, longest + 1))?.[0];
  return sentences ?? `${text.slice(0, longest).replace(/\s+\S*$/, '')}…`;
}
