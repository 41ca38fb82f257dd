import type { Actor } from '../../platform/history/record';
import { Conflict } from '../../platform/http/errors';
import { freeSlug } from '../editor/free-slug';
import { createPage } from '../pages/create';
import { getPage } from '../pages/queries';
import { nextPosition } from '../pages/tree-queries';
import type { Registry } from '../registry';
import { deleteWorkingCopy } from '../revisions/working-copies';
import type { ChangeDeps } from '../sites/change';
import { saveRevision } from '../workflow/save-revision';
import type { Conflicting } from './load-conflict';

/**
 * My text as a page of its own beside the other: a draft. The working copy goes when the text stands there. Gives the new page's id.
 * @throws Conflict for the home page, Unprocessable when there may be only one such page there
 */
export async function openAsCopy(deps: ChangeDeps & { registry: Registry }, actor: Actor, { page, copy, sides: { mine } }: Conflicting): Promise<number> {
  if (page.parentId === null) throw new Conflict('There is one home page.');
  const parent = await getPage(deps.db, page.parentId);
  const title = `${mine.title === '' ? page.title : mine.title} (my copy)`.slice(0, 255);
  const slug = await freeSlug(deps, parent, { title: mine.title, slug: `${page.slug}-copy` });
  const pageId = await createPage(deps, actor, { siteId: page.siteId, parentId: parent.id, type: page.type, slug, title, position: await nextPosition(deps.db, parent.id, page.id) });
  await saveRevision(deps, actor, { ...mine, pageId, base: 'latest', title, slug, note: `From “${page.title}”, revision ${copy.baseRevisionId ?? 'none'}` });
  await deleteWorkingCopy(deps.db, page.id, copy.userId);
  return pageId;
}
