import type { Holder } from '../../accounts/permissions';
import { Conflict } from '../../platform/http/errors';
import type { Actor } from '../../platform/history/record';
import { changeMedia, type MediaChange, type MediaChangeDeps } from '../media/change-media';
import { listUses, usesWords, type Uses } from '../media/uses';
import { refreshSearchDocuments } from '../search/refresh';
import { documentKind } from './document-reference';
import { lockOrThrow } from './lock-document';
import * as documents from './queries';

/** It cannot go: `uses` says why. */
export class InUse extends Conflict {
  constructor(readonly uses: Uses) { super(`It is in use. ${usesWords(uses)}; take it out there first.`); }
}

/** Into the trash: its address says 410, search does not find it, its files stay. @throws NotFound, InUse */
export async function trashDocument(deps: MediaChangeDeps, actor: Actor, { id, version, viewer }: { id: number; version?: number | undefined; viewer: Holder | undefined }): Promise<void> {
  await changeMedia(deps, actor, (change) => trashIn(change, actor, { id, version, viewer }));
}

/** In a change that is under way. */
export async function trashIn({ trx, at, tell }: MediaChange, actor: Actor, { id, version, viewer }: { id: number; version?: number | undefined; viewer: Holder | undefined }): Promise<void> {
  const { title, filename, trashedAt } = await lockOrThrow(trx, id, version);
  if (trashedAt !== null) return;
  const uses = await listUses(trx, 'document', id, viewer);
  if (uses.total > 0) throw new InUse(uses);
  await documents.updateDocument(trx, id, { trashedAt: at, trashedBy: actor.userId }, actor.userId, at);
  await tell({ action: 'document.trashed', objectType: 'document', objectId: String(id), siteId: null, detail: { title, filename } });
  await refreshSearchDocuments(trx, documentKind, [String(id)]);
}

/** Out of the trash, under the address that it had. */
export async function restoreDocument(deps: MediaChangeDeps, actor: Actor, id: number, version?: number): Promise<void> {
  await changeMedia(deps, actor, (change) => restoreIn(change, actor, id, version));
}

/** In a change that is under way. */
export async function restoreIn({ trx, at, tell }: MediaChange, actor: Actor, id: number, version?: number): Promise<void> {
  const { title, filename, trashedAt } = await lockOrThrow(trx, id, version);
  if (trashedAt === null) return;
  await documents.updateDocument(trx, id, { trashedAt: null, trashedBy: null }, actor.userId, at);
  await tell({ action: 'document.restored', objectType: 'document', objectId: String(id), siteId: null, detail: { title, filename } });
  await refreshSearchDocuments(trx, documentKind, [String(id)]);
}

/**
 * For good, with all its versions: there is no way back. The line of history says whether everybody could have had it, so that its address
 * can go on saying that it is gone. @throws NotFound; Conflict for one that is not in the trash; InUse when a page came to name it there
 */
export async function deleteDocument(deps: MediaChangeDeps, actor: Actor, { id, version, viewer }: { id: number; version?: number | undefined; viewer?: Holder | undefined }): Promise<void> {
  await changeMedia(deps, actor, async ({ trx, tell, discard }) => {
    const { title, filename, trashedAt, collectionId } = await lockOrThrow(trx, id, version);
    if (trashedAt === null) throw new Conflict('Only what is in the trash can be deleted for good.');
    const uses = await listUses(trx, 'document', id, viewer);
    if (uses.total > 0) throw new InUse(uses);
    const keys = await documents.listStorageKeys(trx, id);
    await tell({
      action: 'document.deleted', objectType: 'document', objectId: String(id), siteId: null,
      detail: { title, filename, public: await documents.isOpenCollection(trx, collectionId) },
    });
    await documents.deleteDocument(trx, id);
    await refreshSearchDocuments(trx, documentKind, [String(id)]);
    await discard(keys);
  });
}
