import { Router } from 'express';
import { onlyMethods } from '../../platform/http/methods';
import { keepSecret, linkLimit, type LinkDeps } from '../mailed-link';
import { createForgotten, editReset, newForgotten, updateReset } from './controller';
import { resetLimits } from './limits';

/** Open to everybody. Mounted at the root, behind `staffHeaders` for `/sign-in`. */
export function passwordResetRoutes(deps: LinkDeps): Router {
  const router = Router({ strict: true, caseSensitive: true });
  router.route('/sign-in/forgotten').get(newForgotten(deps)).post(createForgotten(deps, resetLimits(deps.pool))).all(onlyMethods('GET', 'HEAD', 'POST'));
  router.route('/sign-in/reset/:token').all(keepSecret).get(editReset(deps)).post(updateReset(deps, linkLimit(deps.pool))).all(onlyMethods('GET', 'HEAD', 'POST'));
  // the address that password managers know (https://www.w3.org/TR/change-password-url/)
  router.route('/.well-known/change-password').get((_req, res) => { res.set('Cache-Control', 'no-store').redirect(302, '/admin/profile#password'); }).all(onlyMethods('GET', 'HEAD'));
  return router;
}
