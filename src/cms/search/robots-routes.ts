import { Router } from 'express';
import { apiHeaders } from '../../platform/http/headers';
import { onlyMethods } from '../../platform/http/methods';

const OPEN = ['User-agent: *', 'Disallow: /admin', 'Disallow: /search/', ''];
const CLOSED = ['User-agent: *', 'Disallow: /', ''];

/** RFC 9309. An instance that is not the real site (setting ROBOTS) asks to be left out altogether. */
export function robotsRoutes({ robots }: { robots: 'allow' | 'deny' }): Router {
  const router = Router({ strict: true, caseSensitive: true });
  router.route('/robots.txt').get((_req, res) => {
    res.set({ ...apiHeaders, 'Cache-Control': 'public, max-age=300' });
    res.type('text/plain').send((robots === 'allow' ? OPEN : CLOSED).join('\n'));
  }).all(onlyMethods('GET', 'HEAD'));
  return router;
}
