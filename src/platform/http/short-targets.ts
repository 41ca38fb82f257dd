import type { RequestHandler } from 'express';
import { HttpError } from './errors';

/** Bytes of a request target, path and query together; beyond that 414 (RFC 9110, section 15.5.15). */
const LONGEST_TARGET = 4_096;

export const shortTargets: RequestHandler = (req, _res, next) => {
  if (Buffer.byteLength(req.originalUrl) > LONGEST_TARGET) throw new HttpError(414, 'The address is too long.');
  next();
};
