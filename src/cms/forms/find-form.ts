import type { Request, Response } from 'express';
import { Forbidden } from '../../platform/http/errors';
import { askToPass, closedTo, type GateDeps } from '../access/gate';
import { lookUp } from '../addresses/look-up';
import { encodePath } from '../addresses/path';
import { getLivePage } from '../pages/live-page';
import { urlOf, type LivePage } from '../pages/page';
import { PageGone, PageNotFound } from '../pages/serve';
import { getPageType } from '../registry';
import { findPathOfPage } from './queries';
import type { Form } from './form';

export interface FoundForm {
  readonly page: LivePage;
  readonly form: Form;
  /** Of the page, root-relative. */
  readonly url: string;
}

/** Not the question for the password itself: it would lead back to this address, and say which page it belongs to. */
const LOCKED = 'This form stands on a page for readers with the password. Go back, give the password again, and send the form once more.';

/**
 * The form of a page, as the reader may see it. Undefined when the page is private and its gate has answered.
 * @throws PageNotFound, PageGone, Forbidden: like the page itself
 */
export async function findForm(deps: GateDeps, req: Request, res: Response, pageId: number): Promise<FoundForm | undefined> {
  const { site } = res.locals;
  const path = await findPathOfPage(deps.db, site.id, pageId);
  const found = path === undefined ? undefined : await lookUp(deps.db, site.id, path, deps.now());
  // what has no form says so before its gate says that it is there
  if (found?.kind === 'page' && !getPageType(deps.registry, found.row.type!).form) throw new PageNotFound(req.path, []);
  const gate = found?.gated && closedTo(req, found.gated);
  if (gate?.access === 'password') throw new Forbidden(LOCKED);
  if (gate) return void await askToPass(deps, req, res, gate);
  if (found?.kind === 'gone') throw new PageGone(found.reason, path!, found.hops);
  if (found?.kind !== 'page' || found.row.pageId !== pageId) throw new PageNotFound(req.path, []);

  const page = await getLivePage(deps, site.id, found.row);
  const form = getPageType(deps.registry, page.type).form?.(page.content as Record<string, unknown>);
  if (!form) throw new PageNotFound(req.path, []);
  return { page, form, url: urlOf(encodePath(page.path)) };
}
