import { promisify } from 'node:util';
import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import { verifyPassword } from '../../accounts/passwords';
import { Unprocessable } from '../../platform/http/errors';
import { safePath } from '../../platform/http/safe-path';
import { parseBody } from '../../platform/http/strict-input';
import { lookUp } from '../addresses/look-up';
import { parsePath } from '../addresses/path';
import { fingerprint, type Gate } from './access';
import { closedTo, sendUnlock, type GateDeps } from './gate';

export type UnlockDeps = GateDeps & {
  readonly originOf: (req: Request) => string;
  /** What keeps this reader from a file at this path, which no page has; undefined when nothing does. */
  readonly gateOfFile: (req: Request, path: string) => Promise<Gate | undefined>;
};

const unlockForm = z.object({
  password: z.string().max(1_000, 'This is not the password.'),
  next: z.string().max(4_000).catch('/'),
});

const WRONG = 'This is not the password.';

/** POST /unlock: the session remembers that the password was right, and the reader gets what was asked for. */
export function createUnlock(deps: UnlockDeps): RequestHandler {
  return async (req, res) => {
    res.setHeader('Cache-Control', 'no-store');
    const { password, next } = formOf(req);
    const path = safePath(next, deps.originOf(req)) ?? '/';
    const gate = await gateAt(deps, req, res.locals.site.id, path.replace(/\?.*$/, ''));
    if (gate?.access !== 'password') return res.redirect(303, path); // it is open, or for those who sign in
    if (!(await verifyPassword(gate.passwordHash, password))) return sendUnlock(deps, req, res.status(422), { next: path, problem: WRONG });
    await remember(req, gate.pageId, gate.passwordHash!);
    res.redirect(303, path);
  };
}

async function gateAt(deps: UnlockDeps, req: Request, siteId: number, path: string): Promise<Gate | undefined> {
  const { gated } = await lookUp(deps.db, siteId, parsePath(path).path, deps.now());
  return gated ? closedTo(req, gated) : deps.gateOfFile(req, path);
}

/** What was typed, with a password that is none where it is no password at all. @throws BadRequest for a form that is not ours */
function formOf(req: Request): z.infer<typeof unlockForm> {
  try {
    return parseBody(req, unlockForm);
  } catch (error) {
    if (!(error instanceof Unprocessable)) throw error;
    const { next } = req.body as Record<string, unknown>;
    return { password: '', next: typeof next === 'string' ? next : '/' };
  }
}

/** Saved before the answer goes out: the browser follows it at once. */
async function remember(req: Request, pageId: number, hash: string): Promise<void> {
  req.session.unlocked = { ...req.session.unlocked, [pageId]: fingerprint(hash) };
  await promisify(req.session.save.bind(req.session))();
}

/** GET /unlock: there is nothing to see without an address to open. */
export function redirectHome(_req: Request, res: Response): void {
  res.setHeader('Cache-Control', 'no-store').redirect(302, '/');
}
