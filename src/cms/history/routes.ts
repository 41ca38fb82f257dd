import { Router } from 'express';
import { can } from '../../accounts/require';
import { onlyMethods } from '../../platform/http/methods';
import { createLimiter, limitBy } from '../../platform/http/rate-limit';
import { onPage } from '../pages/on-page';
import { indexHistory } from './audit-controller';
import type { HistoryDeps } from './deps';
import { exportHistory } from './export-controller';
import { showPageHistory } from './page-history-controller';
import { createRestoration } from './restorations-controller';

/** Security rule 2.9: five exports an hour for each person. Mounted at `/admin`, behind `requireStaff`. */
export function historyRoutes(deps: HistoryDeps): Router {
  const router = Router({ caseSensitive: true });
  router.route('/pages/:id/history').get(onPage(deps.db, 'view'), showPageHistory(deps)).all(onlyMethods('GET', 'HEAD'));
  router.route('/pages/:id/history/restorations').post(onPage(deps.db, 'edit'), createRestoration(deps)).all(onlyMethods('POST'));
  const staff = can('enter', { area: 'staff' });
  const exports = limitBy(createLimiter(deps.pool, { name: 'history-export', points: 5, seconds: 60 * 60 }), (req) => String(req.user!.id));
  router.route('/history').get(staff, indexHistory(deps)).all(onlyMethods('GET', 'HEAD'));
  router.route('/history.csv').get(staff, exports, exportHistory(deps)).all(onlyMethods('GET', 'HEAD'));
  return router;
}
