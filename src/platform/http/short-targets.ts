import type { RequestHandler } from 'express';
import { BadRequest, HttpError } from './errors';

/** Bytes of a request target, path and query together; beyond that 414 (RFC 9110, section 15.5.15). */
const LONGEST_TARGET = 4_096;

/** Before anything that takes the target for a path: `*` asks about the server (RFC 9112, section 3.2.4), which has nothing to say. */
export const shortTargets: RequestHandler = (req, _res, next) => {
  if (!req.originalUrl.startsWith('/')) throw new BadRequest('The address must begin with a slash.');
  if (Buffer.byteLength(req.originalUrl) > LONGEST_TARGET) throw new HttpError(414, 'The address is too long.');
  next();
};
