import type { Db } from '../../platform/db/connect';
import type { PageRow } from '../pages/queries';
import { getPageType, type Registry } from '../registry';
import { startText, textOf, type PageText } from '../revisions/page-text';
import { getRevision, type Revision } from '../revisions/queries';
import { findWorkingCopy, type WorkingCopy } from '../revisions/working-copies';

export interface SourceDeps {
  readonly db: Db;
  readonly registry: Registry;
}

/** What an editing form is printed from. */
export interface Source {
  readonly text: PageText;
  /** The revision that the text started from; null: the page has none. */
  readonly base: number | null;
  /** Of the working copy; 0: there is none. */
  readonly number: number;
  /** What the person typed and has not saved, which is shown before everything else. */
  readonly copy: WorkingCopy | null;
  /** The page's newest revision. */
  readonly draft: Revision | null;
}

/** Two queries. */
export async function currentSource({ db, registry }: SourceDeps, page: PageRow, userId: number): Promise<Source> {
  const type = getPageType(registry, page.type);
  const draftId = page.draftRevisionId ?? page.liveRevisionId;
  const draft = draftId === null ? null : await getRevision(db, page.id, draftId);
  const copy = await findWorkingCopy(db, page.id, userId) ?? null;
  if (copy) return { text: textOf(type, copy), base: copy.baseRevisionId, number: copy.number, copy, draft };
  return { text: draft ? textOf(type, draft) : startText(type, page), base: draft?.id ?? null, number: 0, copy, draft };
}

/**
 * The text that a form was printed from, by what it says of it: controls that it does not have keep their values from here.
 * @throws NotFound when the revision is not one of the page's
 */
export async function sourceOfForm({ db, registry }: SourceDeps, page: PageRow, userId: number, base: number | null): Promise<PageText> {
  const type = getPageType(registry, page.type);
  const copy = await findWorkingCopy(db, page.id, userId);
  if (copy && copy.baseRevisionId === base) return textOf(type, copy);
  return base === null ? startText(type, page) : textOf(type, await getRevision(db, page.id, base));
}
