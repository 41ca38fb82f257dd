import type { RequestHandler, Response } from 'express';
import { may, type Target, type Verb } from '../../accounts/permissions';
import { Forbidden, NotFound } from '../../platform/http/errors';
import { id } from '../../platform/http/strict-input';
import type { Db } from '../../platform/db/connect';
import { getPage, type PageRow } from './queries';

/** A page, as rights see it. */
export function pageTarget(page: Pick<PageRow, 'id' | 'ancestorIds' | 'ownerId'>): Target {
  return { page: { id: page.id, ancestorIds: page.ancestorIds, ownerId: page.ownerId } };
}

/** The page above, as rights see it; undefined: the home page has none. Who added it is not known here. */
export function parentTarget({ parentId, ancestorIds }: Pick<PageRow, 'parentId' | 'ancestorIds'>): Target | undefined {
  return parentId === null ? undefined : { page: { id: parentId, ancestorIds: ancestorIds.slice(0, -1), ownerId: null } };
}

/**
 * The policy of every staff route about one page: `onPage(deps.db, 'edit')`. The page of `:id` is in `res.locals.page` from here on.
 * One of another site, or that somebody may not even see, answers as if it were not there (security rule 5).
 * @throws NotFound, Forbidden
 */
export function onPage(db: Db, verb: Verb): RequestHandler {
  return async (req, res, next) => {
    const pageId = id.safeParse(req.params['id']).data;
    if (pageId === undefined) throw new NotFound('There is no such page.');
    const page = await getPage(db, pageId);
    const target = pageTarget(page);
    if (page.siteId !== res.locals.site.id || !(may(req.user, 'view', target) || may(req.user, verb, target))) throw new NotFound('There is no such page.');
    if (!may(req.user, verb, target)) throw new Forbidden();
    res.locals.page = page;
    next();
  };
}

/** The page that `onPage` found. */
export function pageOf(res: Response): PageRow {
  return res.locals.page!;
}
