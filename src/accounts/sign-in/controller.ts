import type { Request, RequestHandler, Response } from 'express';
import type { Pool } from 'pg';
import type { Db } from '../../platform/db/connect';
import { BadRequest, Unprocessable } from '../../platform/http/errors';
import type { FormTokens } from '../../platform/http/form-token';
import { signedOut } from '../../platform/http/headers';
import { safePath } from '../../platform/http/safe-path';
import { parseBody, parseQuery } from '../../platform/http/strict-input';
import { formatTime, formatWait } from '../../platform/instants';
import { actorOf } from '../actor';
import type { PassportInstance } from '../passport';
import { may } from '../permissions';
import { sessionToken } from '../../platform/http/csrf';
import { sessionCookie } from '../sessions';
import { sendPlainPage, type StaffPageDeps } from '../staff-page';
import type { CurrentUser } from '../user';
import { signInForm, signInQuery, signOutForm, type Done } from './forms';
import type { SignInLimits } from './limits';
import { endSession, startSession, userByPassword } from './passport-steps';
import { recordFailedSignIn, recordSignIn, recordSignOut } from './record-sign-in';
import type { SignInView } from './views';

export interface SignInDeps extends StaffPageDeps {
  db: Db;
  now: () => Date;
  /** For the limits, which all processes share. */
  pool: Pool;
  passport: PassportInstance;
  formTokens: FormTokens;
  originOf: (req: Request) => string;
  https: boolean;
}

const WRONG = 'This e-mail address and password do not belong together.';

const NOTES: Readonly<Record<Done, string>> = {
  'signed-out': 'You are signed out.',
  'password-changed': 'Your password is changed, and every session is ended. Sign in with the new one.',
  'account-ready': 'Your account is ready. Sign in with the password that you chose.',
};

/** GET /sign-in */
export function newSignIn(deps: SignInDeps): RequestHandler {
  return (req, res) => {
    const { next, done } = parseQuery(req, signInQuery);
    if (req.user) return res.redirect(303, destination(deps, req, req.user, next));
    show(deps, req, res, { next, note: done ? NOTES[done] : null });
  };
}

/** POST /sign-in */
export function createSignIn(deps: SignInDeps, limits: SignInLimits): RequestHandler {
  return async (req, res) => {
    if (deps.https && !req.secure) throw new BadRequest('This site signs people in over https only. Behind a proxy, TRUST_PROXY has to be set.');
    const form = formOrProblems(req);
    if ('problems' in form) return show(deps, req, res.status(422), form.problems);

    const wait = await limits.attempt(form.email, req.ip);
    if (wait !== null) return refuse(deps, req, res, form, wait);

    const user = await userByPassword(deps.passport, req, res);
    if (!user) {
      await recordFailedSignIn(deps.db, deps.now(), actorOf(req, res), form.email);
      return show(deps, req, res.status(422), { email: form.email, next: form.next, problem: WRONG });
    }
    await limits.succeeded(form.email, req.ip);
    await recordSignIn(deps.db, deps.now(), actorOf(req, res), user);
    await startSession(req, user);
    res.redirect(303, destination(deps, req, user, form.next));
  };
}

/** GET /sign-out: a page with a button, since a link must not change anything. */
export function editSignOut({ templates, ...deps }: SignInDeps): RequestHandler {
  return (req, res) => {
    const body = templates.render('sign-in/sign-out', { name: req.user?.name ?? null, csrfToken: req.user ? sessionToken(req) : '' });
    sendPlainPage({ templates, ...deps }, res, { title: 'Sign out', body });
  };
}

/** POST /sign-out */
export function destroySignIn({ db, now, https }: SignInDeps): RequestHandler {
  return async (req, res) => {
    parseBody(req, signOutForm);
    if (req.user) {
      await recordSignOut(db, now(), actorOf(req, res), req.user);
      await endSession(req);
      res.set(signedOut);
    }
    const { name, options } = sessionCookie(https);
    res.clearCookie(name, options).redirect(303, '/sign-in?done=signed-out');
  };
}

/** What was typed, or the page that says what is wrong with it. @throws BadRequest for a form that is not ours */
function formOrProblems(req: Request) {
  try {
    return parseBody(req, signInForm);
  } catch (error) {
    if (!(error instanceof Unprocessable)) throw error;
    const problemOf = (name: string) => error.problems.find(({ field }) => field === name)?.message ?? null;
    const problems = { email: typed(req, 'email'), next: typed(req, 'next'), emailProblem: problemOf('email'), passwordProblem: problemOf('password') };
    return { problems };
  }
}

function typed(req: Request, name: string): string {
  const value = (req.body as Record<string, unknown>)[name];
  return typeof value === 'string' ? value.slice(0, 4_000) : '';
}

function refuse(deps: SignInDeps, req: Request, res: Response, form: { email: string; next: string }, seconds: number): void {
  const then = new Date(deps.now().getTime() + seconds * 1_000);
  const problem = `Too many attempts. You can try again ${formatWait(seconds)}, at ${formatTime(then)}.`;
  show(deps, req, res.status(429).set('Retry-After', String(seconds)), { email: form.email, next: form.next, problem });
}

const EMPTY = { problem: null, emailProblem: null, passwordProblem: null, note: null, email: '', next: '' };

function show(deps: SignInDeps, req: Request, res: Response, view: Partial<SignInView>): void {
  const next = safePath(view.next, deps.originOf(req)) ?? '';
  const body = deps.templates.render('sign-in/new', { ...EMPTY, ...view, next, token: deps.formTokens.issue() });
  sendPlainPage(deps, res, { title: 'Sign in', body });
}

/** Never back to the sign-in pages themselves. Readers of private pages have no staff area to go to. */
function destination({ originOf }: SignInDeps, req: Request, user: CurrentUser, next: string): string {
  const path = safePath(next, originOf(req));
  if (path !== null && !/^\/sign-(in|out)(?![^/?])/.test(path)) return path;
  return may(user, 'enter', { area: 'staff' }) ? '/admin' : '/';
}
