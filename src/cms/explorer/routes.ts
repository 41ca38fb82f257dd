import { Router } from 'express';
import { can } from '../../accounts/require';
import { onlyMethods } from '../../platform/http/methods';
import { createLimiter, limitBy } from '../../platform/http/rate-limit';
import { onPage } from '../pages/on-page';
import { createBulk, newBulk } from './bulk-controller';
import { showChooser } from './chooser-controller';
import type { ExplorerDeps } from './deps';
import { indexPages, showLevel } from './level-controller';
import { createPosition } from './reorder-controller';
import { createRestoration, indexTrash } from './trash-controller';

/**
 * Mounted at `/admin`, behind `requireStaff`. Lists hold what one may see; a list of nothing is no secret, so `enter` is enough for
 * them. Bulk actions ask for each page by itself. The order of siblings is part of editing them: no address and no text changes.
 */
export function explorerRoutes(deps: ExplorerDeps): Router {
  const router = Router({ caseSensitive: true });
  const staff = can('enter', { area: 'staff' });
  const bulks = limitBy(createLimiter(deps.pool, { name: 'bulk', points: 60, seconds: 3_600 }), (req) => String(req.user!.id));
  router.route('/pages').get(staff, indexPages(deps)).all(onlyMethods('GET', 'HEAD', 'POST'));
  router.route('/pages/bulk').get(staff, newBulk(deps)).post(staff, bulks, createBulk(deps)).all(onlyMethods('GET', 'HEAD', 'POST'));
  router.route('/pages/chooser').get(staff, showChooser(deps)).all(onlyMethods('GET', 'HEAD'));
  router.route('/pages/:id').get(onPage(deps.db, 'view'), showLevel(deps)).all(onlyMethods('GET', 'HEAD'));
  router.route('/pages/:id/position').post(onPage(deps.db, 'edit'), createPosition(deps)).all(onlyMethods('POST'));
  router.route('/pages/:id/restoration').post(onPage(deps.db, 'trash'), createRestoration(deps)).all(onlyMethods('POST'));
  router.route('/trash').get(staff, indexTrash(deps)).all(onlyMethods('GET', 'HEAD'));
  return router;
}
