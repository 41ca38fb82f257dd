import { Conflict } from '../../platform/http/errors';
import type { Db } from '../../platform/db/connect';
import { record, type Actor } from '../../platform/history/record';
import { same } from '../merge/same';
import type { AnyPageType } from '../page-type';
import type { CommonFields } from '../pages/page';
import { lockPage, updatePage, type PageRow } from '../pages/queries';
import { getPageType, type Registry } from '../registry';
import { fingerprint } from '../revisions/fingerprint';
import { withPageIds } from '../revisions/page-ids';
import { checkedText, textOf, type PageText } from '../revisions/page-text';
import { findSavedAs, getRevision, insertRevision, type Revision } from '../revisions/queries';
import type { ChangeDeps } from '../sites/change';
import { dropSavedCopy, keepRefused } from './keep-refused';
import { mergeWithDraft, type MergedWith } from './merge-with-draft';
import { check } from './states';

export interface Draft {
  pageId: number;
  /** The revision that the text started from: null before the first. 'latest' for programs, which know what they overwrite. */
  base: number | null | 'latest';
  title: string;
  slug: string;
  common: CommonFields;
  content: unknown;
  note: string | null;
  /** Of the working copy that this text is; left out or 0: of none. Another window's is left alone. */
  number?: number;
  /** A text that the saver gave up for this one: history keeps it beside the draft. */
  beside?: PageText;
}

export interface Saved {
  readonly revisionId: number;
  /** `unchanged`: the draft says just this already. `repeated`: the same save arrived before, and its answer was lost. */
  readonly outcome: 'saved' | 'merged' | 'unchanged' | 'repeated';
  /** For `merged`: what somebody else had saved meanwhile. */
  readonly mergedWith: MergedWith | null;
}

/** Two people changed the same text (409). What was sent is in the sender's working copy: `/admin/pages/:id/conflict` shows both. */
export class EditConflict extends Conflict {
  constructor(readonly pageId: number) {
    super('Somebody else changed the same text: choose which to keep. Your copy is kept.');
  }
}

/** Everything about one save, in its transaction and with the page locked. */
interface Save {
  readonly trx: Db;
  readonly at: Date;
  readonly actor: Actor;
  readonly page: PageRow;
  readonly type: AnyPageType;
  readonly text: PageText;
  readonly base: number | null;
  /** What the page says now; undefined: nothing was saved yet. */
  readonly draft: Revision | undefined;
  readonly note: string | null;
  /** Null for programs: theirs are not looked up again. */
  readonly sent: string | null;
}

/**
 * Save a revision: the page's new draft. Visitors see no difference, so the content version stays. Drafts may be incomplete; the
 * shape is checked all the same, and headings get their anchors. When somebody else saved since `base`, both texts are merged
 * (rule 6). Sent twice it is done once. The sender's working copy goes; after a refusal it holds what was sent (security rule 38).
 * @throws EditConflict (409) when the texts clash, Conflict when the page is locked or in the trash, Unprocessable, NotFound
 */
export async function saveRevision(deps: ChangeDeps & { registry: Registry }, actor: Actor, draft: Draft): Promise<Saved> {
  const at = deps.now();
  const result = await deps.db.transaction(async (trx) => {
    const save = await openSave(trx, deps.registry, { at, actor }, draft);
    const copy = { ...save, pageId: draft.pageId, number: draft.number ?? 0 };
    try {
      const saved = await saveLocked(save);
      if (draft.beside && saved.outcome !== 'repeated') await keepBeside(save, draft.beside);
      await dropSavedCopy(trx, actor.userId, copy);
      return saved;
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      await keepRefused(trx, at, actor.userId, copy);
      return error; // thrown when the transaction has ended well, or nothing would be kept
    }
  });
  if (result instanceof Conflict) throw result;
  return result;
}

async function openSave(trx: Db, registry: Registry, { at, actor }: Pick<Save, 'at' | 'actor'>, { pageId, base, note, ...given }: Draft): Promise<Save> {
  const page = await lockPage(trx, pageId);
  const type = getPageType(registry, page.type);
  const text = await withPageIds(trx, page.siteId, type, checkedText(type, given));
  const draft = page.draftRevisionId === null ? undefined : await getRevision(trx, page.id, page.draftRevisionId);
  const byProgram = base === 'latest' || actor.userId === null;
  return { trx, at, actor, page, type, text, note, draft, base: base === 'latest' ? page.draftRevisionId : base, sent: byProgram ? null : fingerprint(text) };
}

async function saveLocked(save: Save): Promise<Saved> {
  const { trx, page, type, text, base, draft } = save;
  const before = await findRepeated(save);
  if (draft && same(textOf(type, draft), text)) {
    if (before === undefined) check(page, 'save');
    return { revisionId: draft.id, outcome: 'unchanged', mergedWith: null };
  }
  if (before !== undefined) return { revisionId: before, outcome: 'repeated', mergedWith: null };

  check(page, 'save');
  if (!draft || base === draft.id) return write(save, text, null);
  const merged = await mergeWithDraft(trx, type, page, { base, mine: text, draft });
  if (!merged) throw new EditConflict(page.id);
  if (same(textOf(type, draft), merged.text)) return { revisionId: draft.id, outcome: 'unchanged', mergedWith: null };
  return write(save, merged.text, merged.mergedWith);
}

/** A double click, or a retry after a lost answer. */
async function findRepeated({ trx, actor, page, base, sent }: Save): Promise<number | undefined> {
  return actor.userId === null || sent === null ? undefined : findSavedAs(trx, page.id, { userId: actor.userId, base, sent });
}

async function write({ trx, at, actor, page, type, base, sent, note }: Save, text: PageText, mergedWith: MergedWith | null): Promise<Saved> {
  const { title, slug, common, content } = text;
  const revisionId = await insertRevision(trx, {
    title, slug, common, content, pageId: page.id, contentVersion: type.version, note: noteOf(note, mergedWith), createdBy: actor.userId, createdAt: at,
  });
  await updatePage(trx, page, at, { draftRevisionId: revisionId, ...(page.liveRevisionId === null ? { title } : {}) });
  await record(trx, at, actor, {
    action: 'page.saved', objectType: 'page', objectId: String(page.id), siteId: page.siteId, revisionBefore: page.draftRevisionId, revisionAfter: revisionId,
    detail: sent === null ? {} : { base, sent, ...(mergedWith ? { mergedWith: mergedWith.revisionId } : {}) },
  });
  return { revisionId, outcome: mergedWith ? 'merged' : 'saved', mergedWith };
}

async function keepBeside({ trx, at, actor, page, type }: Save, { title, slug, common, content }: PageText): Promise<void> {
  const note = 'Given up for the text of somebody else, not part of the page';
  await insertRevision(trx, { title, slug, common, content, pageId: page.id, contentVersion: type.version, note, createdBy: actor.userId, createdAt: at });
}

function noteOf(note: string | null, mergedWith: MergedWith | null): string | null {
  if (!mergedWith) return note;
  const merged = `Merged with revision ${mergedWith.revisionId} by ${mergedWith.by ?? 'the system'}`;
  return note === null || note === '' ? merged : `${note} (${merged.charAt(0).toLowerCase()}${merged.slice(1)})`;
}
