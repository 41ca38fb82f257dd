import type { Actor } from '../../platform/history/record';
import { Conflict, Unprocessable } from '../../platform/http/errors';
import { childPath } from '../addresses/path';
import { moveAddresses } from '../addresses/queries';
import { contentSchema, parseContent } from '../content';
import type { AnyPageType } from '../page-type';
import { findChildBySlug, getPage, lockPage, updatePage, updateSubtreePaths, type PageRow } from '../pages/queries';
import { RESERVED, slugSchema } from '../pages/slug';
import { getPageType, type Registry } from '../registry';
import { getRevision, type Revision } from '../revisions/queries';
import { changeSite, type Change, type ChangeDeps } from '../sites/change';
import { lockTree } from '../sites/queries';
import { deriveRows } from './derive';
import { may } from './states';

export interface Publication {
  pageId: number;
  revisionId: number;
  /** When readers are told it was first published, if not now: for content that comes from elsewhere. */
  publishedAt?: Date;
}

/**
 * Rule 3, the one action by which anything becomes public: in one transaction the live pointer, the address (and those
 * of the subtree, when the slug changed), references, listing rows, the search row, history, and the jobs that follow.
 * @throws Unprocessable when the content is incomplete, Conflict when the slug is taken or the page is in the trash, NotFound
 */
export async function publish(deps: ChangeDeps & { registry: Registry }, actor: Actor, publication: Publication): Promise<void> {
  const { siteId } = await getPage(deps.db, publication.pageId);
  await changeSite(deps, siteId, actor, async (change) => {
    await lockTree(change.trx, siteId);
    const page = await lockPage(change.trx, publication.pageId);
    if (!may(page, 'publish')) throw new Conflict('This page is in the trash: restore it first.');
    const revision = await getRevision(change.trx, page.id, publication.revisionId);
    const type = getPageType(deps.registry, page.type);
    const content = completeContent(type, revision);

    await takeAddress(change, page, revision, publication.publishedAt ?? change.at);
    await deriveRows(change.trx, deps.registry, { ...page, firstPublishedAt: page.firstPublishedAt ?? publication.publishedAt ?? change.at }, revision, content);
    await change.tell({
      action: 'page.published', objectType: 'page', objectId: String(page.id), siteId,
      revisionBefore: page.liveRevisionId, revisionAfter: revision.id, detail: { title: revision.title },
    });
  });
}

/** What was saved may be incomplete; what is published may not. */
function completeContent(type: AnyPageType, revision: Revision): Record<string, unknown> {
  if (revision.title.trim() === '') throw new Unprocessable([{ field: 'title', message: 'A title is needed.' }]);
  return parseContent(contentSchema(type.fields), upgraded(type, revision.content, revision.contentVersion));
}

/** Old content, lifted to the type's current version (rule 2); what is stored stays as it was. */
export function upgraded(type: AnyPageType, content: unknown, version: number): unknown {
  if (version >= type.version || !type.upgrade) return content;
  return upgraded(type, type.upgrade(content, version), version + 1);
}

async function takeAddress({ trx, at }: Change, page: PageRow, revision: Revision, publishedAt: Date): Promise<void> {
  const path = await pathFor(trx, page, revision.slug);
  const updated = await updatePage(trx, page, at, {
    path, slug: revision.slug, title: revision.title, showInMenus: revision.common.showInMenus,
    liveRevisionId: revision.id, draftRevisionId: page.draftRevisionId ?? revision.id,
    firstPublishedAt: page.firstPublishedAt ?? publishedAt, lastPublishedAt: publishedAt > at ? at : publishedAt,
  });
  if (!updated) throw new Conflict('Somebody else changed this page at the same moment.');
  const below = path === page.path ? [] : await updateSubtreePaths(trx, page, path, at);
  await moveAddresses(trx, [page.id, ...below], at);
}

/** A slug that was changed in the draft takes effect now: checked again, since somebody may have taken it meanwhile. */
async function pathFor(trx: Change['trx'], page: PageRow, slug: string): Promise<string> {
  if (page.parentId === null || slug === page.slug) return page.path;
  const problem = slugSchema.safeParse(slug).error?.issues[0]?.message;
  if (problem) throw new Unprocessable([{ field: 'slug', message: problem }]);

  const taken = await findChildBySlug(trx, page.parentId, slug);
  if (taken && taken.id !== page.id) throw new Conflict(`There is a page “${slug}” here already.`);
  const parent = await getPage(trx, page.parentId);
  if (parent.path === '/' && RESERVED.has(slug)) throw new Unprocessable([{ field: 'slug', message: 'This word is kept for the program.' }]);
  return childPath(parent.path, slug);
}
