import { Unprocessable } from '../../platform/http/errors';
import type { Actor } from '../../platform/history/record';
import { changeMedia, type MediaChange, type MediaChangeDeps } from '../media/change-media';
import { refreshSearchDocuments } from '../search/refresh';
import { documentKind } from './document-reference';
import { lockForChange } from './lock-document';
import * as documents from './queries';

export interface DocumentWords {
  readonly title: string;
  readonly description: string | null;
  readonly tags: readonly string[];
  readonly collectionId: number | null;
}

interface DocumentChange {
  readonly id: number;
  /** Which the person saw. */
  readonly version: number;
  /** What is undefined stays as it is. */
  readonly said: { readonly [Name in keyof DocumentWords]?: DocumentWords[Name] | undefined };
}

/** What is said about a document, and who may have it. @throws NotFound, Conflict, Unprocessable */
export async function changeDocument(deps: MediaChangeDeps, actor: Actor, { id, version, said }: DocumentChange): Promise<void> {
  await changeMedia(deps, actor, async (change) => {
    const before = await lockForChange(change.trx, id, version);
    const { title = before.title, description = before.description, tags = before.tags, collectionId = before.collectionId } = said;
    await writeWords(change, actor, before, { title, description, tags, collectionId });
  });
}

/** In a change that is under way, for a row that is locked. Nothing is written when nothing differs. */
export async function writeWords(change: MediaChange, actor: Actor, before: documents.DocumentRow, words: DocumentWords): Promise<boolean> {
  const { trx, at, tell, unseen } = change;
  const { id } = before;
  const changed = (['title', 'description', 'tags', 'collectionId'] as const).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(words[name]));
  if (changed.length === 0) {
    unseen();
    return false;
  }
  const { title, description, tags, collectionId } = words;
  if (collectionId !== null && !await documents.collectionExists(trx, collectionId)) throw new Unprocessable([{ field: 'collection', message: 'This collection is not there any more.' }]);
  await documents.updateDocument(trx, id, { title, description, tags: [...tags], collectionId }, actor.userId, at);
  const [was, is] = [before, words].map((side) => Object.fromEntries(changed.map((name) => [name, side[name]])));
  await tell({ action: 'document.changed', objectType: 'document', objectId: String(id), siteId: null, detail: { title, before: was, after: is } });
  await refreshSearchDocuments(trx, documentKind, [String(id)]);
  return true;
}
