import { Router } from 'express';
import { onlyMethods } from '../../platform/http/methods';
import { can } from '../require';
import { createUser, indexUsers, newUser } from './controller';
import type { UsersDeps } from './people-deps';
import { showPermissions } from './permissions-controller';
import { createActivation, createInvitation, destroyActivation, destroyInvitation, showUser, updateGroups } from './person-controller';

/** Mounted at `/admin/users`, behind `requireStaff`. */
export function userRoutes(deps: UsersDeps): Router {
  const router = Router({ caseSensitive: true });
  const people = can('manage', { area: 'users' });
  router.route('/').get(people, indexUsers(deps)).post(people, createUser(deps)).all(onlyMethods('GET', 'HEAD', 'POST'));
  router.route('/new').get(people, newUser(deps)).all(onlyMethods('GET', 'HEAD'));
  router.route('/:id').get(people, showUser(deps)).all(onlyMethods('GET', 'HEAD'));
  router.route('/:id/permissions').get(people, showPermissions(deps)).all(onlyMethods('GET', 'HEAD'));
  router.route('/:id/groups').put(people, updateGroups(deps)).all(onlyMethods('PUT'));
  router.route('/:id/activation').post(people, createActivation(deps)).delete(people, destroyActivation(deps)).all(onlyMethods('POST', 'DELETE'));
  router.route('/:id/invitation').post(people, createInvitation(deps)).delete(people, destroyInvitation(deps)).all(onlyMethods('POST', 'DELETE'));
  return router;
}
