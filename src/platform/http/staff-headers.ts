import { randomBytes } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import { adminHtml } from './headers';

/** Headers of staff and sign-in pages, with a new nonce in `res.locals.nonce` for their scripts. */
export function staffHeaders({ originOf }: { originOf: (req: Request) => string }): RequestHandler {
  return (req, res, next) => {
    const nonce = randomBytes(16).toString('base64');
    res.locals.nonce = nonce;
    res.set(adminHtml(originOf(req), nonce));
    next();
  };
}
