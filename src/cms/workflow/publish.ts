import type { Actor } from '../../platform/history/record';
import { Conflict } from '../../platform/http/errors';
import { childPath, encodePath } from '../addresses/path';
import { urlOf } from '../pages/page';
import { getPage, isFirstPath, lockPage, type PageRow } from '../pages/queries';
import { getPageType, type Registry } from '../registry';
import { getRevision, type Revision } from '../revisions/queries';
import { changeSite, type Change, type ChangeDeps } from '../sites/change';
import { lockTree } from '../sites/queries';
import { completeContent } from './complete-content';
import { deriveRows } from './derive';
import { placePage, type Place } from './place';
import { cancelPending } from './schedule-queries';
import { check } from './states';

export interface Publication {
  pageId: number;
  revisionId: number;
  /** When readers are told it was first published, if not now: for content that comes from elsewhere. */
  publishedAt?: Date;
  /** Refuse when somebody has saved a newer revision meanwhile: nobody publishes what they have not seen, or thinks that they did. */
  onlyDraft?: boolean;
  /** What history says besides. */
  detail?: Readonly<Record<string, unknown>>;
  /** How history calls it. */
  action?: 'page.published' | 'page.publication-undone';
}

/**
 * Rule 3, the one action by which anything becomes public: in one transaction the live pointer, the address (and those
 * of the subtree, when the slug changed), references, listing rows, the search row, history, and the jobs that follow.
 * @throws Unprocessable when the content is incomplete, Conflict when the slug is taken, the page is locked or in the trash, or the draft moved on; NotFound
 */
export async function publish(deps: ChangeDeps & { registry: Registry }, actor: Actor, publication: Publication): Promise<void> {
  const { siteId } = await getPage(deps.db, publication.pageId);
  await changeSite(deps, siteId, actor, async (change) => {
    await lockTree(change.trx, siteId);
    await publishIn({ ...change, registry: deps.registry }, publication);
  });
}

/** The same inside a change that does more. The caller holds the tree's lock. What was planned of the same or an older text is off with it. */
export async function publishIn(change: Change & { registry: Registry }, publication: Publication): Promise<void> {
  const { trx, at, registry } = change;
  const page = await lockPage(trx, publication.pageId);
  check(page, 'publish');
  if (publication.onlyDraft && page.draftRevisionId !== publication.revisionId) throw new DraftMovedOn();
  const revision = await getRevision(trx, page.id, publication.revisionId);
  const content = completeContent(getPageType(registry, page.type), revision);

  const publishedAt = publication.publishedAt ?? at;
  await takePlace(change, page, revision, publishedAt);
  await deriveRows(trx, registry, { ...page, firstPublishedAt: page.firstPublishedAt ?? publishedAt }, revision, content);
  const cancelled = await cancelPending(trx, [page.id], at, revision.id);
  await change.tell({
    action: publication.action ?? 'page.published', objectType: 'page', objectId: String(page.id), siteId: page.siteId,
    revisionBefore: page.liveRevisionId, revisionAfter: revision.id,
    detail: {
      title: revision.title, publishedBefore: page.lastPublishedAt?.toISOString() ?? null, ...publication.detail,
      ...(cancelled.length > 0 ? { scheduleCancelled: cancelled[0]!.dueAt.toISOString() } : {}),
    },
  });
}

/** Somebody saved a newer revision than the one that was to be published. */
export class DraftMovedOn extends Conflict {
  constructor() { super('Somebody saved a newer revision meanwhile. Nothing is published: look at it first.'); }
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
