import type { Request, RequestHandler } from 'express';
import { publicHtml } from './headers';

/** The headers of public pages on every answer; staff pages, files and feeds put their own in their place. */
export function publicHeaders({ originOf }: { originOf: (req: Request) => string }): RequestHandler {
  return (req, res, next) => {
    res.set(publicHtml(originOf(req)));
    next();
  };
}
