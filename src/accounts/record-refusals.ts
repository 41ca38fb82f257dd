import type { ErrorRequestHandler } from 'express';
import type { Db } from '../platform/db/connect';
import { record } from '../platform/history/record';
import { Forbidden } from '../platform/http/errors';
import { actorOf } from './actor';

/**
 * Denied attempts belong into history too (security rule 36): those of people who are signed in, since anybody else
 * could fill the table. Before the handler that renders errors.
 */
export function recordRefusals({ db, now }: { db: Db; now: () => Date }): ErrorRequestHandler {
  return async (error: unknown, req, res, next) => {
    if (error instanceof Forbidden && req.user) {
      await record(db, now(), actorOf(req, res), {
        action: 'request.refused', objectType: 'path', objectId: req.originalUrl.split('?')[0]!.slice(0, 500), siteId: null,
        result: 'denied', detail: { method: req.method },
      });
    }
    next(error);
  };
}
