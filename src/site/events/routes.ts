import { Router } from 'express';
import { onlyMethods } from '../../platform/http/methods';
import type { PageDeps } from '../../cms/deps';
import { showMeetings } from './controller';

/** An address for the calendar that stays, wherever the list of events stands (S-10). Mounted at the root. */
export function calendarRoutes(deps: Pick<PageDeps, 'db' | 'now'>): Router {
  const router = Router({ strict: true, caseSensitive: true });
  router.route('/meetings.ics').get(showMeetings(deps)).all(onlyMethods('GET', 'HEAD'));
  return router;
}
