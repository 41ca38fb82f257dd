import { Router } from 'express';
import type { PageDeps } from '../deps';
import { showSearch } from './controller';

export function searchRoutes(deps: PageDeps): Router {
  const router = Router({ strict: true });
  router.get('/', showSearch(deps));
  return router;
}
