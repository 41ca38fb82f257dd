import type { Actor } from '../../platform/history/record';
import { checkCollection } from '../library/check';
import { differences, type FileEdit } from '../library/edit';
import { DOCUMENTS } from '../library/kinds';
import { mergedNote, mergeEdit } from '../library/merge-edit';
import { restoreFirst } from '../library/trash';
import { changeMedia, type MediaChangeDeps } from '../media/change-media';
import { refreshSearchDocuments } from '../search/refresh';
import { documentKind } from './document-reference';
import { DOCUMENT_FORM } from './pane-form';
import { lockDocument, updateDocument, type DocumentRow } from './queries';

/** What staff say of a document. */
type Said = Pick<DocumentRow, 'title' | 'description' | 'tags' | 'collectionId'>;

/**
 * What is said about a document, and who may have it. A change that changes nothing leaves no trace. Gives what somebody else changed
 * meanwhile, in words, or null.
 * @throws Conflict when somebody else changed the same meanwhile, or it is in the trash; Unprocessable; NotFound
 */
export async function changeDocument(deps: MediaChangeDeps, actor: Actor, { id, restore = false, ...asked }: FileEdit<DocumentRow, Said>): Promise<string | null> {
  return changeMedia(deps, actor, async (work) => {
    const { trx, at, tell, unseen } = work;
    if (restore) await restoreFirst(work, actor, DOCUMENTS, { id, version: asked.version });
    const document = await lockDocument(trx, id);
    const { edit, theirs } = mergeEdit(DOCUMENTS, DOCUMENT_FORM, document, restore ? { ...asked, version: document.version } : asked);
    const change = differences<Said, DocumentRow>(document, edit);
    const fields = Object.keys(change) as (keyof Said)[];
    const note = await mergedNote(trx, actor, document.updatedBy, theirs, fields.length > 0);
    if (fields.length === 0) {
      if (restore) await refreshSearchDocuments(trx, documentKind, [String(id)]);
      else unseen();
      return note;
    }

    await checkCollection(trx, change.collectionId ?? null);
    await updateDocument(trx, id, change, actor.userId, at);
    const before = Object.fromEntries(fields.map((field) => [field, document[field]]));
    await tell({ action: 'document.changed', objectType: 'document', objectId: String(id), siteId: null, detail: { title: { ...document, ...change }.title, before, after: change } });
    await refreshSearchDocuments(trx, documentKind, [String(id)]);
    return note;
  });
}
