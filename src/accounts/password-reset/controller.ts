import type { Request, RequestHandler, Response } from 'express';
import { Unprocessable } from '../../platform/http/errors';
import { networkKey } from '../../platform/http/network-key';
import type { Limiter } from '../../platform/http/rate-limit';
import { parseBody, parseQuery } from '../../platform/http/strict-input';
import { formatTime, formatWait } from '../../platform/instants';
import { actorOf } from '../actor';
import { findOwner, problemsIn, sendDeadLink, takeOne, tokenOf, typedIn, type LinkDeps } from '../mailed-link';
import { weakness } from '../password-rules';
import { hashPassword } from '../passwords';
import { sendPlainPage } from '../staff-page';
import type { TokenOwner } from '../token-queries';
import { forgottenForm, forgottenQuery, resetForm } from './forms';
import type { ResetLimits } from './limits';
import { requestReset } from './request-reset';
import { resetPassword } from './reset-password';
import type { ForgottenView } from './views';

/** GET /sign-in/forgotten */
export function newForgotten(deps: LinkDeps): RequestHandler {
  return (req, res) => { showForgotten(deps, res, { sent: parseQuery(req, forgottenQuery).done === 'sent' }); };
}

/** POST /sign-in/forgotten: the same answer whether anybody has this address. */
export function createForgotten(deps: LinkDeps, limits: ResetLimits): RequestHandler {
  return async (req, res) => {
    const email = emailOrProblems(req);
    if (typeof email !== 'string') return showForgotten(deps, res.status(422), { email: typedIn(req, 'email'), emailProblem: email.get('email') ?? null });
    const wait = await limits.attempt(email, networkKey(req.ip));
    if (wait !== null) {
      const problem = `Too many requests. You can try again ${formatWait(wait)}, at ${formatTime(new Date(deps.now().getTime() + wait * 1_000))}.`;
      return showForgotten(deps, res.status(429).set('Retry-After', String(wait)), { email, problem });
    }
    await requestReset(deps.db, deps.now(), actorOf(req, res), email);
    res.redirect(303, '/sign-in/forgotten?done=sent');
  };
}

/** GET /sign-in/reset/:token. Looking does not use the link up: programs that check mails look too. */
export function editReset(deps: LinkDeps): RequestHandler {
  return async (req, res) => {
    const owner = await findOwner(deps, req, 'password-reset');
    if (!owner) return sendDeadLink(deps, res, 'password-reset');
    showReset(deps, req, res, owner, null);
  };
}

/** POST /sign-in/reset/:token */
export function updateReset(deps: LinkDeps, limiter: Limiter): RequestHandler {
  return async (req, res) => {
    await takeOne(limiter, req);
    const owner = await findOwner(deps, req, 'password-reset');
    if (!owner) return sendDeadLink(deps, res, 'password-reset');
    const chosen = passwordOrProblem(req, owner);
    if ('problem' in chosen) return showReset(deps, req, res.status(422), owner, chosen.problem);
    const passwordHash = await hashPassword(chosen.password);
    const done = await resetPassword(deps.db, deps.now(), actorOf(req, res), { token: tokenOf(req), passwordHash });
    if (!done) return sendDeadLink(deps, res, 'password-reset');
    res.redirect(303, '/sign-in?done=password-changed');
  };
}

function emailOrProblems(req: Request): string | ReadonlyMap<string, string> {
  try {
    return parseBody(req, forgottenForm).email;
  } catch (error) {
    return problemsIn(error);
  }
}

function passwordOrProblem(req: Request, owner: TokenOwner): { password: string } | { problem: string } {
  try {
    const { password } = parseBody(req, resetForm);
    const problem = weakness(password, owner);
    return problem === null ? { password } : { problem };
  } catch (error) {
    if (!(error instanceof Unprocessable)) throw error;
    return { problem: error.message };
  }
}

const EMPTY: ForgottenView = { sent: false, problem: null, emailProblem: null, email: '', token: '' };

function showForgotten(deps: LinkDeps, res: Response, view: Partial<ForgottenView>): void {
  const body = deps.templates.render('sign-in/forgotten', { ...EMPTY, ...view, token: deps.formTokens.issue() });
  sendPlainPage(deps, res, { title: 'Forgotten password', body });
}

function showReset(deps: LinkDeps, req: Request, res: Response, { email }: TokenOwner, passwordProblem: string | null): void {
  const action = `/sign-in/reset/${tokenOf(req)}`;
  sendPlainPage(deps, res, { title: 'Choose a new password', body: deps.templates.render('sign-in/reset', { action, email, passwordProblem, token: deps.formTokens.issue() }) });
}
