import type { Request, RequestHandler, Response } from 'express';
import { actorOf } from '../../accounts/actor';
import { may } from '../../accounts/permissions';
import { Forbidden } from '../../platform/http/errors';
import { parseBody } from '../../platform/http/strict-input';
import { instantIn } from '../../platform/instants';
import { pageOf, pageTarget } from '../pages/on-page';
import type { PageRow } from '../pages/queries';
import { accessWords } from './access-words';
import { changeSettings, type PageSettings } from './change-settings';
import { dialogOf, NO_REFUSAL, refusalOf, sendDialog, typed, type Refusal } from './dialog';
import { findPersonName, listPeople } from './fact-queries';
import { nothing, settingsForm } from './forms';
import { lock, unlock } from './lock';
import { fieldsOf } from './moment';
import { momentFields, typedMoment, type TypedMoment } from './moment-fields';
import type { SettingsView } from './views';
import type { WorkflowDeps } from './workflow-deps';

/** GET /admin/pages/:id/settings */
export function showSettings(deps: WorkflowDeps): RequestHandler {
  return (req, res) => show(deps, req, res, NO_REFUSAL);
}

/** PATCH /admin/pages/:id/settings. When a page goes offline is decided by those who may publish it; for others the field is not there. */
export function updateSettings(deps: WorkflowDeps): RequestHandler {
  return async (req, res) => {
    const page = pageOf(res);
    try {
      const { owner, reviewOn, ...moment } = parseBody(req, settingsForm);
      const zone = moment.zone ?? req.user!.timeZone;
      const expiresAt = mayPublish(req, page) ? expiryIn({ ...moment, zone }) : page.expiresAt;
      await changeSettings(deps, actorOf(req, res), page.id, { ownerId: owner, reviewOn, expiresAt });
    } catch (error) {
      return show(deps, req, res, refusalOf(error, ['owner', 'reviewOn', 'date', 'time', 'zone']));
    }
    res.redirect(303, `/admin/pages/${page.id}/edit?done=settings`);
  };
}

/** POST /admin/pages/:id/lock */
export function createLock(deps: WorkflowDeps): RequestHandler {
  return async (req, res) => {
    parseBody(req, nothing);
    await lock(deps, actorOf(req, res), { pageId: pageOf(res).id });
    res.redirect(303, `/admin/pages/${pageOf(res).id}/edit?done=locked`);
  };
}

/** DELETE /admin/pages/:id/lock: who locked it, or who may lock it. */
export function destroyLock(deps: WorkflowDeps): RequestHandler {
  return async (req, res) => {
    const page = pageOf(res);
    parseBody(req, nothing);
    if (!mayUnlock(req, page)) throw new Forbidden('Somebody else locked this page.');
    await unlock(deps, actorOf(req, res), { pageId: page.id });
    res.redirect(303, `/admin/pages/${page.id}/edit?done=unlocked`);
  };
}

export function mayUnlock(req: Request, page: PageRow): boolean {
  return page.lockedBy === req.user!.id || may(req.user, 'lock', pageTarget(page));
}

function mayPublish(req: Request, page: PageRow): boolean {
  return may(req.user, 'publish', pageTarget(page));
}

/** Both fields empty: never. */
function expiryIn(moment: TypedMoment): PageSettings['expiresAt'] {
  return moment.date === '' && moment.time === '' ? null : typedMoment(moment);
}

async function show(deps: WorkflowDeps, req: Request, res: Response, refusal: Refusal): Promise<void> {
  const page = pageOf(res);
  const { timeZone } = req.user!;
  const again = refusal.status !== 200;
  const stored = page.expiresAt ? fieldsOf(timeZone, page.expiresAt) : { date: '', time: '' };
  const moment = again ? { date: typed(req, 'date'), time: typed(req, 'time'), zone: typed(req, 'zone') || timeZone } : { ...stored, zone: timeZone };
  const view: SettingsView = {
    ...dialogOf(req, page, refusal), moment: momentFields(moment, timeZone, res.locals.site.timeZone),
    owner: again ? typed(req, 'owner') : String(page.ownerId ?? ''), people: await listPeople(deps.db), reviewOn: again ? typed(req, 'reviewOn') : page.reviewOn ?? '',
    expiry: page.expiresAt ? instantIn(timeZone, page.expiresAt) : null, lock: await lockOf(deps, req, page),
    accessWords: await accessWords(deps.db, page), mayPublish: mayPublish(req, page),
  };
  sendDialog(deps, req, res, { title: `Settings: ${page.title}`, body: deps.templates.render('admin/workflow/settings', view), status: refusal.status });
}

async function lockOf({ db }: WorkflowDeps, req: Request, page: PageRow): Promise<SettingsView['lock']> {
  if (!page.lockedAt) return { on: false, words: 'Anybody who may change it can.', may: may(req.user, 'lock', pageTarget(page)) };
  const name = await findPersonName(db, page.lockedBy);
  const when = instantIn(req.user!.timeZone, page.lockedAt);
  return { on: true, words: `${name ?? 'Somebody'} locked it on ${when}. Nothing about it can be changed.`, may: mayUnlock(req, page) };
}
