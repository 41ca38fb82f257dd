import { Router } from 'express';
import type { Pool } from 'pg';
import { onlyMethods } from '../../platform/http/methods';
import { createLimiter } from '../../platform/http/rate-limit';
import { can } from '../require';
import { destroySession, destroySessions, editProfile, updatePasswordOfMine, updateProfile, type ProfileDeps } from './controller';

/** Mounted at `/admin/profile`, behind `requireStaff`: everybody's own, so entering is all it asks. */
export function profileRoutes(deps: ProfileDeps & { pool: Pool }): Router {
  const router = Router({ caseSensitive: true });
  const mine = can('enter', { area: 'staff' });
  const limiter = createLimiter(deps.pool, { name: 'current-password', points: 10, seconds: 15 * 60 });
  router.route('/').get(mine, editProfile(deps)).patch(mine, updateProfile(deps)).all(onlyMethods('GET', 'HEAD', 'PATCH'));
  router.route('/password').put(mine, updatePasswordOfMine(deps, limiter)).all(onlyMethods('PUT'));
  router.route('/sessions').delete(mine, destroySessions(deps)).all(onlyMethods('DELETE'));
  router.route('/sessions/:key').delete(mine, destroySession(deps)).all(onlyMethods('DELETE'));
  return router;
}
