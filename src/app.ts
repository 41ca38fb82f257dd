import type { RequestListener } from 'node:http';
import express, { type Express } from 'express';
import type { Deps } from './build-deps';
import { recordRefusals } from './accounts/record-refusals';
import { sessionMiddleware } from './accounts/sessions';
import { serveFromCache } from './cms/page-cache/serve-from-cache';
import { servePublicImages } from './cms/media/serve-public';
import { findSite } from './cms/sites/find-site';
import { recogniseStaff } from './cms/pages/staff-bar';
import { cspReportRoutes } from './platform/http/csp-report';
import { guardUnsafeRequests } from './platform/http/csrf';
import { securityHeaders } from './platform/http/headers';
import { publicHeaders } from './platform/http/public-headers';
import { requestLog } from './platform/http/request-log';
import { shortTargets } from './platform/http/short-targets';
import { renderErrors } from './errors';
import { routes } from './routes';

/** The middleware in order, one line each. The application is a function of what it needs, so a test builds as many as it likes. */
export function createApp(deps: Deps): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');
  app.set('trust proxy', deps.config.trustProxy);

  app.use(securityHeaders(deps));
  app.use(requestLog(deps));
  app.use(findSite(deps));
  app.use(publicHeaders(deps));
  app.use(shortTargets);
  app.use(cspReportRoutes(deps));
  app.use(sessionMiddleware(deps.sessions));
  app.use(recogniseStaff);
  app.use(guardUnsafeRequests(deps.guard));
  app.use(routes(deps));
  app.use(recordRefusals(deps));
  app.use(renderErrors(deps));
  return app;
}

/** In front of Express what is everybody's: a page in memory costs what a buffer costs, a picture what its file costs. */
export function createHandler(deps: Deps): RequestListener {
  return servePublicImages(deps, serveFromCache(deps, createApp(deps)));
}
