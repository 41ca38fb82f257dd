import type { Request } from 'express';

/** Whether a script asks; people get pages. */
export function wantsJson(req: Request): boolean {
  return req.accepts(['html', 'json']) === 'json';
}
