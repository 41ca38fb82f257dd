import type { Request, Response } from 'express';
import { NotFound } from '../../platform/http/errors';
import { encodePath } from '../../cms/addresses/path';
import type { PageDeps } from '../../cms/deps';
import { upgraded } from '../../cms/page-type';
import { sendRaw } from '../../cms/pages/answer';
import { urlOf } from '../../cms/pages/page';
import type { Site } from '../../cms/sites/site';
import { feedTitle } from '../listings/feed';
import { calendarAnswer } from './calendar';
import { calendarUrlOf } from './event-listing';
import { scopeOf, type EventListingContent } from './event-listing-fields';
import { eventListingPage } from './event-listing.page';
import { findFirstListing, listForCalendar } from './queries';

/** EV-05: the calendar of the site's first list of events. */
export function showMeetings({ db, now }: Pick<PageDeps, 'db' | 'now'>) {
  return async (req: Request, res: Response): Promise<void> => {
    const site: Site = res.locals.site;
    const at = now();
    const listing = await findFirstListing(db, site.id, at);
    if (!listing) throw new NotFound();
    const content = upgraded(eventListingPage, listing.content, listing.contentVersion) as EventListingContent;
    const rows = await listForCalendar(db, { ...scopeOf(content, listing.id), siteId: site.id, now: at, gateId: null });
    const url = urlOf(encodePath(listing.path));
    sendRaw(req, res, calendarAnswer(site, { name: feedTitle(site, listing), url, calendarUrl: calendarUrlOf({ url }) }, rows));
  };
}
