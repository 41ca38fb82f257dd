import { Router } from 'express';
import { can } from '../../accounts/require';
import { temporaryFolder } from '../../platform/files';
import { onlyMethods } from '../../platform/http/methods';
import { receiveUploads } from '../../platform/http/uploads';
import { createBulk, leaveBulk } from '../library/bulk-controller';
import { createRestoration, createTrash, createVersion, destroyFile, destroyTrash } from '../library/change-controller';
import type { LibraryDeps } from '../library/deps';
import { indexFiles, showFile } from '../library/show-controller';
import { createFiles } from '../library/upload-controller';
import { MOST_BYTES } from '../media/original';
import { updateImage } from './change-controller';
import { changeImage } from './change-image';
import { replaceImage, restoreVersion } from './replace-image';
import { imageSection } from './section';
import { deleteImage, restoreImage, trashImage } from './trash-image';
import { uploadImage } from './upload-image';

/** How many files one form may send; scripts send each by itself. */
const MOST_FILES = 20;

/** Mounted at `/admin`, behind `requireStaff`. */
export function imageRoutes(deps: LibraryDeps): Router {
  const router = Router({ caseSensitive: true });
  const images = imageSection(deps);
  const manage = can('manage', { area: 'media' });
  const receive = (mostFiles: number) => receiveUploads({ pool: deps.pool, folder: temporaryFolder(deps.mediaFolder), mostFiles, mostBytes: MOST_BYTES });
  router.route('/images').get(indexFiles(images)).post(manage, receive(MOST_FILES), createFiles(images, uploadImage)).all(onlyMethods('GET', 'HEAD', 'POST'));
  router.route('/images/bulk').get(leaveBulk(images)).post(manage, createBulk(images, { change: changeImage, trash: trashImage, restore: restoreImage })).all(onlyMethods('GET', 'HEAD', 'POST'));
  router.route('/images/:id').get(showFile(images)).patch(manage, updateImage(images)).delete(manage, destroyFile(images, deleteImage)).all(onlyMethods('GET', 'HEAD', 'PATCH', 'DELETE'));
  router.route('/images/:id/versions').post(manage, receive(1), createVersion(images, replaceImage)).all(onlyMethods('POST'));
  router.route('/images/:id/versions/:number/restoration').post(manage, createRestoration(images, restoreVersion)).all(onlyMethods('POST'));
  router.route('/images/:id/trash').post(manage, createTrash(images, trashImage)).delete(manage, destroyTrash(images, restoreImage)).all(onlyMethods('POST', 'DELETE'));
  return router;
}
