import type { Db } from '../../platform/db/connect';
import { Unprocessable } from '../../platform/http/errors';
import { isClean, mergeTexts } from '../merge/merge-texts';
import type { AnyPageType } from '../page-type';
import type { PageRow } from '../pages/queries';
import { checkedText, startText, textOf, type PageText } from '../revisions/page-text';
import { findAuthorName, getRevision, type Revision } from '../revisions/queries';

/** Whose save a text was merged with. `by` null: the program's. */
export interface MergedWith {
  readonly revisionId: number;
  readonly by: string | null;
}

/** The text that another text started from; without a revision what an empty form shows. @throws NotFound */
export async function baseText(db: Db, type: AnyPageType, page: Pick<PageRow, 'id' | 'title' | 'slug'>, base: number | null): Promise<PageText> {
  return base === null ? startText(type, page) : textOf(type, await getRevision(db, page.id, base));
}

/** Both texts in one; undefined when they clash, or when the two together are more than a page may hold. */
export async function mergeWithDraft(
  trx: Db, type: AnyPageType, page: PageRow, { base, mine, draft }: { base: number | null; mine: PageText; draft: Revision },
): Promise<{ text: PageText; mergedWith: MergedWith } | undefined> {
  const merge = mergeTexts(type, { base: await baseText(trx, type, page, base), mine, theirs: textOf(type, draft) });
  const text = isClean(merge) ? storable(type, merge.text) : undefined;
  return text && { text, mergedWith: { revisionId: draft.id, by: await findAuthorName(trx, draft.id) } };
}

function storable(type: AnyPageType, text: PageText): PageText | undefined {
  try {
    return checkedText(type, text);
  } catch (error) {
    if (error instanceof Unprocessable) return undefined;
    throw error;
  }
}
