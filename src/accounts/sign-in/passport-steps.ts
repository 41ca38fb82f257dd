import type { Request, RequestHandler, Response } from 'express';
import type { PassportInstance } from '../passport';
import type { CurrentUser } from '../user';

/** Passport's callbacks as promises. Whose e-mail and password the body has, or undefined. */
export function userByPassword(passport: PassportInstance, req: Request, res: Response): Promise<CurrentUser | undefined> {
  return new Promise((resolve, reject) => {
    const settle = (error: unknown, user: CurrentUser | false | undefined): void => {
      if (error) reject(asError(error));
      else resolve(user || undefined);
    };
    const handle = passport.authenticate('local', settle) as RequestHandler;
    void handle(req, res, reject);
  });
}

/** A new session with a new id, saved before this settles: the browser may follow the redirect at once. */
export function startSession(req: Request, user: CurrentUser): Promise<void> {
  return new Promise((resolve, reject) => {
    req.logIn(user, (error: unknown) => { if (error) reject(asError(error)); else resolve(); });
  });
}

export function endSession(req: Request): Promise<void> {
  return new Promise((resolve, reject) => {
    req.session.destroy((error: unknown) => { if (error) reject(asError(error)); else resolve(); });
  });
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
