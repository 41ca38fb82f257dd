import { createPage } from '../../../src/cms/pages/create';
import { expireDue } from '../../../src/cms/workflow/expire';
import { move } from '../../../src/cms/workflow/move';
import { publish } from '../../../src/cms/workflow/publish';
import { rename } from '../../../src/cms/workflow/rename';
import { restore } from '../../../src/cms/workflow/restore';
import { trash } from '../../../src/cms/workflow/trash';
import { unpublish } from '../../../src/cms/workflow/unpublish';
import { SYSTEM } from '../../../src/platform/history/record';
import type { Random } from '../../support/random';
import { savePage, type TestSite } from '../../support/site';
import type { ModelPage, TreeModel } from './tree-model';

export interface World {
  site: TestSite;
  model: TreeModel;
  random: Random;
  slugs: readonly string[];
  log: string[];
}

/** One random change of the tree, in the engine and in the model. `allowed`: whether the engine should accept it. */
interface Operation {
  said: string;
  allowed: boolean;
  run(): Promise<unknown>;
  then(result: unknown): void;
}

/** Of a page, if the caller has one in mind. */
type Chooser = (world: World, page?: ModelPage) => Operation;

const anyPage = ({ model, random }: World): ModelPage => random.pick([...model.pages.values()]);

const anySaved = ({ model, random }: World): ModelPage => random.pick([...model.pages.values()].filter(({ draftSlug }) => draftSlug !== null));

export const create: Chooser = (world) => {
  const { site: { deps, siteId }, model } = world;
  const parent = anyPage(world);
  const slug = world.random.pick(world.slugs);
  return {
    said: `create ${slug} below ${parent.id}`,
    allowed: !model.inTrash(parent) && model.isFree(parent, slug),
    run: () => createPage(deps, SYSTEM, { siteId, parentId: parent.id, type: 'standard', slug, title: slug, position: 0 }),
    then: (id) => model.add({ id: id as number, parentId: parent.id, slug, draftSlug: null, live: false, trashed: false }),
  };
};

export const save: Chooser = (world, page = anyPage(world)) => {
  const slug = page.parentId === null ? '' : world.random.chance(0.4) ? page.slug : world.random.pick(world.slugs);
  const type = page.parentId === null ? 'home' : 'standard';
  const content = world.site.deps.registry.pageTypes.get(type)!.example as Record<string, unknown>;
  return {
    said: `save ${page.id} as ${slug}`,
    allowed: !world.model.inTrash(page),
    run: () => savePage(world.site, page.id, { slug, title: `Page ${page.id}`, content }),
    then: () => { page.draftSlug = slug; },
  };
};

export const publishDraft: Chooser = (world, page = anySaved(world)) => {
  const { model, site: { deps } } = world;
  const slug = page.draftSlug!;
  return {
    said: `publish ${page.id} as ${slug}`,
    allowed: !model.inTrash(page) && (slug === page.slug || model.isFree(model.get(page.parentId!), slug, page)),
    async run() {
      const { draftRevisionId } = await deps.db('pages').where('id', page.id).first<{ draftRevisionId: number }>('draftRevisionId');
      await publish(deps, SYSTEM, { pageId: page.id, revisionId: draftRevisionId });
    },
    then: () => { page.slug = slug; page.live = true; },
  };
};

const renamePage: Chooser = (world) => {
  const { model } = world;
  const page = anyPage(world);
  const slug = world.random.pick(world.slugs);
  return {
    said: `rename ${page.id} to ${slug}`,
    allowed: page.parentId !== null && !model.inTrash(page) && slug !== page.slug && model.isFree(model.get(page.parentId), slug, page),
    run: () => rename(world.site.deps, SYSTEM, { pageId: page.id, slug }),
    then: () => { if (page.draftSlug === page.slug) page.draftSlug = slug; page.slug = slug; },
  };
};

