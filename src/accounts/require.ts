import type { Request, RequestHandler } from 'express';
import { Forbidden, HttpError, NotFound } from '../platform/http/errors';
import { isUnsafe } from '../platform/http/methods';
import { safePath } from '../platform/http/safe-path';
import { wantsJson } from '../platform/http/wants-json';
import { may, type Target, type Verb } from './permissions';

/**
 * Everything below `/admin`: strangers are asked to sign in and brought back, others without the right are refused. A script of ours
 * is told (401): it asks for the password in place, and nothing typed is lost.
 */
export const requireStaff: RequestHandler = (req, res, next) => {
  if (!req.user) {
    if (wantsJson(req)) throw new HttpError(401, 'You are signed out.');
    return res.redirect(303, signInUrl(req));
  }
  if (!may(req.user, 'enter', { area: 'staff' })) throw new Forbidden('Your account has no access to the staff area.');
  next();
};

/**
 * Where a stranger signs in to come back to this address. What they wanted to send is not sent again: they come back to the staff page that
 * they sent it from.
 */
export function signInUrl(req: Request): string {
  const back = isUnsafe(req.method) ? pageBefore(req) : req.originalUrl;
  return `/sign-in?${new URLSearchParams({ next: back === null || back.length > 1_000 ? '/admin' : back }).toString()}`;
}

/** The staff page whose form or link led here, as the browser says; null: none. Anybody can write such a header, so it is judged like every `next`. */
export function pageBefore(req: Request): string | null {
  const path = safePath(req.get('Referer'), `${req.protocol}://${req.host}`);
  return path !== null && /^\/admin(?=[/?]|$)/.test(path) ? path : null;
}

/**
 * The policy of a route: `can('publish', pageOf)`. A page that somebody may not even see answers as if it were not
 * there (security rule 5).
 * @throws Forbidden, NotFound
 */
export function can(verb: Verb, target: Target | ((req: Request) => Target | Promise<Target>)): RequestHandler {
  return async (req, _res, next) => {
    const on = typeof target === 'function' ? await target(req) : target;
    if (may(req.user, verb, on)) return next();
    if ('page' in on && !may(req.user, 'view', on)) throw new NotFound();
    throw new Forbidden();
  };
}
