import { Router } from 'express';
import { can } from '../../accounts/require';
import { temporaryFolder } from '../../platform/files';
import { onlyMethods } from '../../platform/http/methods';
import { receiveUploads } from '../../platform/http/uploads';
import { createBulk } from './bulk-controller';
import { updateImage } from './change-controller';
import type { ImageDeps } from './deps';
import { indexImages } from './index-controller';
import { MOST_BYTES } from '../media/original';
import { showImage } from './show-controller';
import { createTrash, destroyImage, destroyTrash } from './trash-controller';
import { createImages } from './upload-controller';
import { createRestoration, createVersion } from './version-controller';

/** How many files one form may send; scripts send each by itself. */
const MOST_FILES = 20;

/** Mounted at `/admin`, behind `requireStaff`. */
export function imageRoutes(deps: ImageDeps): Router {
  const router = Router({ caseSensitive: true });
  const manage = can('manage', { area: 'media' });
  const receive = (mostFiles: number) => receiveUploads({ pool: deps.pool, folder: temporaryFolder(deps.mediaFolder), mostFiles, mostBytes: MOST_BYTES });
  router.route('/images').get(indexImages(deps)).post(manage, receive(MOST_FILES), createImages(deps)).all(onlyMethods('GET', 'HEAD', 'POST'));
  router.route('/images/bulk').post(manage, createBulk(deps)).all(onlyMethods('POST'));
  router.route('/images/:id').get(showImage(deps)).patch(manage, updateImage(deps)).delete(manage, destroyImage(deps)).all(onlyMethods('GET', 'HEAD', 'PATCH', 'DELETE'));
  router.route('/images/:id/versions').post(manage, receive(1), createVersion(deps)).all(onlyMethods('POST'));
  router.route('/images/:id/versions/:number/restoration').post(manage, createRestoration(deps)).all(onlyMethods('POST'));
  router.route('/images/:id/trash').post(manage, createTrash(deps)).delete(manage, destroyTrash(deps)).all(onlyMethods('POST', 'DELETE'));
  return router;
}
