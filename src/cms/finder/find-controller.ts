import type { Request, RequestHandler } from 'express';
import { may } from '../../accounts/permissions';
import { sendStaffPage } from '../../accounts/staff-page';
import { sessionToken } from '../../platform/http/csrf';
import { parseQuery } from '../../platform/http/strict-input';
import { wantsJson } from '../../platform/http/wants-json';
import { pageTarget } from '../pages/on-page';
import { listPlaces } from '../pages/place-queries';
import type { PageAbout } from './actions';
import type { FinderDeps } from './deps';
import { find } from './find';
import { findQuery } from './forms';

/** GET /admin/find: the palette's answers for its script, a page of them for everybody else. */
export function showFind(deps: FinderDeps): RequestHandler {
  return async (req, res) => {
    const { q, page } = parseQuery(req, findQuery);
    const groups = await find({
      db: deps.db, kinds: deps.registry.referenceKinds, user: req.user!, siteId: res.locals.site.id, now: deps.now(), typed: q, about: page === null ? null : await pageAbout(deps, req, page),
    });
    if (wantsJson(req)) return void res.json({ groups });
    const body = deps.templates.render('admin/finder/index', { csrfToken: sessionToken(req), q, page, groups });
    sendStaffPage(deps, req, res, { title: q === '' ? 'Find or do' : `Find “${q}”`, current: null, body });
  };
}

/** One that somebody may not see is as good as none. */
async function pageAbout({ db }: FinderDeps, { user }: Request, id: number): Promise<PageAbout | null> {
  const [place] = await listPlaces(db, [id]);
  return place && may(user, 'view', pageTarget(place)) ? place : null;
}
