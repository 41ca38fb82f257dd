import { randomBytes } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { adminHtml } from './headers';

/** Headers of staff and sign-in pages, with a new nonce in `res.locals.nonce` for their scripts. */
export function staffHeaders({ originOf }: { originOf: (req: Request) => string }): RequestHandler {
  return (req, res, next) => {
    setStaffHeaders(res, originOf(req));
    next();
  };
}

/** The same for an answer that no route gives. */
export function setStaffHeaders(res: Response, origin: string): void {
  const nonce = randomBytes(16).toString('base64');
  res.locals.nonce = nonce;
  res.set(adminHtml(origin, nonce));
}
