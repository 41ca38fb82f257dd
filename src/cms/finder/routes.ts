import { Router } from 'express';
import { can } from '../../accounts/require';
import { onlyMethods } from '../../platform/http/methods';
import type { FinderDeps } from './deps';
import { showFind } from './find-controller';
import { createPaste, indexReferences } from './references-controller';

/** Mounted at `/admin`, behind `requireStaff`. */
export function finderRoutes(deps: FinderDeps): Router {
  const router = Router({ caseSensitive: true });
  const staff = can('enter', { area: 'staff' });
  router.route('/find').get(staff, showFind(deps)).all(onlyMethods('GET', 'HEAD'));
  router.route('/references').get(staff, indexReferences(deps)).all(onlyMethods('GET', 'HEAD'));
  router.route('/paste').post(staff, createPaste(deps)).all(onlyMethods('POST'));
  return router;
}
