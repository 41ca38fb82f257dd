import type { Db } from '../../platform/db/connect';
import { Conflict, NotFound } from '../../platform/http/errors';
import type { AnyPageType } from '../page-type';
import { getPage } from '../pages/queries';
import { getPageType, type Registry } from '../registry';
import { checkedText, textOf, type PageText } from '../revisions/page-text';
import { isRevisionOf } from '../revisions/queries';
import { same } from '../merge/same';
import { deleteWorkingCopy, findWorkingCopy, holdPage, insertWorkingCopy, updateWorkingCopy, type WorkingCopy } from '../revisions/working-copies';
import { check } from './states';

export interface Kept {
  pageId: number;
  /** The revision that the text started from; null: none. */
  base: number | null;
  /** Of the working copy as the sender knows it; 0: none. */
  number: number;
  text: PageText;
}

/** The sender's working copy is not the newest: another tab of the same person wrote one, saved it or gave it up. */
export class OlderWorkingCopy extends Conflict {
  /** `newest` 0: there is none any more. */
  constructor(readonly newest: number) {
    super(newest === 0 ? 'This text was saved or given up in another window.' : 'A newer copy of your text was kept from another window.');
  }
}

interface Deps { readonly db: Db; readonly now: () => Date; readonly registry: Registry }

/**
 * Autosave: keep what somebody has typed, seen by nobody else. No revision, no history, nothing public (security rule 42). Gives
 * the copy's new number, for the next call. That they may edit the page is the caller's policy.
 * @throws OlderWorkingCopy (409), Conflict when the page is locked or in the trash, Unprocessable when the text is not of the type's shape, NotFound
 */
export async function keepWorkingCopy({ db, now, registry }: Deps, userId: number, { pageId, base, number, text }: Kept): Promise<number> {
  const at = now();
  return db.transaction(async (trx) => {
    await holdPage(trx, pageId);
    const page = await getPage(trx, pageId);
    check(page, 'save');
    if (base !== null && !(await isRevisionOf(trx, pageId, base))) throw new NotFound('There is no such revision of this page.');
    const type = getPageType(registry, page.type);
    const { title, slug, common, content } = checkedText(type, text);
    const copy: WorkingCopy = {
      title, slug, common, content, pageId, userId, baseRevisionId: base, contentVersion: type.version, updatedAt: at,
      number: number === 0 ? firstNumber(at) : number + 1,
    };
    const kept = number === 0 ? await insertWorkingCopy(trx, copy) : await updateWorkingCopy(trx, copy, number);
    return kept ? copy.number : numberOfSame(type, copy, await findWorkingCopy(trx, pageId, userId));
  });
}

/** The same text once more, after a lost answer: it is kept already. @throws OlderWorkingCopy */
function numberOfSame(type: AnyPageType, sent: WorkingCopy, newest: WorkingCopy | undefined): number {
  if (newest && newest.baseRevisionId === sent.baseRevisionId && same(textOf(type, newest), textOf(type, sent))) return newest.number;
  throw new OlderWorkingCopy(newest?.number ?? 0);
}

/** Give up what was typed and not saved. False when there was nothing. */
export async function discardWorkingCopy(db: Db, userId: number, pageId: number): Promise<boolean> {
  return deleteWorkingCopy(db, pageId, userId);
}

const START = Date.UTC(2026, 0, 1);

/** Seconds since 2026: a copy that comes after another never has one of its numbers, so a tab that was left open cannot take it for its own. */
export function firstNumber(at: Date): number {
  return Math.max(1, Math.floor((at.getTime() - START) / 1_000));
}
