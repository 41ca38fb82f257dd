import type { Holder } from '../../accounts/permissions';
import { HttpError, Unprocessable } from '../../platform/http/errors';
import type { Actor } from '../../platform/history/record';
import { changeMedia, type MediaChange, type MediaChangeDeps } from '../media/change-media';
import { writeWords } from './change-document';
import { lockOrThrow } from './lock-document';
import { findDocument, type DocumentRow } from './queries';
import { changeForm, type BulkAction } from './forms';
import { restoreIn, trashIn } from './trash-document';

export interface BulkOrder {
  readonly ids: readonly number[];
  readonly action: BulkAction;
  readonly tags: readonly string[];
  readonly collection: number | null;
}

export interface BulkLine {
  readonly id: number;
  readonly title: string;
  /** Why it was not done; null: it was, or was so before. */
  readonly why: string | null;
}

/** The same for several documents in one change: what cannot be done to one of them does not keep the others. In the order of the ids. */
export async function changeMany(deps: MediaChangeDeps, actor: Actor, viewer: Holder | undefined, order: BulkOrder): Promise<BulkLine[]> {
  return changeMedia(deps, actor, async (change) => {
    const report: BulkLine[] = [];
    // in one order for everybody, so that two who do this at once wait for each other instead of both for ever
    for (const id of [...order.ids].sort((a, b) => a - b)) {
      const title = (await findDocument(change.trx, id))?.title ?? `Document ${id}`;
      report.push({ id, title, why: await attempt({ ...change, unseen: () => undefined }, actor, viewer, id, order) });
    }
    if (report.every(({ why }) => why !== null)) change.unseen();
    return report;
  });
}

/** Refusals come before anything is written for this one. */
async function attempt(change: MediaChange, actor: Actor, viewer: Holder | undefined, id: number, order: BulkOrder): Promise<string | null> {
  try {
    await perform(change, actor, viewer, id, order);
    return null;
  } catch (error) {
    if (error instanceof HttpError) return error.message;
    throw error;
  }
}

async function perform(change: MediaChange, actor: Actor, viewer: Holder | undefined, id: number, order: BulkOrder): Promise<void> {
  if (order.action === 'trash') return trashIn(change, actor, { id, viewer });
  if (order.action === 'restore') return restoreIn(change, actor, id);
  const document = await lockOrThrow(change.trx, id);
  await writeWords(change, actor, document, { ...document, ...changeOf(document, order) });
}

function changeOf({ tags }: DocumentRow, { action, tags: named, collection }: BulkOrder): Partial<DocumentRow> {
  if (action === 'collection') return { collectionId: collection };
  const others = tags.filter((tag) => !named.includes(tag));
  return { tags: action === 'tag' ? withTags(others, named) : others };
}

/** @throws Unprocessable when the form of the one document would not take them */
function withTags(others: readonly string[], named: readonly string[]): string[] {
  const tags = [...others, ...named];
  const { error } = changeForm.shape.tags.safeParse(tags.join(','));
  if (error) throw new Unprocessable(error.issues.map(({ message }) => ({ field: 'tag', message })));
  return tags;
}
