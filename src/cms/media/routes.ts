import { Router, type RequestHandler } from 'express';
import { MethodNotAllowed } from '../../platform/http/errors';
import { showRendition, type MediaDeps } from './controller';
import { showOriginal } from './original-controller';

/** Pictures: in their enumerated renditions, and whole. Mounted at the root; what is no address of ours goes on to the next router. */
export function mediaRoutes(deps: MediaDeps): Router {
  const router = Router({ caseSensitive: true, strict: true });
  router.route('/media/:id/original').all(readOnly).get(showOriginal(deps));
  router.route('/media/:id/:hash/:file').all(readOnly).get(showRendition(deps));
  return router;
}

/** First, not last: what a handler does not know leaves the route for a 404, and must not meet a 405 on its way. */
const readOnly: RequestHandler = (req, _res, next) => {
  if (req.method !== 'GET' && req.method !== 'HEAD') throw new MethodNotAllowed(['GET', 'HEAD']);
  next();
};
