import { Router } from 'express';
import type { Deps } from './build-deps';
import { groupRoutes } from './accounts/groups/routes';
import { invitationRoutes } from './accounts/invitations/routes';
import { passwordResetRoutes } from './accounts/password-reset/routes';
import { profileRoutes } from './accounts/profile/routes';
import { requireStaff } from './accounts/require';
import { signInRoutes } from './accounts/sign-in/routes';
import { userRoutes } from './accounts/users/routes';
import { accessRoutes } from './cms/access/routes';
import { collectionRoutes } from './cms/collections/routes';
import { crawlerRoutes } from './cms/crawlers/routes';
import { dashboardRoutes } from './cms/dashboard/routes';
import { explorerRoutes } from './cms/explorer/routes';
import { finderRoutes } from './cms/finder/routes';
import { editorRoutes, sessionRoutes } from './cms/editor/routes';
import { formRoutes } from './cms/forms/routes';
import { historyRoutes } from './cms/history/routes';
import { documentFileRoutes, documentRoutes } from './cms/documents/routes';
import { imageRoutes } from './cms/images/routes';
import { mediaRoutes } from './cms/media/routes';
import { WARM_IMAGES, warmImageKey } from './cms/media/warm-job';
import { gateOfDocument } from './cms/media/who-may-read';
import { mergeRoutes } from './cms/merge/routes';
import { pageDirectory } from './cms/pages/page-directory';
import { servePage } from './cms/pages/serve';
import { previewLinkRoutes, previewRoutes } from './cms/preview/routes';
import { searchRoutes } from './cms/search/routes';
import { workflowRoutes } from './cms/workflow/routes';
import { addJob } from './platform/jobs/queue';
import { staffHeaders } from './platform/http/staff-headers';
import { staticRoutes } from './platform/http/static-files';
import { calendarRoutes } from './site/events/routes';
import { siteSearch } from './site/search/site-search';

/**
 * The site's table of contents: every router and where it is mounted. Strict: `/search` is not `/search/`; the page
 * catch-all at the end knows every other address, and sends those without their final slash to the right one.
 */
export function routes(deps: Deps): Router {
  const router = Router({ strict: true, caseSensitive: true });
  const staff = staffHeaders(deps);
  const snippetTypes = [...deps.registry.snippetTypes.values()];
  const forStaff = { ...deps, assets: deps.staffAssets, passport: deps.sessions.passport, pages: pageDirectory(deps.db), snippetTypes };

  router.use(staticRoutes(deps.publicFolder));
  router.use(crawlerRoutes(deps));
  router.use(documentFileRoutes(deps));
  router.use(mediaRoutes({ ...deps, onFirstShown: (imageId) => addJob(deps.db, WARM_IMAGES, { imageId }, { key: warmImageKey(imageId) }) }));
  router.use(['/sign-in', '/sign-out', '/admin'], staff);
  router.use(signInRoutes(forStaff));
  router.use(passwordResetRoutes(forStaff));
  router.use(invitationRoutes(forStaff));
  router.use('/admin/session', sessionRoutes(deps));
  router.use('/admin/pages', requireStaff, previewRoutes({ preview: deps, staff: forStaff, pool: deps.pool }), editorRoutes(forStaff));
  router.use('/preview', previewLinkRoutes(deps));
  router.use('/admin/profile', requireStaff, profileRoutes(forStaff));
  router.use('/admin/users', requireStaff, userRoutes(forStaff));
  router.use('/admin/groups', requireStaff, groupRoutes(forStaff));
  router.use('/admin', requireStaff, finderRoutes(forStaff));
  router.use('/admin', requireStaff, workflowRoutes(forStaff));
  router.use('/admin', requireStaff, explorerRoutes(forStaff));
  router.use('/admin', requireStaff, mergeRoutes(forStaff));
  router.use('/admin', requireStaff, historyRoutes(forStaff));
  router.use('/admin', requireStaff, documentRoutes(forStaff));
  router.use('/admin', requireStaff, imageRoutes(forStaff));
  router.use('/admin', requireStaff, dashboardRoutes(forStaff));
  router.use('/admin', requireStaff, collectionRoutes(forStaff));
  router.use(accessRoutes({ ...deps, gateOfFile: (req, path) => gateOfDocument(deps, req, path) }));
  router.use(formRoutes(deps));
  router.use(searchRoutes({ ...deps, siteSearch }));
  router.use(calendarRoutes(deps));
  router.all('/{*path}', servePage(deps));
  return router;
}
