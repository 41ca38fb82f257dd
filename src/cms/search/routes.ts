import { Router } from 'express';
import type { Pool } from 'pg';
import { onlyMethods } from '../../platform/http/methods';
import { createLimiter, limitByAddress } from '../../platform/http/rate-limit';
import type { PageDeps } from '../deps';
import { redirectToSearch, showSearch } from './controller';

/** Security rule 2.9: 30 searches a minute and address. Mounted at the root, since `use` would take `/search` for `/search/`. */
export function searchRoutes(deps: PageDeps & { pool: Pool }): Router {
  const router = Router({ strict: true, caseSensitive: true });
  const limited = limitByAddress(createLimiter(deps.pool, { name: 'search', points: 30, seconds: 60 }));
  router.route('/search/').get(limited, showSearch(deps)).all(onlyMethods('GET', 'HEAD'));
  router.route('/search').get(redirectToSearch).all(onlyMethods('GET', 'HEAD'));
  return router;
}
