import { HttpError, Unprocessable } from '../../platform/http/errors';
import type { Log } from '../../platform/log';
import type { Db } from '../../platform/db/connect';
import { tagsOf, type BulkAction } from './forms';
import type { Kind } from './kinds';
import { listTitles } from './queries';

export interface BulkOrder {
  readonly ids: readonly number[];
  readonly action: BulkAction;
  readonly tags: readonly string[];
  readonly collectionId: number | null;
}

/** What a kind does with one file, in a transaction of its own. @throws HttpError for a refusal, in words */
export interface BulkWork {
  change(id: number, edit: (file: { readonly tags: readonly string[] }) => { tags: string[] } | { collectionId: number | null }): Promise<unknown>;
  trash(id: number): Promise<unknown>;
  restore(id: number): Promise<unknown>;
}

export interface Outcome {
  readonly id: number;
  /** Null: there is none. */
  readonly title: string | null;
  /** Null: it was done, or was so before. */
  readonly refusal: string | null;
}

/**
 * The same to many files: one after the other, so that what cannot be done to one of them does not keep the others, and nothing of one is
 * half done. @throws Unprocessable without a tag where one is needed
 */
export async function doToMany({ db, log }: { db: Db; log: Log }, kind: Kind, order: BulkOrder, work: BulkWork): Promise<Outcome[]> {
  if ((order.action === 'tag' || order.action === 'untag') && order.tags.length === 0) throw new Unprocessable([{ field: 'tag', message: 'Write a tag first.' }]);
  const titles = await listTitles(db, kind, order.ids);
  const outcomes: Outcome[] = [];
  for (const id of [...order.ids].sort((a, b) => a - b)) {
    const title = titles.get(id) ?? null;
    outcomes.push({ id, title, refusal: title === null ? `There is no such ${kind.one}.` : await refusalOf(log, kind, () => doToOne(kind, id, order, work)) });
  }
  return outcomes;
}

function doToOne(kind: Kind, id: number, { action, tags, collectionId }: BulkOrder, { change, trash, restore }: BulkWork): Promise<unknown> {
  switch (action) {
    case 'tag': return change(id, (file) => ({ tags: withTags(kind, file.tags, tags) }));
    case 'untag': return change(id, (file) => ({ tags: file.tags.filter((tag) => !tags.includes(tag)) }));
    case 'collection': return change(id, () => ({ collectionId }));
    case 'trash': return trash(id);
    case 'restore': return restore(id);
  }
}

/** @throws Unprocessable when the form of the one file would not take them */
function withTags(kind: Kind, before: readonly string[], added: readonly string[]): string[] {
  const tags = [...new Set([...before, ...added])];
  const { error } = tagsOf(kind).safeParse(tags.join(','));
  if (error) throw new Unprocessable(error.issues.map(({ message }) => ({ field: 'tag', message })));
  return tags;
}

async function refusalOf(log: Log, { one }: Kind, work: () => Promise<unknown>): Promise<string | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof HttpError) return error.message;
    log.error({ err: error }, 'One of several files failed');
    return `Something went wrong, and nothing of this ${one} was changed.`;
  }
}
