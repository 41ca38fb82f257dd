import { Router, type RequestHandler } from 'express';
import { can } from '../../accounts/require';
import { MethodNotAllowed } from '../../platform/http/errors';
import { temporaryFolder } from '../../platform/files';
import { onlyMethods } from '../../platform/http/methods';
import { receiveUploads } from '../../platform/http/uploads';
import { createBulk } from './bulk-controller';
import { updateDocument } from './change-controller';
import { showDocument, type DocumentFileDeps } from './controller';
import type { DocumentDeps } from './deps';
import { MOST_DOCUMENT_BYTES } from './document-file';
import { indexDocuments, openDocument } from './show-controller';
import { createTrash, destroyDocument, destroyTrash } from './trash-controller';
import { createDocuments } from './upload-controller';
import { createRestoration, createVersion, showVersion } from './version-controller';

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
export function documentRoutes(deps: DocumentDeps): Router {
  const router = Router({ caseSensitive: true });
  const manage = can('manage', { area: 'media' });
  const receive = (mostFiles: number) => receiveUploads({ pool: deps.pool, folder: temporaryFolder(deps.mediaFolder), mostFiles, mostBytes: MOST_DOCUMENT_BYTES });
  router.route('/documents').get(indexDocuments(deps)).post(manage, receive(MOST_FILES), createDocuments(deps)).all(onlyMethods('GET', 'HEAD', 'POST'));
  router.route('/documents/bulk').post(manage, createBulk(deps)).all(onlyMethods('POST'));
  router.route('/documents/:id').get(openDocument(deps)).patch(manage, updateDocument(deps)).delete(manage, destroyDocument(deps)).all(onlyMethods('GET', 'HEAD', 'PATCH', 'DELETE'));
  router.route('/documents/:id/versions').post(manage, receive(1), createVersion(deps)).all(onlyMethods('POST'));
  router.route('/documents/:id/versions/:number').get(showVersion(deps)).all(onlyMethods('GET', 'HEAD'));
  router.route('/documents/:id/versions/:number/restoration').post(manage, createRestoration(deps)).all(onlyMethods('POST'));
  router.route('/documents/:id/trash').post(manage, createTrash(deps)).delete(manage, destroyTrash(deps)).all(onlyMethods('POST', 'DELETE'));
  return router;
}
