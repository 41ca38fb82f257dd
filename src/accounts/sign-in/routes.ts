import { Router } from 'express';
import { onlyMethods } from '../../platform/http/methods';
import { createSignIn, destroySignIn, editSignOut, newSignIn, type SignInDeps } from './controller';
import { signInLimits } from './limits';

/** `/sign-in` and `/sign-out`, open to everybody. Mounted at the root, behind `staffHeaders` for both addresses. */
export function signInRoutes(deps: SignInDeps): Router {
  const router = Router({ strict: true, caseSensitive: true });
  router.route('/sign-in').get(newSignIn(deps)).post(createSignIn(deps, signInLimits(deps.pool))).all(onlyMethods('GET', 'HEAD', 'POST'));
  router.route('/sign-out').get(editSignOut(deps)).post(destroySignIn(deps)).all(onlyMethods('GET', 'HEAD', 'POST'));
  return router;
}
