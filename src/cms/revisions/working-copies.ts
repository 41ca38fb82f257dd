import type { Db } from '../../platform/db/connect';
import type { CommonFields } from '../pages/page';

/** What somebody typed and has not saved: one for each person and page, seen by nobody else. */
export interface WorkingCopy {
  pageId: number;
  userId: number;
  /** The revision that the text started from; null: there was none yet. */
  baseRevisionId: number | null;
  /** Grows by one with every autosave. */
  number: number;
  title: string;
  slug: string;
  common: CommonFields;
  content: unknown;
  contentVersion: number;
  updatedAt: Date;
}

/** Whoever saves the page now ends first: the locks of saving and of keeping are taken in one order. */
export async function holdPage(trx: Db, pageId: number): Promise<void> {
  await trx.raw('select from pages where id = ? for key share', [pageId]);
}

export async function findWorkingCopy(db: Db, pageId: number, userId: number): Promise<WorkingCopy | undefined> {
  return db('workingCopies').where({ pageId, userId }).first<WorkingCopy | undefined>();
}

/** The same, and nobody changes it before the end of the transaction. */
export async function lockWorkingCopy(trx: Db, pageId: number, userId: number): Promise<WorkingCopy | undefined> {
  return trx('workingCopies').where({ pageId, userId }).forUpdate().first<WorkingCopy | undefined>();
}

/** False when there is one already. */
export async function insertWorkingCopy(trx: Db, copy: WorkingCopy): Promise<boolean> {
  const rows = await trx('workingCopies').insert(asRow(copy)).onConflict(['pageId', 'userId']).ignore().returning<{ number: number }[]>('number');
  return rows.length === 1;
}

/** Compare and set (security rule 38): false unless the copy still has the number `before` and started from the same revision. */
export async function updateWorkingCopy(trx: Db, copy: WorkingCopy, before: number): Promise<boolean> {
  const { pageId, userId, ...values } = asRow(copy);
  const changed = await trx('workingCopies').where({ pageId, userId, number: before }).whereRaw('base_revision_id is not distinct from ?', [copy.baseRevisionId]).update(values);
  return changed === 1;
}

/** Whatever there is. */
export async function replaceWorkingCopy(trx: Db, copy: WorkingCopy): Promise<void> {
  await trx('workingCopies').insert(asRow(copy)).onConflict(['pageId', 'userId']).merge();
}

/** False when there was none. */
export async function deleteWorkingCopy(trx: Db, pageId: number, userId: number): Promise<boolean> {
  return (await trx('workingCopies').where({ pageId, userId }).del()) === 1;
}

function asRow({ common, content, ...copy }: WorkingCopy) {
  return { ...copy, common: JSON.stringify(common), content: JSON.stringify(content) };
}
