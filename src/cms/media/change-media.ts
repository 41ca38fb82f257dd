import type { Readable } from 'node:stream';
import type { Db } from '../../platform/db/connect';
import type { FileStore } from '../../platform/files';
import type { Actor } from '../../platform/history/record';
import { bumpEverySite, learnAll } from '../sites/bump-all';
import { tell, type Change, type ChangeDeps } from '../sites/change';
import type { SiteDirectory } from '../sites/site-directory';
import { discardFiles, keepFile, settleFiles } from './keep-file';

export interface MediaChangeDeps extends ChangeDeps {
  readonly sites: SiteDirectory;
  readonly files: FileStore;
}

/** What `work` gets: as for `changeSite`, and what only media need. */
export interface MediaChange extends Change {
  /** Files whose rows go or change: removed after the commit, unless some row still names them. */
  discard(keys: readonly string[]): Promise<void>;
  /** Nothing that readers see changes, so no site gets a new content version. */
  unseen(): void;
}

type Work<Result> = (change: MediaChange) => Promise<Result>;

/**
 * Every change of images, documents and collections, which belong to no site in particular: one transaction, its history, the jobs that
 * follow, and a new content version of every site. Nothing of it is left when `work` throws.
 */
export async function changeMedia<Result>(deps: MediaChangeDeps, actor: Actor, work: Work<Result>): Promise<Result> {
  return settled(deps, (state) => deps.db.transaction((trx) => run(deps, actor, trx, state, work)));
}

/** The same with a file: it and what `work` writes are both kept, or neither (`keepFile`). */
export async function keepMedia<Result>(
  deps: MediaChangeDeps, actor: Actor, { key, content }: { key: string; content: () => Buffer | Readable }, work: Work<Result>,
): Promise<Result> {
  return settled(deps, (state) => keepFile(deps, key, content, (trx) => run(deps, actor, trx, state, work)));
}

interface State {
  at: Date;
  discarded: string[];
  learnt: ReadonlyMap<number, number>;
}

async function settled<Result>(deps: MediaChangeDeps, transact: (state: State) => Promise<Result>): Promise<Result> {
  const state: State = { at: deps.now(), discarded: [], learnt: new Map() };
  const result = await transact(state);
  learnAll(deps.versions, state.learnt, state.at);
  if (state.discarded.length > 0) await settleAfter(deps, state).catch(() => undefined); // else the hourly job does
  return result;
}

/** Announced once more: somebody who settled the same file meanwhile may have taken ours for theirs, before they could see our rows go. */
async function settleAfter(deps: MediaChangeDeps, { discarded, at }: State): Promise<void> {
  await discardFiles(deps.db, discarded, at);
  await settleFiles(deps, discarded);
}

/** `keepFile` may come here more than once, each time in another transaction: what an earlier one left in the state is void. */
async function run<Result>(deps: MediaChangeDeps, actor: Actor, trx: Db, state: State, work: Work<Result>): Promise<Result> {
  const { at } = Object.assign(state, { discarded: [], learnt: new Map<number, number>() });
  let seen = true;
  const result = await work({
    trx, at,
    tell: (entry) => tell(trx, at, actor, deps.reactions, entry),
    discard: async (keys) => {
      state.discarded.push(...keys);
      await discardFiles(trx, keys, at);
    },
    unseen: () => { seen = false; },
  });
  if (seen) state.learnt = await bumpEverySite(trx, deps.sites, at);
  return result;
}
