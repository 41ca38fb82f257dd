import type { Db } from '../../platform/db/connect';
import type { AnyPageType } from '../page-type';
import type { PageRow } from '../pages/queries';
import { getPageType, type Registry } from '../registry';
import { textOf, type PageText } from '../revisions/page-text';
import { getRevision, type Revision } from '../revisions/queries';
import { findWorkingCopy, type WorkingCopy } from '../revisions/working-copies';
import { baseText } from '../workflow/merge-with-draft';
import type { Sides } from './hunks';

/** A working copy that started from another revision than the page has now. */
export interface Conflicting {
  readonly page: PageRow;
  readonly type: AnyPageType;
  readonly copy: WorkingCopy;
  readonly draft: Revision;
  readonly sides: Sides<PageText>;
}

/** Undefined when there is nothing to choose: no working copy, or one that started from the page as it is. */
export async function findConflict({ db, registry }: { db: Db; registry: Registry }, page: PageRow, userId: number): Promise<Conflicting | undefined> {
  const copy = await findWorkingCopy(db, page.id, userId);
  if (!copy || page.draftRevisionId === null || copy.baseRevisionId === page.draftRevisionId) return undefined;
  const type = getPageType(registry, page.type);
  const draft = await getRevision(db, page.id, page.draftRevisionId);
  const base = await baseText(db, type, page, copy.baseRevisionId);
  return { page, type, copy, draft, sides: { base, mine: textOf(type, copy), theirs: textOf(type, draft) } };
}
