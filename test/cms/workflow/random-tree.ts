import { Random } from '../../support/random';
import { openEmptySite } from '../../support/site';
import { brokenPages, registerRows, wrongAnswers } from './tree-checks';
import { TreeModel } from './tree-model';
import { CHOOSERS, create, perform, publishDraft, save, type World } from './tree-operations';

export interface Size {
  /** In the tree before the random changes begin, most of them public. */
  pages: number;
  operations: number;
  slugs: number;
  /** Register and tree are compared after so many changes, and at the end. */
  compareEvery: number;
  /** How many addresses are asked over HTTP as well. */
  overHttp: number;
}

export interface Counts {
  pages: number;
  public: number;
  everPublic: number;
  redirects: number;
  gone: number;
  refused: number;
}

/**
 * Change a tree at random, and compare engine and model: each decision, the register, the tree's promises, and what every
 * address answers that was ever used.
 * @throws Error with the seed and the last operations
 */
export async function changeAtRandom(seed: number, size: Size): Promise<Counts> {
  const site = await openEmptySite();
  const model = new TreeModel();
  const home = await site.deps.db('pages').first<{ id: number }>('id');
  model.add({ id: home.id, parentId: null, slug: '', draftSlug: '', live: true, trashed: false });
  model.settle();
  const slugs = ['search', ...Array.from({ length: size.slugs }, (_, index) => `s${index}`)];
  const world: World = { site, model, random: new Random(seed), slugs, log: [] };
  try {
    await grow(world, size.pages);
    for (let done = 1; done <= size.operations; done += 1) {
      await perform(world, world.random.pick(CHOOSERS));
      if (done % size.compareEvery === 0 || done === size.operations) await compare(world);
    }
    const asked = [...model.everUsed].filter(() => world.random.chance(size.overHttp / model.everUsed.size));
    refuse(await wrongAnswers(world, asked));
    return countsOf(world);
  } catch (error) {
    throw new Error(`${(error as Error).message}\nPROPERTY_SEED=${seed}, after\n  ${world.log.slice(-12).join('\n  ')}`, { cause: error });
  } finally {
    await site.close();
  }
}

async function grow(world: World, pages: number): Promise<void> {
  while (world.model.pages.size < pages) {
    await perform(world, create);
    const newest = [...world.model.pages.values()].at(-1)!;
    await perform(world, (same) => save(same, newest));
    await perform(world, (same) => publishDraft(same, newest));
  }
}

async function compare({ site, model }: World): Promise<void> {
  const [rows, wanted] = [new Set(await registerRows(site)), new Set(model.register())];
  refuse([
    ...[...rows].filter((row) => !wanted.has(row)).map((row) => `the register has ${row}`),
    ...[...wanted].filter((row) => !rows.has(row)).map((row) => `the register lacks ${row}`),
    ...await brokenPages(site),
  ]);
}

function refuse(problems: readonly string[]): void {
  if (problems.length > 0) throw new Error(`${problems.length} problems:\n  ${problems.slice(0, 10).join('\n  ')}`);
}

function countsOf({ model, log }: World): Counts {
  const answers = [...model.lastPublicAt.keys()].map((path) => model.answer(path));
  return {
    pages: model.pages.size,
    public: answers.filter((answer) => answer.startsWith('200')).length,
    everPublic: answers.length,
    redirects: answers.filter((answer) => answer.startsWith('301')).length,
    gone: answers.filter((answer) => answer === '410').length,
    refused: log.filter((line) => line.endsWith('(refused)')).length,
  };
}
