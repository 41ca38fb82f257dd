import { Router } from 'express';
import type { Pool } from 'pg';
import { apiHeaders } from '../../platform/http/headers';
import { onlyMethods } from '../../platform/http/methods';
import { createLimiter, limitByAddress } from '../../platform/http/rate-limit';
import { redirectToSearch, showSearch, showSuggestions, type SearchRoutesDeps } from './controller';

/** Security rule 2.9: 30 searches a minute and address, and four times as many suggestions. Mounted at the root, since `use` would take `/search` for `/search/`. */
export function searchRoutes(deps: SearchRoutesDeps & { pool: Pool }): Router {
  const router = Router({ strict: true, caseSensitive: true });
  const searches = limitByAddress(createLimiter(deps.pool, { name: 'search', points: 30, seconds: 60 }));
  const suggestions = limitByAddress(createLimiter(deps.pool, { name: 'suggest', points: 120, seconds: 60 }));
  router.route('/search/').get(searches, showSearch(deps)).all(onlyMethods('GET', 'HEAD'));
  router.route('/search').get(redirectToSearch).all(onlyMethods('GET', 'HEAD'));
  router.route('/search/suggestions').get(suggestions, (_req, res, next) => { res.set(apiHeaders); next(); }, showSuggestions(deps)).all(onlyMethods('GET', 'HEAD'));
  return router;
}
