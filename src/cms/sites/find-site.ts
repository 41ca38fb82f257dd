import type { RequestHandler } from 'express';
import { BadRequest, Unavailable } from '../../platform/http/errors';
import { hostName } from '../page-cache/serve-from-cache';
import type { ContentVersions } from './content-versions';
import type { SiteDirectory } from './site-directory';

/** Security rule 35: the host decides the site, from our own table; an unknown one is refused, with the default site's words. */
export function findSite({ sites, versions }: { sites: SiteDirectory; versions: ContentVersions }): RequestHandler {
  return (req, res, next) => {
    const fallback = sites.default();
    if (!fallback) throw new Unavailable('This installation has no site yet.');
    const site = sites.find(hostName(req.headers.host));
    res.locals.site = site ?? fallback;
    res.locals.changedAt = versions.changedAt(res.locals.site.id);
    if (!site) throw new BadRequest('This server has no site of that name.');
    next();
  };
}
