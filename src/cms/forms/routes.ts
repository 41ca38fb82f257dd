import { Router } from 'express';
import { onlyMethods } from '../../platform/http/methods';
import { createSubmission, showForm, type FormDeps } from './controller';
import { submissionLimit } from './limits';

/** `/forms/<page id>`: where the forms of pages are sent to, by everybody. */
export function formRoutes(deps: FormDeps): Router {
  const router = Router({ strict: true, caseSensitive: true });
  router.route('/forms/:id').get(showForm(deps)).post(createSubmission(deps, submissionLimit(deps.pool))).all(onlyMethods('GET', 'HEAD', 'POST'));
  return router;
}
