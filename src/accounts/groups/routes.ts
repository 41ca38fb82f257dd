import { Router } from 'express';
import { onlyMethods } from '../../platform/http/methods';
import { can } from '../require';
import { createGroupFromForm, destroyGroup, editGroup, indexGroups, newGroup, updateGroupFromForm, type GroupsDeps } from './controller';

/** Mounted at `/admin/groups`, behind `requireStaff`. */
export function groupRoutes(deps: GroupsDeps): Router {
  const router = Router({ caseSensitive: true });
  const people = can('manage', { area: 'users' });
  router.route('/').get(people, indexGroups(deps)).post(people, createGroupFromForm(deps)).all(onlyMethods('GET', 'HEAD', 'POST'));
  router.route('/new').get(people, newGroup(deps)).all(onlyMethods('GET', 'HEAD'));
  router.route('/:id').get(people, editGroup(deps)).patch(people, updateGroupFromForm(deps)).delete(people, destroyGroup(deps)).all(onlyMethods('GET', 'HEAD', 'PATCH', 'DELETE'));
  return router;
}
