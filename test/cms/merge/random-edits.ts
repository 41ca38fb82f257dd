import type { Block } from '../../../src/cms/block-type';
import type { PageText } from '../../../src/cms/revisions/page-text';
import type { RichText, RichTextNode } from '../../../src/cms/rich-text/document';
import type { Random } from '../../support/random';
import { doc, line, table, textWith } from './texts';

/** Some blocks, each paragraph and cell with a word of its own. */
export function randomText(random: Random): PageText {
  let count = 0;
  const word = (): string => `w${count += 1}`;
  const blocks = Array.from({ length: 1 + random.below(6) }, (_, index): Block => {
    if (random.chance(0.2)) return table(`b${index}`, word(), ...Array.from({ length: 1 + random.below(3) }, () => [word(), word()]));
    return { id: `b${index}`, type: 'paragraph', value: { text: doc(...Array.from({ length: 1 + random.below(4) }, word)) } };
  });
  return textWith({ lead: word(), people: Array.from({ length: random.below(3) }, () => ({ name: word(), role: word() })), body: blocks, note: random.chance(0.5) ? doc(word()) : null });
}

/** A few changes; every word that is written begins with `mark`, and no two are equal. */
export function randomlyEdited(random: Random, base: PageText, mark: string): PageText {
  const text = structuredClone(base);
  let count = 0;
  const word = (): string => `${mark}${count += 1}`;
  for (let edits = 1 + random.below(7); edits > 0; edits -= 1) random.pick(EDITS)(random, text, word);
  return text;
}

type Edit = (random: Random, text: PageText, word: () => string) => void;

const blocksOf = (text: PageText): Block[] => text.content['body'] as Block[];

const EDITS: readonly Edit[] = [
  (_, text, word) => { text.content['lead'] = word(); },
  (_, text, word) => { text.title = word(); },
  (random, text, word) => { (text.content['people'] as object[]).splice(random.below(3), random.below(2), { name: word(), role: '' }); },
  (random, text, word) => { blocksOf(text).splice(random.below(8), 0, { id: word(), type: 'paragraph', value: { text: doc(word()) } }); },
  (random, text) => { blocksOf(text).splice(random.below(8), 1); },
  (random, text) => {
    const [moved] = blocksOf(text).splice(random.below(8), 1);
    if (moved) blocksOf(text).splice(random.below(8), 0, moved);
  },
  changeInside, changeInside, changeInside,
];

function changeInside(random: Random, text: PageText, word: () => string): void {
  const block = blocksOf(text)[random.below(6)];
  if (block?.type === 'paragraph') changeLines(random, (block.value['text'] as RichText).content, word);
  if (block?.type === 'table') changeRows(random, block, word);
}

function changeLines(random: Random, lines: RichTextNode[], word: () => string): void {
  lines.splice(random.below(lines.length + 1), random.below(2), ...Array.from({ length: random.below(3) }, () => line(word())));
}

function changeRows(random: Random, block: Block, word: () => string): void {
  const rows = block.value['rows'] as RichText[][];
  if (random.chance(0.3)) rows.forEach((row) => row.push(doc(word())));
  else if (random.chance(0.5)) rows.splice(random.below(rows.length + 1), random.below(2), rows[0]?.map(() => doc(word())) ?? [doc(word()), doc(word())]);
  else rows[random.below(rows.length)]?.splice(0, 1, doc(word()));
}

/** Every word in a value. */
export function wordsIn(value: unknown): Set<string> {
  return new Set([...JSON.stringify(value ?? null).matchAll(/\b((?:w|mine|theirs)\d+)\b/g)].map(([, word]) => word!));
}
