import type { Block } from '../../../src/cms/block-type';
import { isClean, mergeTexts } from '../../../src/cms/merge/merge-texts';
import type { Choice, Clash } from '../../../src/cms/merge/merging';
import type { PageText } from '../../../src/cms/revisions/page-text';
import { Random } from '../../support/random';
import { randomlyEdited, randomText, wordsIn } from './random-edits';
import { merged as type } from './texts';

const RUNS = 600;

interface Case { readonly seed: number; readonly base: PageText; readonly mine: PageText; readonly theirs: PageText }

const cases: Case[] = Array.from({ length: RUNS }, (_, seed) => {
  const random = new Random(seed + 1);
  const base = randomText(random);
  return { seed, base, mine: randomlyEdited(random, base, 'mine'), theirs: randomlyEdited(random, base, 'theirs') };
});

const idsOf = (text: PageText): string[] => (text.content['body'] as Block[]).map(({ id }) => id);
const all = (clashes: readonly Clash[], choice: Choice): Map<string, Choice> => new Map(clashes.map(({ place, both }) => [place, choice === 'both' && !both ? 'mine' : choice]));
const missing = (wanted: Iterable<string>, there: ReadonlySet<string>): string[] => [...wanted].filter((word) => !there.has(word));

test('every word that somebody wrote is in the merged text or in a question', () => {
  for (const { seed, base, mine, theirs } of cases) {
    const { text, clashes } = mergeTexts(type, { base, mine, theirs });
    const there = new Set([...wordsIn(text), ...clashes.flatMap((clash) => [...wordsIn(clash.mine), ...wordsIn(clash.theirs)])]);
    const written = [...wordsIn(mine), ...wordsIn(theirs)].filter((word) => !word.startsWith('w'));
    expect([seed, missing(written, there)]).toEqual([seed, []]);
  }
});

test('what both sides left alone is still there, once', () => {
  for (const { seed, base, mine, theirs } of cases) {
    const { text } = mergeTexts(type, { base, mine, theirs });
    const [inMine, inTheirs] = [wordsIn(mine), wordsIn(theirs)];
    const kept = [...wordsIn(base)].filter((word) => inMine.has(word) && inTheirs.has(word));
    expect([seed, missing(kept, wordsIn(text))]).toEqual([seed, []]);
    expect([seed, new Set(idsOf(text)).size]).toEqual([seed, idsOf(text).length]);
  }
});

test('no block is lost: it is there unless somebody removed it, or a question is about it', () => {
  for (const { seed, base, mine, theirs } of cases) {
    const { text, clashes } = mergeTexts(type, { base, mine, theirs });
    const removed = idsOf(base).filter((id) => !idsOf(mine).includes(id) || !idsOf(theirs).includes(id));
    const asked = clashes.map(({ path }) => path[2]);
    const wanted = [...idsOf(mine), ...idsOf(theirs)].filter((id) => !removed.includes(id) && !asked.includes(id));
    expect([seed, missing(wanted, new Set(idsOf(text)))]).toEqual([seed, []]);
  }
});

test('who asks makes no difference to a merge without questions, and there are enough of both kinds', () => {
  let clean = 0;
  for (const { seed, base, mine, theirs } of cases) {
    const one = mergeTexts(type, { base, mine, theirs });
    const other = mergeTexts(type, { base, mine: theirs, theirs: mine });
    expect([seed, isClean(other)]).toEqual([seed, isClean(one)]);
    if (!isClean(one)) continue;
    clean += 1;
    expect([seed, other.text]).toEqual([seed, one.text]);
  }
  expect([clean > RUNS / 5, clean < RUNS * 4 / 5]).toEqual([true, true]);
});

test.each(['mine', 'theirs', 'both'] as const)('with “%s” for every question the merge is clean and holds every word of that answer', (choice) => {
  for (const { seed, base, mine, theirs } of cases) {
    const { clashes } = mergeTexts(type, { base, mine, theirs });
    const done = mergeTexts(type, { base, mine, theirs }, all(clashes, choice));
    expect([seed, isClean(done)]).toEqual([seed, true]);
    const wanted = clashes.flatMap((clash) => (clash.kind === 'order' ? [] : [...wordsIn(choice === 'theirs' ? clash.theirs : clash.mine)]));
    expect([seed, missing(wanted, wordsIn(done.text))]).toEqual([seed, []]);
  }
});

test('nothing changed on one side: the other side, word for word', () => {
  for (const { base, mine } of cases.slice(0, 300)) {
    expect(mergeTexts(type, { base, mine, theirs: base }).text).toEqual(mine);
    expect(mergeTexts(type, { base, mine: base, theirs: mine }).text).toEqual(mine);
  }
});
