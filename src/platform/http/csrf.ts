import { csrfSync } from 'csrf-sync';
import type { Request, RequestHandler } from 'express';
import { bodies, type BodyRules } from './bodies';
import { Forbidden } from './errors';
import type { FormTokens } from './form-token';
import { isUnsafe, knownMethods, methodOverride } from './methods';

export interface GuardDeps {
  /** The origin our own pages have: see `originOf`. */
  originOf: (req: Request) => string;
  formTokens: FormTokens;
  /** How old the form at an address may be that is for people without a session too: it carries a signed time token instead. Null for all others. */
  publicForms: (path: string) => number | null;
  /** Which requests send more than a usual form. Those that read their own body send the token in the header, or ask `checkTokenInForm`. */
  bodyRules?: BodyRules;
}

/**
 * Security rule 34, one guard before all routes, in its order: is it a method we know, does the request come from our
 * own pages, what did it send, does it carry the token; only then may a form ask for another method.
 * Behind the session, before every router.
 */
export function guardUnsafeRequests(deps: GuardDeps): RequestHandler[] {
  return [knownMethods, sameOriginOnly(deps), bodies(deps.bodyRules), tokenRequired(deps), methodOverride];
}

/** `same-site` is refused: other hosts below the same registrable domain are not friends. */
export function sameOriginOnly({ originOf }: Pick<GuardDeps, 'originOf'>): RequestHandler {
  return (req, _res, next) => {
    if (!isUnsafe(req.method) || comesFromUs(req, originOf(req))) return next();
    throw new Forbidden('This request did not come from a page of this site.');
  };
}

function comesFromUs(req: Request, origin: string): boolean {
  const site = req.get('Sec-Fetch-Site');
  return site === undefined ? req.get('Origin') === origin : site === 'same-origin';
}

const FIELD = '_csrf';
const HEADER = 'x-csrf-token';

const session = csrfSync({
  getTokenFromRequest: (req) => req.get(HEADER) ?? field(req.body),
  getTokenFromState: (req) => req.session.csrfToken,
});

/** The token of this session, made if there is none: it belongs to sign-in, where the session is saved anyway. */
export function sessionToken(req: Request): string {
  return session.generateToken(req);
}

const TOO_OLD = 'This form lay open for too long, or you were signed out meanwhile. Go back, reload the page and send it again.';

function tokenRequired({ formTokens, publicForms, bodyRules }: GuardDeps): RequestHandler {
  const readsOwnBody = bodyRules?.elsewhere ?? (() => false);
  return (req, _res, next) => {
    if (!isUnsafe(req.method)) return next();

    if (readsOwnBody(req) && req.get(HEADER) === undefined && hasSession(req)) {
      tokenDue.add(req);
      return next();
    }
    const lifetime = publicForms(req.path);
    const valid = lifetime === null ? !hasSession(req) || session.isRequestValid(req) : formTokens.isValid(field(req.body), lifetime);
    if (!valid) throw new Forbidden(TOO_OLD);
    req.body = withoutToken(req.body);
    next();
  };
}

/** Requests whose token is a field of the body that nobody has read yet. */
const tokenDue = new WeakSet<Request>();

/**
 * For those that read their own body: once the fields are in `req.body` and before anything is kept. A token in the header was checked
 * before. @throws Forbidden when the token is missing, wrong, or stands behind what it should have come before
 */
export function checkTokenInForm(req: Request): void {
  if (!tokenDue.has(req)) return;
  if (!session.isRequestValid(req)) throw new Forbidden(TOO_OLD);
  tokenDue.delete(req);
}

/** Without one there is nothing that a forged request could borrow; routes then ask the stranger to sign in. */
function hasSession(req: Request): boolean {
  const current = req.session as Request['session'] | undefined;
  return req.user !== undefined || typeof current?.csrfToken === 'string';
}

function field(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || !(FIELD in body)) return undefined;
  const token = body[FIELD];
  return typeof token === 'string' ? token : undefined;
}

/** The fields of a form as its schema knows them. */
export function withoutToken(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  return Object.fromEntries(Object.entries(body).filter(([name]) => name !== FIELD));
}
