import type { Request, Response } from 'express';
import { signInUrl } from '../../accounts/require';
import type { FormTokens } from '../../platform/http/form-token';
import type { AddressRow } from '../addresses/queries';
import type { PageDeps } from '../deps';
import { sendHtml } from '../pages/answer';
import { buildFrame } from '../pages/build-frame';
import { closedGate, type Gate } from './access';
import type { UnlockView } from './views';

export type GateDeps = PageDeps & { readonly formTokens: FormTokens };

/** What keeps this reader from a private page, and from everything below it; undefined when nothing does. */
export function closedTo(req: Request, row: AddressRow): Gate | undefined {
  return closedGate({ id: row.pageId!, ancestorIds: row.ancestorIds!, gates: row.gates }, { user: req.user, unlocked: req.session.unlocked });
}

/** The same for every address behind the gate, whether there is a page or not (P-01): to the sign-in, or the question for the password. */
export async function askToPass(deps: GateDeps, req: Request, res: Response, { access }: Gate): Promise<void> {
  if (access === 'signed-in') {
    res.setHeader('Cache-Control', 'no-store');
    return res.redirect(303, signInUrl(req));
  }
  await sendUnlock(deps, req, res.status(403), { next: req.originalUrl, problem: null });
}

export async function sendUnlock(deps: GateDeps, req: Request, res: Response, { next, problem }: Omit<UnlockView, 'token'>): Promise<void> {
  const { site } = res.locals;
  const title = 'For readers with the password';
  const body = deps.templates.render('access/unlock', { next, problem, token: deps.formTokens.issue() });
  const frame = await buildFrame(deps, {
    site, url: '/unlock', lang: site.lang, title, description: 'These pages are not public.', noindex: true, canonical: null, openGraph: null,
    structuredData: [], breadcrumbs: [{ title, url: null }], searchQuery: '', bodyClass: 'template-unlock', staffBar: res.locals.staffBar,
  });
  sendHtml(req, res, deps.templates.render('layouts/site', { frame, body, assets: deps.assets }), 'never');
}
