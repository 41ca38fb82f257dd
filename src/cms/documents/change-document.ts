import type { Actor } from '../../platform/history/record';
import { checkChangeable, checkCollection } from '../library/check';
import { differences, type FileEdit } from '../library/edit';
import { DOCUMENTS } from '../library/kinds';
import { changeMedia, type MediaChangeDeps } from '../media/change-media';
import { refreshSearchDocuments } from '../search/refresh';
import { documentKind } from './document-reference';
import { lockDocument, updateDocument, type DocumentRow } from './queries';

/** What staff say of a document. */
type Said = Pick<DocumentRow, 'title' | 'description' | 'tags' | 'collectionId'>;

/**
 * What is said about a document, and who may have it. A change that changes nothing leaves no trace.
 * @throws Conflict when somebody else changed it meanwhile, or it is in the trash; Unprocessable; NotFound
 */
export async function changeDocument(deps: MediaChangeDeps, actor: Actor, { id, version, edit }: FileEdit<DocumentRow, Said>): Promise<void> {
  await changeMedia(deps, actor, async ({ trx, at, tell, unseen }) => {
    const document = await lockDocument(trx, id);
    checkChangeable(DOCUMENTS, document, version);
    const change = differences<Said, DocumentRow>(document, edit);
    const fields = Object.keys(change) as (keyof Said)[];
    if (fields.length === 0) return unseen();

    await checkCollection(trx, change.collectionId ?? null);
    await updateDocument(trx, id, change, actor.userId, at);
    const before = Object.fromEntries(fields.map((field) => [field, document[field]]));
    await tell({ action: 'document.changed', objectType: 'document', objectId: String(id), siteId: null, detail: { title: { ...document, ...change }.title, before, after: change } });
    await refreshSearchDocuments(trx, documentKind, [String(id)]);
  });
}
