import type { Request, RequestHandler, Response } from 'express';
import { actorOf } from '../../accounts/actor';
import { parseBody } from '../../platform/http/strict-input';
import { pageOf } from '../pages/on-page';
import type { PageRow } from '../pages/queries';
import { gateAbove } from './access-words';
import { dialogOf, NO_REFUSAL, refusalOf, sendDialog, typed, type Refusal } from './dialog';
import { accessForm } from './forms';
import { restrict } from './restrict';
import { belowFact, linksFact, RIGHTS } from './touch-facts';
import type { AccessView } from './views';
import type { WorkflowDeps } from './workflow-deps';

/** GET /admin/pages/:id/access */
export function showAccess(deps: WorkflowDeps): RequestHandler {
  return (req, res) => show(deps, req, res, NO_REFUSAL);
}

/** PUT /admin/pages/:id/access */
export function updateAccess(deps: WorkflowDeps): RequestHandler {
  return async (req, res) => {
    const page = pageOf(res);
    try {
      const { access, password } = parseBody(req, accessForm);
      await restrict(deps, actorOf(req, res), { pageId: page.id, access, password: access === 'password' ? password : null });
    } catch (error) {
      return show(deps, req, res, refusalOf(error, ['password', 'access']));
    }
    res.redirect(303, `/admin/pages/${page.id}/edit?done=access`);
  };
}

async function show(deps: WorkflowDeps, req: Request, res: Response, refusal: Refusal): Promise<void> {
  const page = pageOf(res);
  const chosen = refusal.status === 200 ? page.access : typed(req, 'access');
  const view: AccessView = {
    ...dialogOf(req, page, refusal), access: chosen === 'signed-in' || chosen === 'password' ? chosen : 'public',
    above: await gateAbove(deps.db, page), facts: await factsOf(deps, req, page),
  };
  sendDialog(deps, req, res, { title: `Who may read: ${page.title}`, body: deps.templates.render('admin/workflow/access', view), status: refusal.status });
}

async function factsOf(deps: WorkflowDeps, req: Request, page: PageRow): Promise<AccessView['facts']> {
  return [
    await belowFact(deps, page, () => 'follow the same rule, besides stricter ones of their own'),
    await linksFact(deps, req.user, page, { below: true, words: 'if it becomes private, their links lead to a page that asks for the password or the sign-in' }),
    { name: 'Lists', lines: [{ text: 'What is private is in no menu, list, feed, search or sitemap', soft: 'its addresses stay', mono: false }] },
    RIGHTS,
  ];
}
