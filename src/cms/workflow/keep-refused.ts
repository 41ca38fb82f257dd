import type { Db } from '../../platform/db/connect';
import { same } from '../merge/same';
import type { AnyPageType } from '../page-type';
import { textOf, type PageText } from '../revisions/page-text';
import { insertRevision } from '../revisions/queries';
import { deleteWorkingCopy, lockWorkingCopy, replaceWorkingCopy, type WorkingCopy } from '../revisions/working-copies';
import { firstNumber } from './keep-working-copy';

export interface Sent {
  readonly pageId: number;
  readonly type: AnyPageType;
  readonly text: PageText;
  /** The revision that the text started from. */
  readonly base: number | null;
  /** Of the working copy that the sender knows; 0: none. */
  readonly number: number;
}

/** The working copy of what is saved now goes. Another window's, with another text, stays: nothing typed is lost. */
export async function dropSavedCopy(trx: Db, userId: number | null, sent: Sent): Promise<void> {
  if (userId === null) return;
  const copy = await lockWorkingCopy(trx, sent.pageId, userId);
  if (copy && isOf(copy, sent)) await deleteWorkingCopy(trx, sent.pageId, userId);
}

/** A save that was refused becomes the sender's working copy. What another window had kept there becomes a revision beside the draft. */
export async function keepRefused(trx: Db, at: Date, userId: number | null, sent: Sent): Promise<void> {
  if (userId === null) return; // programs have no working copies
  const { pageId, type, text, base } = sent;
  const copy = await lockWorkingCopy(trx, pageId, userId);
  if (copy && !isOf(copy, sent)) await keepBeside(trx, at, copy);
  const number = copy ? copy.number + 1 : firstNumber(at);
  await replaceWorkingCopy(trx, { ...text, pageId, userId, baseRevisionId: base, number, contentVersion: type.version, updatedAt: at });
}

function isOf(copy: WorkingCopy, { number, text, type }: Sent): boolean {
  return copy.number === number || same(textOf(type, copy), text);
}

async function keepBeside(trx: Db, at: Date, { pageId, title, slug, common, content, contentVersion, userId }: WorkingCopy): Promise<void> {
  await insertRevision(trx, { pageId, title, slug, common, content, contentVersion, note: 'Kept from another window, not part of the page', createdBy: userId, createdAt: at });
}
