import connectPgSimple from 'connect-pg-simple';
import type { CookieOptions, RequestHandler } from 'express';
import session from 'express-session';
import type { Pool } from 'pg';
import { Unavailable } from '../platform/http/errors';
import type { Log } from '../platform/log';
import type { PassportInstance } from './passport';

export interface SessionDeps {
  /** Of its own (security rule 29): `createPool`. */
  pool: Pool;
  passport: PassportInstance;
  /** The newest first: it signs, all of them are believed. */
  secrets: readonly string[];
  /** Whether the base URL is https. */
  https: boolean;
  log: Pick<Log, 'error'>;
}

/**
 * Idle 60 minutes, at most 12 hours (`passport.ts`): a working day with its breaks, and a machine left alone in a
 * meeting room is signed out before the next meeting (ASVS 7.1.1).
 */
export const IDLE_SECONDS = 60 * 60;

/**
 * Who asks: `req.session` and `req.user`. Requests without our cookie never touch the store, so that readers do not
 * notice when it is down; holders of the cookie then get 503, since who they are cannot be known.
 */
export function sessionMiddleware({ pool, passport, secrets, https, log }: SessionDeps): RequestHandler[] {
  const { name, options } = sessionCookie(https);
  const Store = connectPgSimple(session);
  const store = new Store({
    pool, tableName: 'sessions', createTableIfMissing: false, ttl: IDLE_SECONDS,
    errorLog: (...details: unknown[]) => { log.error({ details: details.map(String) }, 'The session store has a problem'); },
  });
  const load = session({ name, secret: [...secrets], store, resave: false, saveUninitialized: false, rolling: false, cookie: options });

  return [orUnavailable(load, log), orUnavailable(passport.session() as RequestHandler, log), orUnavailable(endDeadSession, log)];
}

/** Without an end date: the browser drops it when it closes, and the store decides how long it is good. */
export function sessionCookie(https: boolean): { name: string; options: CookieOptions } {
  return { name: https ? '__Host-sess' : 'sess', options: { path: '/', httpOnly: true, sameSite: 'lax', secure: https } };
}

/** While we cannot know who somebody is, the answer is 503 and never "a stranger" (rule 6). */
function orUnavailable(handler: RequestHandler, log: SessionDeps['log']): RequestHandler {
  return (req, res, next) => {
    void handler(req, res, (error?: unknown) => {
      if (error === undefined || error === null) return next();
      log.error({ err: error }, 'The session could not be read or kept');
      if (!res.headersSent) next(new Unavailable()); // after the answer has begun there is nobody left to tell
    });
  };
}

/** A session whose person is signed out, deactivated or over time goes at once, and its id with it. */
const endDeadSession: RequestHandler = (req, _res, next) => {
  if (req.session.passport === undefined || req.user) return next();
  req.session.regenerate(next);
};
