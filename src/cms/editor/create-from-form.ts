import type { Actor } from '../../platform/history/record';
import { Conflict } from '../../platform/http/errors';
import { createPageIn } from '../pages/create';
import { findPageByCreationKey } from '../pages/queries';
import { nextPosition } from '../pages/tree-queries';
import type { Registry } from '../registry';
import type { PageText } from '../revisions/page-text';
import { changeSite, type Change, type ChangeDeps } from '../sites/change';
import { lockTree } from '../sites/queries';
import { freeSlug } from './free-slug';
import type { NewPage } from './new-page';

export type CreateDeps = ChangeDeps & { readonly registry: Registry };

export interface PageFromForm extends NewPage {
  /** Of the form: whoever sends it again, after a lost answer or by a double click, gets the page that it made. */
  readonly key: string;
  readonly text: PageText;
  /** The slug is the one that was typed, or nothing is made: for a save. A draft made by autosave takes one that is free. */
  readonly exactSlug: boolean;
}

/**
 * A new page and what was typed on it, in one transaction: `keep` puts the text where it belongs, a revision or a working copy.
 * @throws Unprocessable, Conflict as `createPage` does, and what `keep` throws
 */
export async function createFromForm<Result>(
  deps: CreateDeps, actor: Actor, form: PageFromForm, keep: (inside: CreateDeps, made: Made) => Promise<Result>,
): Promise<Result & { pageId: number }> {
  const { siteId } = form.parent;
  return changeSite(deps, siteId, actor, async (change) => {
    await lockTree(change.trx, siteId);
    const made = await pageOfKey(change, deps.registry, actor, form) ?? await make(change, deps.registry, actor, form);
    return { ...await keep({ ...deps, db: change.trx }, made), pageId: made.pageId };
  });
}

interface Made {
  readonly pageId: number;
  /** For a text that has none of its own. */
  readonly slug: string;
}

/** Where and as what the form said: what became of the page elsewhere is for those who may change it there. */
async function pageOfKey({ trx }: Change, registry: Registry, actor: Actor, { parent, type, key, text }: PageFromForm): Promise<Made | undefined> {
  const page = await findPageByCreationKey(trx, key);
  if (page && (page.ownerId !== actor.userId || page.parentId !== parent.id || page.type !== type.key)) throw new Conflict('This form has made a page already.');
  return page && { pageId: page.id, slug: await freeSlug({ db: trx, registry }, parent, text, page) };
}

async function make(change: Change, registry: Registry, actor: Actor, { parent, type, key, text, exactSlug }: PageFromForm): Promise<Made> {
  const slug = exactSlug && text.slug !== '' ? text.slug : await freeSlug({ db: change.trx, registry }, parent, text);
  const pageId = await createPageIn(change, registry, actor, {
    siteId: parent.siteId, parentId: parent.id, type: type.key, slug, title: text.title.trim() === '' ? 'Untitled' : text.title.slice(0, 255),
    position: await nextPosition(change.trx, parent.id, 0), creationKey: key,
  });
  return { pageId, slug };
}
