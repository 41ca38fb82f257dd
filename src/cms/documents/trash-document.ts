import type { Actor } from '../../platform/history/record';
import { DOCUMENTS } from '../library/kinds';
import { listVersionKeys } from '../library/queries';
import { lockDeletable, restoreFile, trashFile, type Trashing } from '../library/trash';
import { changeMedia, type MediaChangeDeps } from '../media/change-media';
import { refreshSearchDocuments } from '../search/refresh';
import { documentKind } from './document-reference';
import { deleteDocument as deleteRow, isOpenCollection } from './queries';

/** Search does not find it any more. @throws Conflict when something uses it, or somebody else changed it meanwhile; NotFound */
export async function trashDocument(deps: MediaChangeDeps, actor: Actor, trashing: Trashing): Promise<void> {
  await changeMedia(deps, actor, async (change) => {
    await trashFile(change, actor, DOCUMENTS, trashing);
    await refreshSearchDocuments(change.trx, documentKind, [String(trashing.id)]);
  });
}

/** @throws Conflict when somebody else changed it meanwhile; NotFound */
export async function restoreDocument(deps: MediaChangeDeps, actor: Actor, trashing: Trashing): Promise<void> {
  await changeMedia(deps, actor, async (change) => {
    await restoreFile(change, actor, DOCUMENTS, trashing);
    await refreshSearchDocuments(change.trx, documentKind, [String(trashing.id)]);
  });
}

/**
 * For good, with all its versions. The line of history says whether everybody could have had it, so that its address can go on saying that
 * it is gone. @throws as `lockDeletable`
 */
export async function deleteDocument(deps: MediaChangeDeps, actor: Actor, trashing: Trashing): Promise<void> {
  await changeMedia(deps, actor, async (change) => {
    const { id, title, filename, collectionId } = await lockDeletable(change, DOCUMENTS, trashing);
    const keys = await listVersionKeys(change.trx, DOCUMENTS, id);
    const detail = { title, filename, public: await isOpenCollection(change.trx, collectionId) };
    await change.tell({ action: 'document.deleted', objectType: 'document', objectId: String(id), siteId: null, detail });
    await deleteRow(change.trx, id);
    await refreshSearchDocuments(change.trx, documentKind, [String(id)]);
    await change.discard(keys);
  });
}
