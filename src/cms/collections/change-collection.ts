import { Conflict, NotFound, Unprocessable } from '../../platform/http/errors';
import type { Actor } from '../../platform/history/record';
import { changeMedia, type MediaChange, type MediaChangeDeps } from '../media/change-media';
import { countFiles, deleteCollection, insertCollection, isNameTaken, lockCollection, updateCollection, type StoredCollection } from './queries';
import { filesInWords } from './words';

const TAKEN = [{ field: 'name', message: 'Another collection has this name.' }];

/** Empty, and everybody's until somebody says otherwise. Gives its id. @throws Unprocessable when the name is taken */
export function makeCollection(deps: MediaChangeDeps, actor: Actor, name: string): Promise<number> {
  return changeMedia(deps, actor, async (change) => {
    change.unseen();
    const id = await insertCollection(change.trx, name, change.at);
    if (id === undefined) throw new Unprocessable(TAKEN);
    await change.tell(entry('collection.created', id, { name }));
    return id;
  });
}

export interface CollectionChange {
  readonly id: number;
  /** That of the form. */
  readonly version: number;
  readonly name: string;
  /** The page whose readers may have its files; null: everybody. */
  readonly pageId: number | null;
}

/** Somebody else was quicker: the screen shows both. */
export class OlderVersion extends Conflict {}

/**
 * What it is called, and who may have its files. The second takes effect at once, everywhere: pages, feeds and search ask it each time, and
 * what is kept of them is given up. @throws NotFound, OlderVersion, Unprocessable
 */
export function changeCollection(deps: MediaChangeDeps, actor: Actor, { id, version, name, pageId }: CollectionChange): Promise<void> {
  return changeMedia(deps, actor, async (change) => {
    const was = await getLocked(change, id);
    if (was.version !== version) throw new OlderVersion('Somebody else has changed this collection meanwhile.');
    if (was.pageId === pageId) change.unseen();
    if (was.pageId === pageId && was.name === name) return;
    if (await isNameTaken(change.trx, name, id)) throw new Unprocessable(TAKEN);
    await updateCollection(change.trx, id, { name, pageId });
    await change.tell(entry('collection.changed', id, { name, ...(was.name === name ? {} : { was: was.name }), ...(was.pageId === pageId ? {} : { pageId, pageIdBefore: was.pageId }) }));
  });
}

/** @throws NotFound; Conflict while something is in it, the trash included */
export function removeCollection(deps: MediaChangeDeps, actor: Actor, id: number): Promise<void> {
  return changeMedia(deps, actor, async (change) => {
    change.unseen();
    const { name } = await getLocked(change, id);
    const files = await countFiles(change.trx, id);
    if (files.images + files.documents + files.trashed > 0) throw new Conflict(`Only an empty collection can be deleted: ${filesInWords(files)} ${files.images + files.documents + files.trashed === 1 ? 'is' : 'are'} in it.`);
    await deleteCollection(change.trx, id);
    await change.tell(entry('collection.deleted', id, { name }));
  });
}

async function getLocked({ trx }: MediaChange, id: number): Promise<StoredCollection> {
  const collection = await lockCollection(trx, id);
  if (!collection) throw new NotFound('There is no such collection.');
  return collection;
}

function entry(action: string, id: number, detail: Record<string, unknown>) {
  return { action, objectType: 'collection', objectId: String(id), siteId: null, detail };
}
