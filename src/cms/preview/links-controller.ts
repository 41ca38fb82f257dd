import type { Request, RequestHandler, Response } from 'express';
import { actorOf } from '../../accounts/actor';
import { sendStaffPage, type StaffPageDeps } from '../../accounts/staff-page';
import { sessionToken } from '../../platform/http/csrf';
import type { Db } from '../../platform/db/connect';
import { NotFound, Unprocessable } from '../../platform/http/errors';
import { id, parseBody, parseQuery } from '../../platform/http/strict-input';
import { wantsJson } from '../../platform/http/wants-json';
import { instantIn } from '../../platform/instants';
import { pageOf } from '../pages/on-page';
import { linkForm, linksQuery, nothing } from './forms';
import { makePreviewLink, revokePreviewLink } from './links';
import { listPreviewLinks, type ListedPreviewLink } from './queries';
import type { PreviewLinksView } from './views';

export interface LinksDeps extends StaffPageDeps {
  db: Db;
  now: () => Date;
}

/** GET /admin/pages/:id/preview-links */
export function indexLinks(deps: LinksDeps): RequestHandler {
  return async (req, res) => {
    const { done } = parseQuery(req, linksQuery);
    await show(deps, req, res, { note: done ? 'The link is revoked. It opens nothing any more.' : null });
  };
}

/** POST /admin/pages/:id/preview-links: the answer is the only place where the link ever stands, so it is no redirect. */
export function createLink(deps: LinksDeps): RequestHandler {
  return async (req, res) => {
    const form = formOrProblem(req);
    if ('problem' in form) return refuse(deps, req, res, form);

    const { token, expiresAt } = await makePreviewLink(deps, actorOf(req, res), pageOf(res), form.days);
    const url = `${res.locals.site.baseUrl}/preview/${token}`;
    if (wantsJson(req)) return void res.status(201).set('Cache-Control', 'no-store').json({ url, expiresAt: expiresAt.toISOString() });
    await show(deps, req, res.status(201), { made: { url, until: instantIn(req.user!.timeZone, expiresAt) } });
  };
}

/** DELETE /admin/pages/:id/preview-links/:link */
export function destroyLink(deps: LinksDeps): RequestHandler {
  return async (req, res) => {
    parseBody(req, nothing);
    const link = id.safeParse(req.params['link']).data;
    if (link === undefined) throw new NotFound('There is no such link.');
    await revokePreviewLink(deps, actorOf(req, res), pageOf(res), link);
    res.redirect(303, `/admin/pages/${pageOf(res).id}/preview-links?done=revoked`);
  };
}

function formOrProblem(req: Request): { days: number } | { problem: string; days: string } {
  try {
    return parseBody(req, linkForm);
  } catch (error) {
    if (!(error instanceof Unprocessable)) throw error;
    const { days } = req.body as { days?: unknown };
    return { problem: error.message, days: typeof days === 'string' ? days.slice(0, 20) : '' };
  }
}

async function refuse(deps: LinksDeps, req: Request, res: Response, { problem, days }: { problem: string; days: string }): Promise<void> {
  if (wantsJson(req)) throw new Unprocessable([{ field: 'days', message: problem }]);
  await show(deps, req, res.status(422), { problem, days });
}

async function show(deps: LinksDeps, req: Request, res: Response, more: Partial<PreviewLinksView>): Promise<void> {
  const page = pageOf(res);
  const links = await listPreviewLinks(deps.db, page.id, deps.now());
  const body = deps.templates.render('admin/preview/links', {
    csrfToken: sessionToken(req), pageId: page.id, title: page.title, made: null, note: null, problem: null, days: '7', ...more,
    links: links.map((link) => linkView(link, req.user!.timeZone)),
  });
  sendStaffPage(deps, req, res, { title: `Share a preview of ${page.title}`, current: 'pages', body });
}

function linkView({ id: key, createdByName, createdAt, expiresAt, firstUsedAt }: ListedPreviewLink, zone: string): PreviewLinksView['links'][number] {
  return {
    id: key, about: `Made by ${createdByName ?? 'somebody'} on ${instantIn(zone, createdAt)}`, until: `Works until ${instantIn(zone, expiresAt)}`,
    used: firstUsedAt === null ? 'Nobody has followed it yet' : `First followed on ${instantIn(zone, firstUsedAt)}`,
  };
}
