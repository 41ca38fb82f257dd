import express, { type NextFunction, type Request, type RequestHandler } from 'express';
import { BadRequest, HttpError } from './errors';
import { isUnsafe } from './methods';

const FORM = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json';

export interface BodyRules {
  /** Requests that read their own body: uploads, by `receiveUploads`, which also asks for the session's token. */
  elsewhere?: (req: Request) => boolean;
  /** Requests whose forms may be as large as a page: up to 5 MB. */
  large?: (req: Request) => boolean;
}

/**
 * Bodies of unsafe requests: forms up to 1 MB, JSON up to 100 KB, nothing else, unless the rules say so.
 * @throws HttpError 400, 413 or 415
 */
export function bodies({ elsewhere = () => false, large = () => false }: BodyRules = {}): RequestHandler {
  const usual = express.urlencoded({ extended: false, limit: '1mb', parameterLimit: 1_000 });
  const wide = express.urlencoded({ extended: false, limit: '5mb', parameterLimit: 50_000 });
  const json = express.json({ limit: '100kb', strict: true });

  return (req, res, next) => {
    if (!isUnsafe(req.method) || elsewhere(req)) return next();
    if (!hasBody(req)) {
      req.body = {};
      return next();
    }
    if (req.is(FORM)) return (large(req) ? wide : usual)(req, res, inOurWords(next));
    if (req.is(JSON_TYPE)) return json(req, res, inOurWords(next));
    throw new HttpError(415, 'This address does not take content of that type.', { Accept: `${FORM}, ${JSON_TYPE}` });
  };
}

function hasBody(req: Request): boolean {
  return req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length'] ?? 0) > 0;
}

/** The parsers' errors carry a status, but no sentence for readers. */
export function inOurWords(next: NextFunction): NextFunction {
  return (error?: unknown) => {
    const status = statusOf(error);
    if (status === undefined) return next(error);
    next(toHttpError(status));
  };
}

function statusOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('status' in error)) return undefined;
  const { status } = error;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined;
}

function toHttpError(status: number): HttpError {
  if (status === 413) return new HttpError(413, 'That is more than this address takes.');
  if (status === 400) return new BadRequest();
  return new HttpError(status, 'The content could not be read.');
}
