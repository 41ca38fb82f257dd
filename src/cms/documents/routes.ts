import { Router, type RequestHandler } from 'express';
import { can } from '../../accounts/require';
import { MethodNotAllowed } from '../../platform/http/errors';
import { temporaryFolder } from '../../platform/files';
import { onlyMethods } from '../../platform/http/methods';
import { receiveUploads } from '../../platform/http/uploads';
import { createBulk, leaveBulk } from '../library/bulk-controller';
import { createRestoration, createTrash, createVersion, destroyFile, destroyTrash } from '../library/change-controller';
import type { LibraryDeps } from '../library/deps';
import { indexFiles, showFile } from '../library/show-controller';
import { createFiles } from '../library/upload-controller';
import { updateDocument } from './change-controller';
import { changeDocument } from './change-document';
import { showDocument, type DocumentFileDeps } from './controller';
import { MOST_DOCUMENT_BYTES } from './document-file';
import { replaceDocument, restoreVersion } from './replace-document';
import { documentSection } from './section';
import { deleteDocument, restoreDocument, trashDocument } from './trash-document';
import { takeUpload } from './upload-document';
import { showVersion } from './version-controller';

/** Documents for readers. Mounted at the root; what is not known goes on to the next router. */
export function documentFileRoutes(deps: DocumentFileDeps): Router {
  const router = Router({ caseSensitive: true });
  for (const path of ['/documents/:id', '/documents/:id/:filename']) router.route(path).all(readOnly).get(showDocument(deps));
  return router;
}

/** First, not last: what a handler does not know leaves the route for a 404, and must not meet a 405 on its way. */
const readOnly: RequestHandler = (req, _res, next) => {
  if (req.method !== 'GET' && req.method !== 'HEAD') throw new MethodNotAllowed(['GET', 'HEAD']);
  next();
};

/** How many files one form may send; scripts send each by itself. */
const MOST_FILES = 10;

/** The library. Mounted at `/admin`, behind `requireStaff`. */
export function documentRoutes(deps: LibraryDeps): Router {
  const router = Router({ caseSensitive: true });
  const documents = documentSection(deps);
  const manage = can('manage', { area: 'media' });
  const receive = (mostFiles: number) => receiveUploads({ pool: deps.pool, folder: temporaryFolder(deps.mediaFolder), mostFiles, mostBytes: MOST_DOCUMENT_BYTES });
  router.route('/documents').get(indexFiles(documents)).post(manage, receive(MOST_FILES), createFiles(documents, takeUpload)).all(onlyMethods('GET', 'HEAD', 'POST'));
  router.route('/documents/bulk').get(leaveBulk(documents)).post(manage, createBulk(documents, { change: changeDocument, trash: trashDocument, restore: restoreDocument })).all(onlyMethods('GET', 'HEAD', 'POST'));
  router.route('/documents/:id').get(showFile(documents)).patch(manage, updateDocument(documents)).delete(manage, destroyFile(documents, deleteDocument)).all(onlyMethods('GET', 'HEAD', 'PATCH', 'DELETE'));
  router.route('/documents/:id/versions').post(manage, receive(1), createVersion(documents, replaceDocument)).all(onlyMethods('POST'));
  router.route('/documents/:id/versions/:number').get(showVersion(deps)).all(onlyMethods('GET', 'HEAD'));
  router.route('/documents/:id/versions/:number/restoration').post(manage, createRestoration(documents, restoreVersion)).all(onlyMethods('POST'));
  router.route('/documents/:id/trash').post(manage, createTrash(documents, trashDocument)).delete(manage, destroyTrash(documents, restoreDocument)).all(onlyMethods('POST', 'DELETE'));
  return router;
}
