import { Router, type NextFunction, type Request, type Response } from 'express';
import { apiHeaders } from '../../platform/http/headers';
import { onlyMethods } from '../../platform/http/methods';
import type { PageDeps } from '../deps';
import { PerVersion } from '../sites/site-memory';
import { showOpenSearch, showRobots, showSecurityTxt, showSitemap, showSitemapPart } from './controller';
import { buildSitemap, type Sitemap } from './sitemap';

/** What programs ask a site first: none of it is a page. The sitemap is made once for each content version. */
export function crawlerRoutes(deps: PageDeps & { robots: 'allow' | 'deny' }): Router {
  const router = Router({ strict: true, caseSensitive: true });
  const sitemaps = new PerVersion<Sitemap>((siteId) => deps.versions.key(siteId), (siteId) => {
    const site = deps.sites.list().find(({ id }) => id === siteId);
    if (!site) throw new Error(`There is no site ${siteId}`);
    return buildSitemap(deps, site, deps.now());
  });

  router.route('/robots.txt').get(asFile, showRobots(deps)).all(onlyMethods('GET', 'HEAD'));
  router.route('/.well-known/security.txt').get(asFile, showSecurityTxt(deps)).all(onlyMethods('GET', 'HEAD'));
  router.route('/opensearch.xml').get(asFile, showOpenSearch(deps)).all(onlyMethods('GET', 'HEAD'));
  router.route('/sitemap.xml').get(asFile, showSitemap(sitemaps)).all(onlyMethods('GET', 'HEAD'));
  router.route('/sitemap-:number.xml').get(asFile, showSitemapPart(sitemaps)).all(onlyMethods('GET', 'HEAD'));
  return router;
}

function asFile(_req: Request, res: Response, next: NextFunction): void {
  res.set(apiHeaders);
  next();
}
