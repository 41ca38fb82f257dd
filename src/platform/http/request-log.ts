import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Log } from '../log';
import { withoutTokens } from './without-tokens';

/** One line per answer, and the id by which a reader can name a request to us. No query, no address of a reader. */
export function requestLog({ log }: { log: Pick<Log, 'info'> }): RequestHandler {
  return (req, res, next) => {
    const started = performance.now();
    const id = randomUUID();
    res.locals.requestId = id;
    res.locals.staffBar = null;
    res.once('finish', () => {
      const ms = Math.round(performance.now() - started);
      log.info({ id, method: req.method, path: withoutTokens(req.originalUrl.split('?', 1)[0] ?? '').slice(0, 500), status: res.statusCode, ms }, 'request');
    });
    next();
  };
}
