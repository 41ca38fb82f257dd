import type { Request, RequestHandler, Response } from 'express';
import type { Pool } from 'pg';
import type { Db } from '../platform/db/connect';
import { TooManyRequests, Unprocessable } from '../platform/http/errors';
import type { FormTokens } from '../platform/http/form-token';
import { networkKey } from '../platform/http/network-key';
import { createLimiter, type Limiter } from '../platform/http/rate-limit';
import { sendPlainPage, type StaffPageDeps } from './staff-page';
import { findTokenOwner, type TokenOwner } from './token-queries';
import { hashOfToken, type TokenPurpose } from './tokens';

export interface LinkDeps extends StaffPageDeps {
  db: Db;
  now: () => Date;
  /** For the limits, which all processes share. */
  pool: Pool;
  formTokens: FormTokens;
}

/** The address is the secret: no other page may learn it from the browser. (Staff headers say `no-store` already.) */
export const keepSecret: RequestHandler = (_req, res, next) => {
  res.set('Referrer-Policy', 'no-referrer');
  next();
};

/** What the address says, if it can be a token at all. */
export function tokenOf(req: Request): string {
  const { token } = req.params;
  return typeof token === 'string' && /^[\w-]{43}$/.test(token) ? token : '';
}

export function findOwner({ db, now }: LinkDeps, req: Request, purpose: TokenPurpose): Promise<TokenOwner | undefined> {
  return findTokenOwner(db, purpose, hashOfToken(tokenOf(req)), now());
}

/** Used up, too old, or never one: the same answer for all. */
export function sendDeadLink(deps: LinkDeps, res: Response, kind: TokenPurpose): void {
  sendPlainPage(deps, res.status(404), { title: 'This link does not work', body: deps.templates.render('sign-in/dead-link', { kind }) });
}

/** Hashing costs: one address has 20 tries in 15 minutes, whatever the link. */
export function linkLimit(pool: Pool): Limiter {
  return createLimiter(pool, { name: 'mailed-link', points: 20, seconds: 15 * 60 });
}

/** @throws TooManyRequests */
export async function takeOne(limiter: Limiter, req: Request): Promise<void> {
  const wait = await limiter.take(networkKey(req.ip));
  if (wait !== null) throw new TooManyRequests(wait);
}

/** What is wrong with each field of a form. @throws whatever is no problem of the form's fields */
export function problemsIn(error: unknown): ReadonlyMap<string, string> {
  if (!(error instanceof Unprocessable)) throw error;
  return new Map(error.problems.map(({ field, message }) => [field.split('.')[0]!, message]));
}

/** What was typed into a field, to be shown again; '' for anything that is no text. */
export function typedIn(req: Request, name: string): string {
  const value = (req.body as Record<string, unknown> | undefined)?.[name];
  return typeof value === 'string' ? value.slice(0, 4_000) : '';
}
