import { Router } from 'express';
import type { Pool } from 'pg';
import { onlyMethods } from '../../platform/http/methods';
import { createLimiter } from '../../platform/http/rate-limit';
import { onPage } from '../pages/on-page';
import { createNewPreview, createPreview, showPreview, type StaffPreviewDeps } from './controller';
import { createLink, destroyLink, indexLinks, type LinksDeps } from './links-controller';
import { openLink } from './open-link';
import type { PreviewDeps } from './send-preview';

export interface PreviewRoutesDeps {
  /** As readers get pages, with the public style sheet. */
  readonly preview: StaffPreviewDeps;
  readonly staff: LinksDeps;
  readonly pool: Pool;
}

/** Mounted at `/admin/pages`, behind `requireStaff`, before the routes of a page by its number. */
export function previewRoutes({ preview, staff, pool }: PreviewRoutesDeps): Router {
  const router = Router({ strict: true, caseSensitive: true });
  const limiter = createLimiter(pool, { name: 'preview', points: 60, seconds: 60 });
  const { db } = preview;
  // who may add pages below a certain one is asked when the form has said which
  router.route('/preview').post(createNewPreview(preview, limiter)).all(onlyMethods('POST'));
  router.route('/:id/preview').get(onPage(db, 'view'), showPreview(preview, limiter)).post(onPage(db, 'view'), createPreview(preview, limiter)).all(onlyMethods('GET', 'HEAD', 'POST'));
  router.route('/:id/preview-links').get(onPage(db, 'edit'), indexLinks(staff)).post(onPage(db, 'edit'), createLink(staff)).all(onlyMethods('GET', 'HEAD', 'POST'));
  router.route('/:id/preview-links/:link').delete(onPage(db, 'edit'), destroyLink(staff)).all(onlyMethods('DELETE'));
  return router;
}

/** Mounted at `/preview`: for everybody who has a link. */
export function previewLinkRoutes(deps: PreviewDeps): Router {
  const router = Router({ strict: true, caseSensitive: true });
  router.route('/:token').get(openLink(deps)).all(onlyMethods('GET', 'HEAD'));
  return router;
}