const movePage: Chooser = (world) => {
  const { model } = world;
  const page = anyPage(world);
  const parent = anyPage(world);
  const position = world.random.chance(0.5) ? null : world.random.below(4);
  return {
    said: `move ${page.id} below ${parent.id}`,
    allowed: page.parentId !== null && !model.inTrash(page) && !model.inTrash(parent) && !model.lineage(parent).includes(page) && model.isFree(parent, page.slug, page),
    run: () => move(world.site.deps, SYSTEM, { pageId: page.id, parentId: parent.id, position }),
    then: () => { page.parentId = parent.id; },
  };
};

const unpublishPage: Chooser = (world) => {
  const { model } = world;
  const page = anyPage(world);
  const below = page.parentId !== null && world.random.chance(0.2);
  const affected = (below ? model.subtree(page) : [page]).filter((other) => model.isPublic(other));
  return {
    said: `unpublish ${page.id}${below ? ' with all below' : ''}`,
    allowed: !model.inTrash(page) && affected.length > 0,
    run: () => unpublish(world.site.deps, SYSTEM, { pageId: page.id, reason: 'Not needed.', below }),
    then: () => { for (const other of affected) other.live = false; },
  };
};

const trashPage: Chooser = (world) => {
  const page = anyPage(world);
  return {
    said: `trash ${page.id}`,
    allowed: page.parentId !== null && !world.model.inTrash(page),
    run: () => trash(world.site.deps, SYSTEM, { pageId: page.id, reason: 'Thrown away.' }),
    then: () => { page.trashed = true; },
  };
};

/** Mostly of pages that can be restored: most pages are not in the trash, and of those that are one stands above. */
const restorePage: Chooser = (world) => {
  const { model, random } = world;
  const thrownAway = [...model.pages.values()].filter((other) => other.trashed && (random.chance(0.3) || !model.inTrash(model.get(other.parentId!))));
  const page = thrownAway.length > 0 && random.chance(0.9) ? random.pick(thrownAway) : anyPage(world);
  const parent = page.parentId === null ? undefined : model.get(page.parentId);
  return {
    said: `restore ${page.id}`,
    allowed: parent !== undefined && page.trashed && !model.inTrash(parent) && model.isFree(parent, page.slug, page),
    run: () => restore(world.site.deps, SYSTEM, { pageId: page.id }),
    then: () => { page.trashed = false; },
  };
};

const expirePage: Chooser = (world) => {
  const { deps } = world.site;
  const page = anyPage(world);
  return {
    said: `expire ${page.id}`,
    allowed: true,
    async run() {
      await deps.db('pages').where('id', page.id).whereNotNull('liveRevisionId').update({ expiresAt: deps.now() });
      await expireDue(deps, SYSTEM);
    },
    then: () => { page.live = false; },
  };
};

/** How often each is chosen: what brings pages back outweighs what takes them away, or nothing is public in the end. */
export const CHOOSERS: readonly Chooser[] = [
  create, create, save, save, save, ...Array<Chooser>(8).fill(publishDraft), ...Array<Chooser>(4).fill(renamePage), ...Array<Chooser>(5).fill(movePage),
  unpublishPage, trashPage, trashPage, ...Array<Chooser>(4).fill(restorePage), expirePage,
];

/** @throws Error when the engine allows what the model forbids, or the other way round */
export async function perform(world: World, choose: Chooser): Promise<void> {
  const operation = choose(world);
  world.log.push(`${operation.said}${operation.allowed ? '' : ' (refused)'}`);
  const outcome = await operation.run().then((result) => ({ result }), (error: Error & { status?: number }) => ({ error }));
  if ('error' in outcome) {
    if (operation.allowed || ![409, 422].includes(outcome.error.status ?? 500)) throw outcome.error;
    return;
  }
  if (!operation.allowed) throw new Error(`“${operation.said}” should have been refused`);
  operation.then(outcome.result);
  world.model.settle();
}
