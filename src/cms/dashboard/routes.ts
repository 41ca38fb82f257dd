import { Router } from 'express';
import { can } from '../../accounts/require';
import { onlyMethods } from '../../platform/http/methods';
import { indexDashboard, type DashboardDeps } from './controller';

/** Mounted at `/admin`, behind `requireStaff`. */
export function dashboardRoutes(deps: DashboardDeps): Router {
  const router = Router();
  router.route('/').get(can('enter', { area: 'staff' }), indexDashboard(deps)).all(onlyMethods('GET', 'HEAD'));
  return router;
}
