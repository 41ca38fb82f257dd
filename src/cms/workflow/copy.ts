import type { Actor } from '../../platform/history/record';
import { Conflict, Unprocessable } from '../../platform/http/errors';
import { childPath } from '../addresses/path';
import { mapContentReferences } from '../content';
import { upgraded } from '../page-type';
import { checkSlug } from '../pages/check-slug';
import { mapCommonReferences } from '../pages/common-fields';
import { checkPlacement } from '../pages/placement';
import { getPage, insertPage, lockPage, updatePage, type PageRow } from '../pages/queries';
import { nextPosition, placeSubtree } from '../pages/tree-queries';
import { parseReference } from '../references/uri';
import { getPageType, type Registry } from '../registry';
import { getRevision, insertRevision } from '../revisions/queries';
import { changeSite, type Change, type ChangeDeps } from '../sites/change';
import { lockTree } from '../sites/queries';
import { allowIn, type Allow } from './allow';
import { listSubtree } from './copy-queries';
import { freeSlug } from './free-slug';
import { check, stateOf } from './states';

export interface Copy {
  pageId: number;
  /** Where the copy shall stand. */
  parentId: number;
  /** Null: the page's own, or `-copy` behind it where that is taken. */
  slug: string | null;
  /** Null: the page's own. */
  title: string | null;
  /** Everything below it as well. */
  below: boolean;
  /** Left out: whoever calls may do everything. */
  allow?: Allow;
}

export const MOST_COPIED = 500;

/**
 * New drafts with the text of a page's draft (or, without one, of its live revision), owned by who copies. References from one copied
 * page to another lead to the copies; rules about who may read are copied too. Readers see nothing of it. Gives the id of the copy of the page itself.
 * @throws Conflict when the slug is taken, the place is in the trash or there is too much; Unprocessable when its type may not stand there; Forbidden; NotFound
 */
export async function copy(deps: ChangeDeps & { registry: Registry }, actor: Actor, asked: Copy): Promise<number> {
  const { siteId } = await getPage(deps.db, asked.pageId);
  return changeSite(deps, siteId, actor, async (change) => {
    await lockTree(change.trx, siteId);
    const page = await lockPage(change.trx, asked.pageId);
    const parent = await getPage(change.trx, asked.parentId);
    check(page, 'copy');
    allowIn(asked.allow, [[page, 'view'], [parent, 'add']]);
    checkParent(deps.registry, page, parent);
    const sources = asked.below ? await listSubtree(change.trx, page.id, MOST_COPIED + 1) : [page];
    if (sources.length > MOST_COPIED) throw new Conflict(`More than ${MOST_COPIED} pages are not copied at once. Copy parts of it, or the page alone.`);

    const slug = asked.slug ?? await freeSlug(change.trx, parent.id, page.slug);
    await checkSlug({ db: change.trx, registry: deps.registry }, parent, slug);
    const copies = await insertPages(change, actor, { sources, parent, root: { slug, title: asked.title ?? page.title } });
    await insertTexts({ ...change, registry: deps.registry }, actor, copies);
    const copied = copies[0]!;
    await placeSubtree(change.trx, await getPage(change.trx, copied.id), copied, change.at); // who may read follows from the rules of the copies and of the place
    await change.tell({
      action: 'page.copied', objectType: 'page', objectId: String(copied.id), siteId,
      detail: { title: copied.title, from: page.path, fromId: page.id, to: copied.path, pages: copies.length },
    });
    return copied.id;
  });
}

function checkParent(registry: Registry, page: PageRow, parent: PageRow): void {
  if (parent.siteId !== page.siteId) throw new Unprocessable([{ field: 'parent', message: 'A page stays in its site.' }]);
  if (stateOf(parent) === 'trashed') throw new Conflict('The page to copy to is in the trash.');
  checkPlacement(getPageType(registry, page.type), getPageType(registry, parent.type));
}

interface Copied {
  readonly source: PageRow;
  readonly id: number;
  readonly ancestorIds: readonly number[];
  readonly path: string;
  readonly slug: string;
  readonly title: string;
}

interface Sources {
  /** Each after what it stands below. */
  readonly sources: readonly PageRow[];
  readonly parent: PageRow;
  readonly root: { readonly slug: string; readonly title: string };
}

async function insertPages({ trx, at }: Change, actor: Actor, { sources, parent, root }: Sources): Promise<Copied[]> {
  const copies = new Map<number, Copied>();
  for (const [number, source] of sources.entries()) {
    const above = number === 0 ? parent : copies.get(source.parentId!)!;
    const { slug, title } = number === 0 ? root : source;
    const place = { ancestorIds: [...above.ancestorIds, above.id], path: childPath(above.path, slug), slug, title };
    const position = number === 0 ? await nextPosition(trx, parent.id, 0) : source.position;
    const id = await insertPage(trx, {
      ...place, siteId: source.siteId, parentId: above.id, position, type: source.type, effectiveAccess: 'public', gateId: null, ownerId: actor.userId, createdAt: at,
    });
    copies.set(source.id, { ...place, source, id });
  }
  return [...copies.values()];
}

/** The texts come when every copy has its number, so that each can be referred to. */
async function insertTexts(change: Change & { registry: Registry }, actor: Actor, copies: readonly Copied[]): Promise<void> {
  const ids = new Map(copies.map(({ source, id }) => [source.id, id]));
  for (const copied of copies) {
    const text = await insertText(change, actor, copied, (uri) => uriOfCopy(ids, uri));
    const { access, accessPasswordHash, showInMenus, expiresAt } = copied.source;
    const stillAhead = expiresAt && expiresAt > change.at ? expiresAt : null;
    await updatePage(change.trx, { id: copied.id, version: 1 }, change.at, { ...text, access, accessPasswordHash, showInMenus, expiresAt: stillAhead });
  }
}

/** Null for a page that nobody has saved yet. */
async function insertText({ trx, at, registry }: Change & { registry: Registry }, actor: Actor, { source, id, slug, title }: Copied, change: (uri: string) => string): Promise<Pick<PageRow, 'title' | 'draftRevisionId'> | null> {
  const sourceId = source.draftRevisionId ?? source.liveRevisionId;
  if (sourceId === null) return null;
  const revision = await getRevision(trx, source.id, sourceId);
  const type = getPageType(registry, source.type);
  const content = upgraded(type, revision.content, revision.contentVersion) as Record<string, unknown>;
  const named = title === source.title ? revision.title : title;
  const draftRevisionId = await insertRevision(trx, {
    pageId: id, slug, title: named,
    common: mapCommonReferences(revision.common, change), content: mapContentReferences(type.fields, content, change), contentVersion: type.version,
    note: `Copied from ${source.path}`, createdBy: actor.userId, createdAt: at,
  });
  return { title: named, draftRevisionId };
}

function uriOfCopy(ids: ReadonlyMap<number, number>, uri: string): string {
  const reference = parseReference(uri);
  const id = reference?.kind === 'page' ? ids.get(Number(reference.key)) : undefined;
  return id === undefined ? uri : `page:${id}${reference!.fragment === null ? '' : `#${reference!.fragment}`}`;
}
