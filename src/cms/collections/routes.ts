import { Router } from 'express';
import { can } from '../../accounts/require';
import { onlyMethods } from '../../platform/http/methods';
import { createCollection, destroyCollection, indexCollections, showCollection, updateCollection } from './controller';
import type { CollectionsDeps } from './deps';

/** Mounted at `/admin`, behind `requireStaff`: whoever uses the staff area sees the collections that they may see, some change them. */
export function collectionRoutes(deps: CollectionsDeps): Router {
  const router = Router({ caseSensitive: true });
  const manage = can('manage', { area: 'media' });
  router.route('/collections').get(indexCollections(deps)).post(manage, createCollection(deps)).all(onlyMethods('GET', 'HEAD', 'POST'));
  router.route('/collections/:id').get(showCollection(deps)).patch(manage, updateCollection(deps)).delete(manage, destroyCollection(deps)).all(onlyMethods('GET', 'HEAD', 'PATCH', 'DELETE'));
  return router;
}
