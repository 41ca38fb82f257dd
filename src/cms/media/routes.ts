import { Router, type RequestHandler } from 'express';
import { MethodNotAllowed } from '../../platform/http/errors';
import { showRendition, type MediaDeps } from './controller';
import { showDocument } from './document-controller';

/** Public files: pictures in their enumerated renditions, and documents. Mounted at the root; what is not known goes on to the next router. */
export function mediaRoutes(deps: MediaDeps): Router {
  const router = Router({ caseSensitive: true });
  router.route('/media/:id/:hash/:file').all(readOnly).get(showRendition(deps));
  router.route('/documents/:id').all(readOnly).get(showDocument(deps));
  router.route('/documents/:id/:filename').all(readOnly).get(showDocument(deps));
  return router;
}

/** First, not last: what a handler does not know leaves the route for a 404, and must not meet a 405 on its way. */
const readOnly: RequestHandler = (req, _res, next) => {
  if (req.method !== 'GET' && req.method !== 'HEAD') throw new MethodNotAllowed(['GET', 'HEAD']);
  next();
};
