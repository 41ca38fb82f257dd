import { Router } from 'express';
import { onlyMethods } from '../../platform/http/methods';
import { keepSecret, linkLimit, type LinkDeps } from '../mailed-link';
import { editInvitation, updateInvitation } from './controller';

/** Open to whoever has the link. Mounted at the root, behind `staffHeaders` for `/sign-in`. */
export function invitationRoutes(deps: LinkDeps): Router {
  const router = Router({ strict: true, caseSensitive: true });
  router.route('/sign-in/invitation/:token').all(keepSecret).get(editInvitation(deps)).post(updateInvitation(deps, linkLimit(deps.pool))).all(onlyMethods('GET', 'HEAD', 'POST'));
  return router;
}
