import type { RequestHandler } from 'express';
import { NotFound } from '../../platform/http/errors';
import type { PageDeps } from '../deps';
import { sendRaw } from '../pages/answer';
import type { PerVersion } from '../sites/site-memory';
import type { Sitemap } from './sitemap';
import { robotsTxt, securityTxt } from './texts';

declare module '../../platform/http/views' {
  interface Views {
    'crawlers/opensearch': { name: string; description: string; baseUrl: string; lang: string };
  }
}

/** GET /robots.txt */
export function showRobots({ robots }: { robots: 'allow' | 'deny' }): RequestHandler {
  return (req, res) => {
    sendRaw(req, res, { contentType: 'text/plain', body: robotsTxt(res.locals.site, robots) });
  };
}

/** GET /.well-known/security.txt */
export function showSecurityTxt({ now }: Pick<PageDeps, 'now'>): RequestHandler {
  return (req, res) => {
    sendRaw(req, res, { contentType: 'text/plain', body: securityTxt(res.locals.site, now()) });
  };
}

/** GET /opensearch.xml: by it browsers learn to search here from their address bar. */
export function showOpenSearch({ templates }: Pick<PageDeps, 'templates'>): RequestHandler {
  return (req, res) => {
    const { name, organisation, baseUrl, lang } = res.locals.site;
    // https://github.com/dewitt/opensearch: at most 16 characters
    const body = templates.render('crawlers/opensearch', { name: name.slice(0, 16), description: `Search the pages of the ${organisation}`, baseUrl, lang });
    sendRaw(req, res, { contentType: 'application/opensearchdescription+xml', body });
  };
}

/** GET /sitemap.xml */
export function showSitemap(sitemaps: PerVersion<Sitemap>): RequestHandler {
  return async (req, res) => {
    const { main } = await sitemaps.get(res.locals.site.id);
    sendRaw(req, res, { contentType: 'application/xml', body: main });
  };
}

/** GET /sitemap-2.xml, where /sitemap.xml is an index. */
export function showSitemapPart(sitemaps: PerVersion<Sitemap>): RequestHandler<{ number: string }> {
  return async (req, res) => {
    const { parts } = await sitemaps.get(res.locals.site.id);
    const part = /^[1-9]\d{0,3}$/.test(req.params.number) ? parts[Number(req.params.number) - 1] : undefined;
    if (part === undefined) throw new NotFound();
    sendRaw(req, res, { contentType: 'application/xml', body: part });
  };
}
