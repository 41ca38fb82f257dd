import { Router } from 'express';
import { onlyMethods } from '../../platform/http/methods';
import { onPage } from '../pages/on-page';
import { showAccess, updateAccess } from './access-controller';
import { createTrash, destroyPublication, newTrash, newUnpublication } from './offline-controller';
import { createCopy, createMove, newCopy, newMove } from './place-controller';
import { createPublication, destroySchedule, newPublication, undo } from './publication-controller';
import { indexSchedule } from './queue-controller';
import { createLock, destroyLock, showSettings, updateSettings } from './settings-controller';
import type { WorkflowDeps } from './workflow-deps';

/** Mounted at `/admin`, behind `requireStaff`. */
export function workflowRoutes(deps: WorkflowDeps): Router {
  const router = Router({ caseSensitive: true });
  const on = (verb: Parameters<typeof onPage>[1]) => onPage(deps.db, verb);
  router.route('/schedule').get(indexSchedule(deps)).all(onlyMethods('GET', 'HEAD'));
  router.route('/pages/:id/publication/new').get(on('publish'), newPublication(deps)).all(onlyMethods('GET', 'HEAD'));
  router.route('/pages/:id/publication').post(on('publish'), createPublication(deps)).delete(on('publish'), destroyPublication(deps)).all(onlyMethods('POST', 'DELETE'));
  router.route('/pages/:id/publication/undo').post(on('publish'), undo(deps)).all(onlyMethods('POST'));
  router.route('/pages/:id/unpublication/new').get(on('publish'), newUnpublication(deps)).all(onlyMethods('GET', 'HEAD'));
  router.route('/pages/:id/schedule').post(on('publish'), createPublication(deps, 'at')).delete(on('publish'), destroySchedule(deps)).all(onlyMethods('POST', 'DELETE'));
  router.route('/pages/:id/move').get(on('edit'), newMove(deps)).post(on('edit'), createMove(deps)).all(onlyMethods('GET', 'HEAD', 'POST'));
  router.route('/pages/:id/copy').get(on('view'), newCopy(deps)).post(on('view'), createCopy(deps)).all(onlyMethods('GET', 'HEAD', 'POST'));
  router.route('/pages/:id/trash').get(on('trash'), newTrash(deps)).post(on('trash'), createTrash(deps)).all(onlyMethods('GET', 'HEAD', 'POST'));
  router.route('/pages/:id/settings').get(on('edit'), showSettings(deps)).patch(on('edit'), updateSettings(deps)).all(onlyMethods('GET', 'HEAD', 'PATCH'));
  router.route('/pages/:id/lock').post(on('lock'), createLock(deps)).delete(on('view'), destroyLock(deps)).all(onlyMethods('POST', 'DELETE'));
  router.route('/pages/:id/access').get(on('publish'), showAccess(deps)).put(on('publish'), updateAccess(deps)).all(onlyMethods('GET', 'HEAD', 'PUT'));
  return router;
}
