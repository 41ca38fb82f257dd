import type { Block } from '../../../src/cms/block-type';
import { isClean, mergeTexts } from '../../../src/cms/merge/merge-texts';
import { findConflict } from '../../../src/cms/merge/load-conflict';
import type { Choice } from '../../../src/cms/merge/merging';
import { getPage } from '../../../src/cms/pages/queries';
import { getPageType } from '../../../src/cms/registry';
import { textOf, type PageText } from '../../../src/cms/revisions/page-text';
import { getRevision } from '../../../src/cms/revisions/queries';
import { EditConflict, saveRevision } from '../../../src/cms/workflow/save-revision';
import { SYSTEM } from '../../../src/platform/history/record';
import { addPerson, openPeopleSite, type PeopleSite } from '../../accounts/people-site';
import { Random } from '../../support/random';
import { addPage } from '../../support/site';
import { linesOf, paragraph } from '../merge/texts';

export interface ManySaves {
  readonly problems: string[];
  readonly acknowledged: number;
  readonly merged: number;
  readonly clashes: number;
}

/** Somebody with the page open: what they see, from which revision. */
interface Window { readonly userId: number; base: number; text: PageText }

const LINES = 8;

/**
 * Two people, each with the page open twice, save one word at a time: in turn and at the same moment, mostly from a page that is not the
 * newest any more, and choose at random where their texts clash. Every word is written once, so it can be followed: one that was
 * acknowledged is in the end in the page, or somebody who had seen it wrote another in its place.
 */
export async function saveManyTimes(saves: number, seed: number): Promise<ManySaves> {
  const site = await openPeopleSite();
  const race = await openRace(site, seed);
  while (race.count < saves) {
    const savers = race.random.chance(0.4) ? race.windows.filter(() => race.random.chance(0.6)) : [race.random.pick(race.windows)];
    await Promise.all(savers.map((window) => race.edit(window)));
  }
  const problems = await race.problems();
  await site.close();
  return { problems, acknowledged: race.acknowledged.size, merged: race.merged, clashes: race.clashes };
}

async function openRace(site: PeopleSite, seed: number): Promise<Race> {
  const people = [await addPerson(site, 'ada@example.org', 'editors'), await addPerson(site, 'bea@example.org', 'editors')];
  const keyInfo = Array.from({ length: LINES }, (_, index) => paragraph(`b${index}`, `start${index}`));
  const pageId = await addPage(site, { path: '/race', content: { ...structuredClone(site.deps.registry.pageTypes.get('standard')!.example), keyInfo } });
  const race = new Race(site, pageId, new Random(seed));
  for (const userId of [...people, ...people]) race.windows.push(await race.open(userId));
  return race;
}

class Race {
  readonly windows: Window[] = [];
  readonly acknowledged = new Set<string>();
  /** Words that somebody saw and wrote another for. */
  readonly replaced = new Set<string>();
  merged = 0;
  clashes = 0;
  count = 0;

  constructor(private readonly site: PeopleSite, private readonly pageId: number, readonly random: Random) {}

  async open(userId: number): Promise<Window> {
    return { userId, ...await this.now() };
  }

  /** One word in the place of another, or a block more, saved. */
  async edit(window: Window): Promise<void> {
    const word = `word${this.count += 1}`;
    const text = structuredClone(window.text);
    const blocks = blocksIn(text);
    const index = this.random.below(blocks.length);
    const seen = this.random.chance(0.9) ? linesOf(blocks[index]!.value['text']) : [];
    if (seen.length > 0) blocks[index] = paragraph(blocks[index]!.id, word);
    else blocks.splice(index, 0, paragraph(`n${this.count}`, word));
    await this.save(window, text, { word, seen });
  }

  private async save(window: Window, text: PageText, { word, seen }: { word: string; seen: readonly string[] }): Promise<void> {
    try {
      const { outcome } = await saveRevision(this.site.deps, { ...SYSTEM, userId: window.userId }, { ...text, pageId: this.pageId, base: window.base, note: null });
      if (outcome === 'merged') this.merged += 1;
      this.acknowledge(word, seen);
    } catch (error) {
      if (!(error instanceof EditConflict)) throw error;
      this.clashes += 1;
      await this.settle(window.userId);
    }
    Object.assign(window, await this.now());
  }

  /** As the conflict screen does, until nobody saves in between. */
  private async settle(userId: number): Promise<void> {
    const { deps } = this.site;
    const conflicting = await findConflict(deps, await getPage(deps.db, this.pageId), userId);
    if (!conflicting) return; // the same person's other window did
    const { type, sides, copy, draft } = conflicting;
    const choices = new Map<string, Choice>(mergeTexts(type, sides).clashes.map(({ place, both }) => [place, this.random.pick(both ? ['mine', 'theirs', 'both'] as const : ['mine', 'theirs'] as const)]));
    const merge = mergeTexts(type, sides, choices);
    if (!isClean(merge)) throw new Error('Choosing everything is not enough');
    try {
      await saveRevision(deps, { ...SYSTEM, userId }, { ...merge.text, pageId: this.pageId, base: draft.id, number: copy.number, note: null });
      const [before, after] = [wordsIn(sides.base), wordsIn(merge.text)];
      for (const word of [...wordsIn(sides.mine), ...wordsIn(sides.theirs), ...before]) if (!after.has(word)) this.replaced.add(word);
      for (const word of after) if (!before.has(word)) this.acknowledged.add(word);
    } catch (error) {
      if (!(error instanceof EditConflict)) throw error;
      await this.settle(userId);
    }
  }

  private acknowledge(word: string, seen: readonly string[]): void {
    this.acknowledged.add(word);
    for (const old of seen) this.replaced.add(old);
  }

  private async now(): Promise<{ base: number; text: PageText }> {
    const { db, registry } = this.site.deps;
    const { draftRevisionId, type } = await getPage(db, this.pageId);
    return { base: draftRevisionId!, text: textOf(getPageType(registry, type), await getRevision(db, this.pageId, draftRevisionId!)) };
  }

  /** Words that are gone though nobody who saw them took them out, words that history does not know, ids that are there twice. */
  async problems(): Promise<string[]> {
    const { text } = await this.now();
    const there = wordsIn(text);
    const revisions = await this.site.deps.db('revisions').where({ pageId: this.pageId }).orderBy('id').select('content');
    const everThere = new Set(revisions.flatMap(({ content }) => [...wordsIn({ content })]));
    const ids = blocksIn(text).map(({ id }) => id);
    return [
      ...[...this.acknowledged].filter((word) => !there.has(word) && !this.replaced.has(word)).map((word) => `${word} was overwritten by somebody who had not seen it`),
      ...[...this.acknowledged].filter((word) => !everThere.has(word)).map((word) => `${word} was acknowledged and is in no revision`),
      ...(new Set(ids).size === ids.length ? [] : ['a block is there twice']),
    ];
  }
}

function blocksIn({ content }: Pick<PageText, 'content'>): Block[] {
  return content['keyInfo'] as Block[];
}

function wordsIn(text: Pick<PageText, 'content'>): Set<string> {
  return new Set(blocksIn(text).flatMap(({ value }) => linesOf(value['text'])));
}
