import type { RequestHandler } from 'express';
import { BadRequest, HttpError, MethodNotAllowed } from './errors';

const KNOWN = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const OF_HTTP = ['TRACE', 'CONNECT'];
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
const OVERRIDES = new Set(['PUT', 'PATCH', 'DELETE']);

/** Methods that no address answers: 405 for those of RFC 9110, 501 for the rest. */
export const knownMethods: RequestHandler = (req, _res, next) => {
  if (KNOWN.includes(req.method)) return next();
  if (OF_HTTP.includes(req.method)) throw new MethodNotAllowed(KNOWN);
  throw new HttpError(501, 'This method is not known here.');
};

/** Whether a request asks for a change (RFC 9110, section 9.2.1 says which do not). */
export function isUnsafe(method: string): boolean {
  return !SAFE.has(method);
}

/** The end of a route's handlers: `.all(onlyMethods('GET', 'HEAD', 'POST'))`. */
export function onlyMethods(...allowed: string[]): RequestHandler {
  return () => { throw new MethodNotAllowed(allowed); };
}

/**
 * HTML forms know GET and POST; the field `_method` of a posted form names another one. Read once, after the CSRF
 * guard, and taken out of the body, so that the schemas of the forms need not know it.
 */
export const methodOverride: RequestHandler = (req, _res, next) => {
  const body: unknown = req.body;
  if (req.method !== 'POST' || !req.is('urlencoded') || !isRecord(body) || !('_method' in body)) return next();

  const { _method: method, ...rest } = body;
  if (typeof method !== 'string' || !OVERRIDES.has(method)) throw new BadRequest();
  req.method = method;
  req.body = rest;
  next();
};

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
