import { Router } from 'express';
import { onlyMethods } from '../../platform/http/methods';
import { onPage } from '../pages/on-page';
import { settleConflict, showConflict, type MergeDeps } from './controller';

/** Mounted at `/admin`, behind `requireStaff`: two texts of one page, and what to keep of each. */
export function mergeRoutes(deps: MergeDeps): Router {
  const router = Router({ caseSensitive: true });
  const edit = onPage(deps.db, 'edit');
  router.route('/pages/:id/conflict').get(edit, showConflict(deps)).post(edit, settleConflict(deps)).all(onlyMethods('GET', 'HEAD', 'POST'));
  return router;
}
