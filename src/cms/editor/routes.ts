import { Router } from 'express';
import type { Pool } from 'pg';
import type { FormTokens } from '../../platform/http/form-token';
import { onlyMethods } from '../../platform/http/methods';
import { createLimiter, limitBy } from '../../platform/http/rate-limit';
import { onPage } from '../pages/on-page';
import { createPageFromForm } from './create-controller';
import { editPage } from './edit-controller';
import type { EditorDeps } from './editor-deps';
import { newPage } from './new-controller';
import { createPresence } from './presence-controller';
import { createRevision } from './save-controller';
import { showSession } from './session-controller';
import { destroyWorkingCopy, sessionAndPage, updateWorkingCopyOf } from './working-copy-controller';

/** Mounted at `/admin/pages`, behind `requireStaff`. */
export function editorRoutes(deps: EditorDeps & { readonly pool: Pool }): Router {
  const router = Router({ strict: true, caseSensitive: true });
  const { db } = deps;
  const autosaves = limitBy(createLimiter(deps.pool, { name: 'autosave', points: 2, seconds: 1 }), sessionAndPage);
  // where the new page shall stand is in the query or the form: who may add there is asked when it is known
  router.route('/').post(createPageFromForm(deps));
  router.route('/new').get(newPage(deps)).all(onlyMethods('GET', 'HEAD'));
  router.route('/:id/edit').get(onPage(db, 'view'), editPage(deps)).all(onlyMethods('GET', 'HEAD'));
  router.route('/:id/revisions').post(onPage(db, 'edit'), createRevision(deps)).all(onlyMethods('POST'));
  router.route('/:id/working-copy').put(onPage(db, 'edit'), autosaves, updateWorkingCopyOf(deps)).delete(onPage(db, 'edit'), destroyWorkingCopy(deps)).all(onlyMethods('PUT', 'DELETE'));
  router.route('/:id/presence').post(onPage(db, 'view'), createPresence(deps)).all(onlyMethods('POST'));
  return router;
}

/** Mounted at `/admin/session`, open to everybody: it says whether somebody is signed in. */
export function sessionRoutes(deps: { readonly formTokens: FormTokens }): Router {
  const router = Router({ caseSensitive: true });
  router.route('/').get(showSession(deps)).all(onlyMethods('GET', 'HEAD'));
  return router;
}
