import type { Actor } from '../../platform/history/record';
import { Conflict } from '../../platform/http/errors';
import { assignAnchors } from '../rich-text/anchors';
import { draftSchema, parseContent } from '../content';
import { commonFieldsSchema } from '../pages/common-fields';
import type { CommonFields } from '../pages/page';
import { lockPage, updatePage } from '../pages/queries';
import { getPageType, type Registry } from '../registry';
import { insertRevision } from '../revisions/queries';
import type { ChangeDeps } from '../sites/change';
import { record } from '../../platform/history/record';
import { may } from './states';

export interface Draft {
  pageId: number;
  title: string;
  slug: string;
  common: CommonFields;
  content: unknown;
  note: string | null;
}

/**
 * Save a revision: the page's new draft. Visitors see no difference, so the content version stays.
 * Drafts may be incomplete; the shape is checked all the same, and headings get their anchors.
 * @throws Unprocessable, NotFound, Conflict
 */
export async function saveRevision(deps: ChangeDeps & { registry: Registry }, actor: Actor, draft: Draft): Promise<number> {
  const at = deps.now();
  return deps.db.transaction(async (trx) => {
    const page = await lockPage(trx, draft.pageId);
    if (!may(page, 'save')) throw new Conflict('This page is in the trash: restore it first.');
    const type = getPageType(deps.registry, page.type);
    const content = assignAnchors(type.fields, parseContent(draftSchema(type.fields), draft.content));

    const revisionId = await insertRevision(trx, {
      ...draft, common: parseContent(commonFieldsSchema, draft.common), content, contentVersion: type.version, createdBy: actor.userId, createdAt: at,
    });
    await updatePage(trx, page, at, { draftRevisionId: revisionId, ...(page.liveRevisionId === null ? { title: draft.title } : {}) });
    await record(trx, at, actor, {
      action: 'page.saved', objectType: 'page', objectId: String(page.id), siteId: page.siteId,
      revisionBefore: page.draftRevisionId, revisionAfter: revisionId,
    });
    return revisionId;
  });
}
