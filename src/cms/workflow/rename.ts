import type { Actor } from '../../platform/history/record';
import { Unprocessable } from '../../platform/http/errors';
import { getPage, lockPage, type PageRow } from '../pages/queries';
import { copyRevision, getRevision } from '../revisions/queries';
import type { Registry } from '../registry';
import { changeSite, type Change, type ChangeDeps } from '../sites/change';
import { lockTree } from '../sites/queries';
import { placePage, type Placed } from './place';
import { findPending, replaceScheduledRevision } from './schedule-queries';
import { check } from './states';

/**
 * Give a page another slug, at once: its address and those below it change, the old ones lead there. Its live revision, its
 * draft and what is planned are copied with the new slug, or the next publication would take it back; a draft with another slug of its own keeps that.
 * @throws Conflict when a sibling has the slug, or the page is locked or in the trash; Unprocessable when it is no slug; NotFound
 */
export async function rename(deps: ChangeDeps & { registry: Registry }, actor: Actor, { pageId, slug }: { pageId: number; slug: string }): Promise<Placed> {
  const { siteId } = await getPage(deps.db, pageId);
  return changeSite(deps, siteId, actor, async (change) => {
    await lockTree(change.trx, siteId);
    const page = await lockPage(change.trx, pageId);
    check(page, 'rename');
    if (slug === page.slug) throw new Unprocessable([{ field: 'slug', message: 'The page has this slug already.' }]);

    const parent = await getPage(change.trx, page.parentId!); // only the home page has none, and it is never renamed
    const pointers = await renamedRevisions(change, actor, page, slug);
    const placed = await placePage({ ...change, registry: deps.registry }, page, { parent, slug }, pointers);
    await change.tell({
      action: 'page.renamed', objectType: 'page', objectId: String(pageId), siteId,
      revisionBefore: page.liveRevisionId ?? page.draftRevisionId, revisionAfter: pointers.liveRevisionId ?? pointers.draftRevisionId,
      detail: { title: page.title, from: page.path, to: placed.path, pages: placed.pageIds.length },
    });
    return placed;
  });
}

type Pointers = Pick<PageRow, 'liveRevisionId' | 'draftRevisionId'>;

async function renamedRevisions({ trx, at }: Change, actor: Actor, page: PageRow, slug: string): Promise<Pointers> {
  const copies = new Map<number, number>();
  const pending = await findPending(trx, page.id);
  for (const id of new Set([page.liveRevisionId, page.draftRevisionId, pending?.revisionId ?? null])) {
    if (id === null || (await getRevision(trx, page.id, id)).slug !== page.slug) continue;
    copies.set(id, await copyRevision(trx, id, { slug, note: `Renamed from “${page.slug}”`, createdBy: actor.userId, createdAt: at }));
  }
  const planned = pending && copies.get(pending.revisionId);
  if (planned !== undefined) await replaceScheduledRevision(trx, pending!.id, planned);
  const copyOf = (id: number | null): number | null => (id === null ? null : copies.get(id) ?? id);
  return { liveRevisionId: copyOf(page.liveRevisionId), draftRevisionId: copyOf(page.draftRevisionId) };
}
