import type { Request, RequestHandler } from 'express';
import { ABSOLUTE_LIFETIME } from '../../accounts/passport';
import { pagesFor } from '../../accounts/permissions';
import { countFailedSignIns, countSessions, listSignIns, type SignIn } from '../../accounts/queries';
import { initialsOf, sendStaffPage, type StaffPageDeps } from '../../accounts/staff-page';
import type { CurrentUser } from '../../accounts/user';
import { dayIn, formatDay } from '../../platform/dates';
import type { Db } from '../../platform/db/connect';
import { formatTime, instantIn } from '../../platform/instants';
import { encodePath } from '../addresses/path';
import { urlOf } from '../pages/page';
import type { Registry } from '../registry';
import { listNewestPages, listRecentChanges, listTypeCounts, type Change, type Visible } from './queries';
import type { DashboardView } from './views';
import { actionWords } from './words';

export interface DashboardDeps extends StaffPageDeps {
  db: Db;
  now: () => Date;
  registry: Registry;
}

/** GET /admin: who you are, what changed lately, what there is. */
export function indexDashboard(deps: DashboardDeps): RequestHandler {
  return async (req, res) => {
    const user = req.user!;
    const visible = pagesFor(user, 'view');
    const siteId = res.locals.site.id;

    const body = deps.templates.render('admin/dashboard/index', {
      today: `${formatDay(dayIn('utc', deps.now()))} · ${formatTime(deps.now())}`,
      changes: await changesView(deps, siteId, visible, user.timeZone),
      types: await typesView(deps, siteId, visible),
      you: youView(user),
      signIns: await signInsView(deps, req, user),
    });
    sendStaffPage(deps, req, res, { title: 'Dashboard', current: 'dashboard', body });
  };
}

/** Saving and publishing are two entries; each page stands here once, with the last that happened to it. */
async function changesView({ db }: DashboardDeps, siteId: number, visible: Visible, zone: string): Promise<DashboardView['changes']> {
  const changes = await listRecentChanges(db, siteId, visible, 60);
  const latest = changes.filter(({ pageId }, index) => changes.findIndex((change) => change.pageId === pageId) === index);
  return latest.slice(0, 10).map((change) => changeView(change, zone));
}

function changeView({ at, action, actor, title, path, live }: Change, zone: string): DashboardView['changes'][number] {
  const who = actor ?? 'Plenary';
  return { title, url: live ? publicUrl(path) : null, initials: initialsOf(who), what: `${who} ${actionWords(action)} · ${instantIn(zone, at)}` };
}

async function typesView({ db, registry }: DashboardDeps, siteId: number, visible: Visible): Promise<DashboardView['types']> {
  const counts = await listTypeCounts(db, siteId, visible);
  const newest = await listNewestPages(db, siteId, visible, 4);
  return counts.map(({ type, live, notLive }) => ({
    label: registry.pageTypes.get(type)?.label ?? type,
    live,
    notLive,
    newest: newest.filter((page) => page.type === type).map(({ title, path }) => ({ title, url: publicUrl(path) })),
  }));
}

function publicUrl(path: string): string {
  return urlOf(encodePath(path));
}

function youView({ name, email, groups, createdAt }: CurrentUser): DashboardView['you'] {
  return { name, email, groups: groups.map((group) => group.name).join(', ') || 'None', since: formatDay(dayIn('utc', createdAt)) };
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
