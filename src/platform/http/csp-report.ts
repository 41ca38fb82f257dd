import express, { Router, type RequestHandler } from 'express';
import type { Pool } from 'pg';
import { z } from 'zod';
import type { Log } from '../log';
import { inOurWords } from './bodies';
import { onlyMethods } from './methods';
import { createLimiter, limitByAddress } from './rate-limit';
import { withoutTokens } from './without-tokens';

const TYPES = ['application/csp-report', 'application/reports+json', 'application/json'];

/** What is kept of a report: anybody may send one, so only short strings of known names reach the log. */
const short = z.string().max(2_000).transform((text) => withoutTokens(text).slice(0, 300)).catch('');
const reported = z.object({
  documentURL: short, blockedURL: short, effectiveDirective: short, sourceFile: short,
  'document-uri': short, 'blocked-uri': short, 'violated-directive': short, 'source-file': short,
}).partial();

/**
 * Where browsers report violations of our policies, in both their formats. Mounted before the CSRF guard: browsers send
 * reports without token and origin, and a report changes nothing.
 */
export function cspReportRoutes({ pool, log }: { pool: Pool; log: Pick<Log, 'warn'> }): Router {
  const limited = limitByAddress(createLimiter(pool, { name: 'csp-report', points: 20, seconds: 60 }));
  const json = express.json({ type: TYPES, limit: '32kb', strict: true });
  const parse: RequestHandler = (req, res, next) => { json(req, res, inOurWords(next)); };

  const receive: RequestHandler = (req, res) => {
    for (const violation of violationsIn(req.body)) log.warn({ violation }, 'Content-Security-Policy violation');
    res.status(204).end();
  };
  return Router().post('/csp-report', limited, parse, receive).all('/csp-report', onlyMethods('POST'));
}

function violationsIn(body: unknown): object[] {
  const list = Array.isArray(body) ? body.slice(0, 10).map((report: unknown) => property(report, 'body')) : [property(body, 'csp-report')];
  return list.flatMap((violation) => reported.safeParse(violation).data ?? []);
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value ? (value as Record<string, unknown>)[name] : undefined;
}
