import { Router } from 'express';
import type { Pool } from 'pg';
import { onlyMethods } from '../../platform/http/methods';
import { createLimiter, limitByAddress } from '../../platform/http/rate-limit';
import { createUnlock, redirectHome, type UnlockDeps } from './controller';

/** Ten guesses in a quarter of an hour from one address: a shared password is often a short one. */
export function accessRoutes(deps: UnlockDeps & { pool: Pool }): Router {
  const router = Router({ strict: true, caseSensitive: true });
  const limited = limitByAddress(createLimiter(deps.pool, { name: 'unlock', points: 10, seconds: 15 * 60 }));
  router.route('/unlock').get(redirectHome).post(limited, createUnlock(deps)).all(onlyMethods('GET', 'HEAD', 'POST'));
  return router;
}
