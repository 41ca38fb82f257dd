import type { Request, Response } from 'express';
import { may } from '../../accounts/permissions';
import type { Db } from '../../platform/db/connect';
import { BadRequest, Conflict, Forbidden, NotFound, Unprocessable } from '../../platform/http/errors';
import { formValues } from '../form-values';
import { childPath } from '../addresses/path';
import type { AnyPageType } from '../page-type';
import { pageTarget } from '../pages/on-page';
import { checkPlacement, mayStandBelow } from '../pages/placement';
import { getPage, type PageRow } from '../pages/queries';
import type { PreviewedPlace } from '../preview/previewed-page';
import { getPageType, type Registry } from '../registry';
import { newPageForm } from './forms';

interface Deps { readonly db: Db; readonly registry: Registry }

/** Where a page shall stand that is not made yet. */
export interface NewPage {
  readonly parent: PageRow;
  readonly type: AnyPageType;
}

/** The page above, for somebody who may add pages below it. @throws NotFound, Forbidden, Conflict when it is in the trash */
export async function getParent({ db }: Deps, req: Request, res: Response, id: number): Promise<PageRow> {
  const parent = await getPage(db, id);
  const target = pageTarget(parent);
  if (parent.siteId !== res.locals.site.id || !(may(req.user, 'view', target) || may(req.user, 'add', target))) throw new NotFound('There is no such page.');
  if (!may(req.user, 'add', target)) throw new Forbidden();
  if (parent.trashedAt || parent.ancestorTrashed) throw new Conflict('The page above is in the trash: restore it first.');
  return parent;
}

/** @throws Unprocessable when there is no such type or it may not stand there */
export function typeBelow({ registry }: Deps, parent: PageRow, key: string): AnyPageType {
  const type = registry.pageTypes.get(key);
  if (!type) throw new Unprocessable([{ field: 'type', message: 'There is no such kind of page.' }]);
  checkPlacement(type, getPageType(registry, parent.type));
  return type;
}

/** Those that may stand below a page, in the order of the registry. */
export function typesBelow({ registry }: Deps, parent: PageRow): AnyPageType[] {
  const above = getPageType(registry, parent.type);
  return [...registry.pageTypes.values()].filter((type) => mayStandBelow(type, above));
}

/** What the form of a new page says of its place. @throws BadRequest for a form that is not ours, and as `getParent` and `typeBelow` */
export async function readNewPage(deps: Deps, req: Request, res: Response): Promise<NewPage & { key: string }> {
  const form = formValues(req.body);
  const parsed = newPageForm.safeParse({ parent: form.get('parent'), type: form.get('type'), key: form.get('key') });
  if (!parsed.success) throw new BadRequest();
  const parent = await getParent(deps, req, res, parsed.data.parent);
  return { parent, type: typeBelow(deps, parent, parsed.data.type), key: parsed.data.key };
}

/** Where it will stand, for its preview. */
export function newPlace({ parent }: NewPage): PreviewedPlace {
  return {
    id: 0, siteId: parent.siteId, parentId: parent.id, ancestorIds: [...parent.ancestorIds, parent.id], slug: '', path: childPath(parent.path, 'untitled'),
    liveRevisionId: null, firstPublishedAt: null, lastPublishedAt: null, gateId: parent.gateId,
  };
}
