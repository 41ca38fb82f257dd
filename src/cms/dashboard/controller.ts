import type { Request, RequestHandler } from 'express';
import { ABSOLUTE_LIFETIME } from '../../accounts/passport';
import { pagesFor } from '../../accounts/permissions';
import { countFailedSignIns, countSessions, listSignIns, type SignIn } from '../../accounts/queries';
import { sendStaffPage, type StaffPageDeps } from '../../accounts/staff-page';
import type { CurrentUser } from '../../accounts/user';
import { dayIn, longDay, placeOf, timeIn } from '../../platform/dates';
import type { Db } from '../../platform/db/connect';
import { sessionToken } from '../../platform/http/csrf';
import { formatTime, instantIn } from '../../platform/instants';
import { listBusy, listMine, listNeeds, listNext, listRecentChanges, type Reader } from './queries';
import { busyView, changesView, mineView, needView, nextView } from './today-view';
import type { DashboardView } from './views';

export interface DashboardDeps extends StaffPageDeps {
  db: Db;
  now: () => Date;
}

/** Whoever writes says so every few seconds; after this they have gone. */
const GONE_AFTER = 60_000;

/** GET /admin: what waits for you, what you are writing, what happened and what will. */
export function indexDashboard(deps: DashboardDeps): RequestHandler {
  return async (req, res) => {
    const user = req.user!;
    const now = deps.now();
    const reader: Reader = { userId: user.id, siteId: res.locals.site.id, visible: pagesFor(user, 'view'), now };
    const body = deps.templates.render('admin/dashboard/index', {
      csrfToken: sessionToken(req), today: todayWords(user.timeZone, now), mayAdd: pagesFor(user, 'add').length > 0,
      ...await pagesView(deps, user, reader), signIns: await signInsView(deps, req, user),
    });
    sendStaffPage(deps, req, res, { title: 'Today', current: 'dashboard', body });
  };
}

type PagesView = Pick<DashboardView, 'needs' | 'mine' | 'changes' | 'next' | 'busy'>;

/** Five queries. */
async function pagesView({ db }: DashboardDeps, user: CurrentUser, reader: Reader): Promise<PagesView> {
  const { now } = reader;
  const shown = { user, zone: user.timeZone, now };
  const [needs, mine, changes, next, busy] = await Promise.all([
    listNeeds(db, reader, dayIn(user.timeZone, now), 20), listMine(db, reader, 8), listRecentChanges(db, reader, 60), listNext(db, reader, 6),
    listBusy(db, reader, new Date(now.getTime() - GONE_AFTER), 12),
  ]);
  return {
    needs: needs.map((need) => needView(need, shown)), mine: mine.map((page) => mineView(page, shown)), changes: changesView(changes, shown, 8),
    next: next.map((one) => nextView(one, shown)), busy: busy.map((one) => busyView(one, shown)),
  };
}

function todayWords(zone: string, now: Date): string {
  const here = timeIn(zone, now) === timeIn('utc', now) ? [] : [`${timeIn(zone, now)} in ${placeOf(zone)}`];
  return [longDay(dayIn(zone, now)), ...here, formatTime(now)].join(' · ');
}

async function signInsView({ db, now }: DashboardDeps, req: Request, user: CurrentUser): Promise<DashboardView['signIns']> {
  const [, before] = await listSignIns(db, user.id, 2);
  const began = req.session.passport?.user?.since;
  return {
    here: began === undefined ? 'Just now' : instantIn(user.timeZone, new Date(began)),
    before: before ? placed(before, user.timeZone) : 'This is your first',
    failed: await countFailedSignIns(db, user.id, before?.at ?? user.createdAt),
    sessions: await countSessions(db, user, now(), new Date(now().getTime() - ABSOLUTE_LIFETIME)),
  };
}

function placed({ at, remoteAddress }: SignIn, zone: string): string {
  return remoteAddress === null ? instantIn(zone, at) : `${instantIn(zone, at)}, from ${remoteAddress}`;
}
