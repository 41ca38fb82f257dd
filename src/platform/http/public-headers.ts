import type { Request, RequestHandler, Response } from 'express';
import { publicHtml } from './headers';

/** The headers of public pages on every answer; staff pages, files and feeds put their own in their place. */
export function publicHeaders({ originOf, formTargets }: { originOf: (req: Request) => string; formTargets: (res: Response) => readonly string[] }): RequestHandler {
  return (req, res, next) => {
    res.set(publicHtml(originOf(req), formTargets(res)));
    next();
  };
}
