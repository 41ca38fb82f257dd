import type { Actor } from '../../platform/history/record';
import { Unprocessable } from '../../platform/http/errors';
import { childPath, encodePath } from '../addresses/path';
import { contentSchema, parseContent } from '../content';
import { upgraded, type AnyPageType } from '../page-type';
import { urlOf } from '../pages/page';
import { getPage, isFirstPath, lockPage, type PageRow } from '../pages/queries';
import { getPageType, type Registry } from '../registry';
import { getRevision, type Revision } from '../revisions/queries';
import { changeSite, type Change, type ChangeDeps } from '../sites/change';
import { lockTree } from '../sites/queries';
import { deriveRows } from './derive';
import { placePage, type Place } from './place';
import { check } from './states';

export interface Publication {
  pageId: number;
  revisionId: number;
  /** When readers are told it was first published, if not now: for content that comes from elsewhere. */
  publishedAt?: Date;
}

/**
 * Rule 3, the one action by which anything becomes public: in one transaction the live pointer, the address (and those
 * of the subtree, when the slug changed), references, listing rows, the search row, history, and the jobs that follow.
 * @throws Unprocessable when the content is incomplete, Conflict when the slug is taken or the page is locked or in the trash, NotFound
 */
export async function publish(deps: ChangeDeps & { registry: Registry }, actor: Actor, publication: Publication): Promise<void> {
  const { siteId } = await getPage(deps.db, publication.pageId);
  await changeSite(deps, siteId, actor, async (change) => {
    await lockTree(change.trx, siteId);
    const page = await lockPage(change.trx, publication.pageId);
    check(page, 'publish');
    const revision = await getRevision(change.trx, page.id, publication.revisionId);
    const type = getPageType(deps.registry, page.type);
    const content = completeContent(type, revision);

    await takePlace({ ...change, registry: deps.registry }, page, revision, publication.publishedAt ?? change.at);
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
  const content = parseContent(contentSchema(type.fields), upgraded(type, revision.content, revision.contentVersion));
  const problems = type.check?.(content) ?? [];
  if (problems.length > 0) throw new Unprocessable(problems);
  return content;
}

async function takePlace(change: Change & { registry: Registry }, page: PageRow, revision: Revision, publishedAt: Date): Promise<void> {
  const place = await placeFor(change, page, revision.slug);
  await placePage(change, page, place, {
    firstPath: page.firstPath ?? await firstPathFor(change, page, place),
    title: revision.title, showInMenus: revision.common.showInMenus,
    liveRevisionId: revision.id, draftRevisionId: page.draftRevisionId ?? revision.id,
    firstPublishedAt: page.firstPublishedAt ?? publishedAt, lastPublishedAt: publishedAt > change.at ? change.at : publishedAt,
    // a page that is over begins anew, or it would be over before anybody saw it
    ...(page.expiresAt && page.expiresAt <= change.at ? { expiresAt: null } : {}),
  });
}

/** FEED-04. A page that stands where another was first published needs a name of its own. */
async function firstPathFor({ trx }: Change, page: PageRow, place: Place | null): Promise<string> {
  const url = urlOf(encodePath(place ? childPath(place.parent.path, place.slug) : page.path));
  return await isFirstPath(trx, page.siteId, url) ? `${url}#${page.id}` : url;
}

/** A slug that was changed in the draft takes effect now: checked again, since somebody may have taken it meanwhile. */
async function placeFor({ trx }: Change, page: PageRow, slug: string): Promise<Place | null> {
  if (page.parentId === null || slug === page.slug) return null;
  return { parent: await getPage(trx, page.parentId), slug };
}
