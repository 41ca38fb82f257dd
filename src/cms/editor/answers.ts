import { STATUS_CODES } from 'node:http';
import type { Response } from 'express';
import type { HttpError, Problem } from '../../platform/http/errors';

/** A refusal for a script, as problem details (RFC 9457), with what it needs to go on. */
export function sendProblem(res: Response, error: HttpError, more: { readonly problems?: readonly Problem[]; readonly [name: string]: unknown } = {}): void {
  res.status(error.status).set({ ...error.headers, 'Cache-Control': 'no-store' }).type('application/problem+json')
    .send(JSON.stringify({ ...more, status: error.status, title: STATUS_CODES[error.status], detail: error.message }));
}
