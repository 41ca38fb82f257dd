import { z } from 'zod';
import type { Db } from '../../platform/db/connect';
import type { PageRow } from '../pages/queries';

/** What changes whether and with which text readers see a page. */
const ACTIONS = ['page.published', 'page.publication-undone', 'page.unpublished', 'page.expired', 'page.trashed', 'page.restored', 'page.renamed'];

export interface PublicChange {
  readonly action: string;
  readonly at: Date;
  readonly actorId: number | null;
  readonly revisionBefore: number | null;
  readonly revisionAfter: number | null;
  readonly detail: unknown;
}

/** The latest line of history about what readers see of the page itself. */
async function findLastPublicChange(db: Db, pageId: number): Promise<PublicChange | undefined> {
  return db('history').where({ objectType: 'page', objectId: String(pageId) }).whereIn('action', ACTIONS).orderBy('id', 'desc')
    .first<PublicChange | undefined>('action', 'at', 'actorId', 'revisionBefore', 'revisionAfter', 'detail');
}

const detailSchema = z.object({ publishedBefore: z.iso.datetime().nullable().default(null) });

export interface Undoable {
  readonly at: Date;
  /** What was live before; null: nothing was. */
  readonly revisionBefore: number | null;
  /** When readers were told that text was published. */
  readonly publishedBefore: Date | null;
}

/** The publication that can be undone: the last thing that happened to what readers see, and still what they see. */
export async function findUndoable(db: Db, page: Pick<PageRow, 'id' | 'liveRevisionId'>): Promise<Undoable | undefined> {
  const last = page.liveRevisionId === null ? undefined : await findLastPublicChange(db, page.id);
  if (last?.action !== 'page.published' || last.revisionAfter !== page.liveRevisionId) return undefined;
  if (last.revisionBefore === last.revisionAfter) return undefined;
  const before = detailSchema.safeParse(last.detail).data?.publishedBefore ?? null;
  return { at: last.at, revisionBefore: last.revisionBefore, publishedBefore: before === null ? null : new Date(before) };
}
