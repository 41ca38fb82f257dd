import { createHash } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { Unavailable } from '../../platform/http/errors';
import type { Limiter } from '../../platform/http/rate-limit';
import { parseBody, parseParams, parseQuery } from '../../platform/http/strict-input';
import { formatWait, instantIn } from '../../platform/instants';
import { actorOf } from '../actor';
import { problemsIn, typedIn } from '../mailed-link';
import { ABSOLUTE_LIFETIME } from '../passport';
import { weakness } from '../password-rules';
import { hashPassword, verifyPassword } from '../passwords';
import { findCurrentUser } from '../queries';
import { IDLE_SECONDS } from '../sessions';
import { startSession } from '../sign-in/passport-steps';
import { sendStaffPage, type StaffPageDeps } from '../staff-page';
import { sessionToken } from '../../platform/http/csrf';
import type { Db } from '../../platform/db/connect';
import { changePassword } from './change-password';
import { changeProfile } from './change-profile';
import { endAllSessions, endOneSession } from './end-sessions';
import { nothing, passwordForm, profileForm, profileQuery, sessionParams } from './forms';
import { findPasswordHash, listOwnSessions } from './queries';
import { TIME_ZONES } from './time-zones';
import type { ProfileView } from './views';

export interface ProfileDeps extends StaffPageDeps {
  db: Db;
  now: () => Date;
}

const NOTES = {
  saved: 'Your profile is saved.',
  password: 'Your password is changed, and all your other sessions are ended.',
  session: 'The session is ended.',
  sessions: 'All your other sessions are ended.',
} as const;

/** GET /admin/profile */
export function editProfile(deps: ProfileDeps): RequestHandler {
  return async (req, res) => {
    const { done } = parseQuery(req, profileQuery);
    await show(deps, req, res, { note: done ? NOTES[done] : null });
  };
}

/** PATCH /admin/profile */
export function updateProfile(deps: ProfileDeps): RequestHandler {
  return async (req, res) => {
    const form = parsed(() => parseBody(req, profileForm));
    if ('problems' in form) return show(deps, req, res.status(422), { ...form, name: typedIn(req, 'name'), timeZone: typedIn(req, 'timeZone') });
    await changeProfile(deps.db, deps.now(), actorOf(req, res), req.user!, { ...form.value });
    res.redirect(303, '/admin/profile?done=saved');
  };
}

/** PUT /admin/profile/password */
export function updatePasswordOfMine(deps: ProfileDeps, limiter: Limiter): RequestHandler {
  return async (req, res) => {
    const user = req.user!;
    const form = parsed(() => parseBody(req, passwordForm));
    if ('problems' in form) return show(deps, req, res.status(422), form);
    const refuse = (field: string, message: string) => show(deps, req, res.status(422), { problems: new Map([[field, message]]) });

    const wait = await limiter.take(String(user.id));
    if (wait !== null) return show(deps, req, res.status(429).set('Retry-After', String(wait)), { problems: new Map([['current', `Too many attempts. You can try again ${formatWait(wait)}.`]]) });
    if (!(await verifyPassword(await findPasswordHash(deps.db, user.id), form.value.current))) return refuse('current', 'This is not your current password.');
    await limiter.forget(String(user.id));
    const weak = weakness(form.value.password, user);
    if (weak !== null) return refuse('password', weak);

    await changePassword(deps.db, deps.now(), actorOf(req, res), { userId: user.id, passwordHash: await hashPassword(form.value.password) });
    await goOn(deps, req);
    res.redirect(303, '/admin/profile?done=password#password');
  };
}

/** DELETE /admin/profile/sessions/:key */
export function destroySession(deps: ProfileDeps): RequestHandler {
  return async (req, res) => {
    parseBody(req, nothing);
    const { key } = parseParams(req, sessionParams);
    await endOneSession(deps.db, deps.now(), actorOf(req, res), req.user!, key);
    res.redirect(303, '/admin/profile?done=session#sessions');
  };
}

/** DELETE /admin/profile/sessions: all others. */
export function destroySessions(deps: ProfileDeps): RequestHandler {
  return async (req, res) => {
    parseBody(req, nothing);
    await endAllSessions(deps.db, deps.now(), actorOf(req, res), req.user!);
    await goOn(deps, req);
    res.redirect(303, '/admin/profile?done=sessions#sessions');
  };
}

/** Who has just ended all sessions goes on in a new one, with a new id (security rule 30). */
async function goOn({ db }: ProfileDeps, req: Request): Promise<void> {
  const user = await findCurrentUser(db, req.user!.id);
  if (!user) throw new Unavailable();
  await startSession(req, user);
}

function parsed<T>(parse: () => T): { value: T } | { problems: ReadonlyMap<string, string> } {
  try {
    return { value: parse() };
  } catch (error) {
    return { problems: problemsIn(error) };
  }
}

async function show(deps: ProfileDeps, req: Request, res: Response, view: Partial<ProfileView>): Promise<void> {
  const user = req.user!;
  const body = deps.templates.render('admin/profile/edit', {
    csrfToken: sessionToken(req), note: null, email: user.email, name: user.name, timeZone: user.timeZone, timeZones: TIME_ZONES,
    groups: user.groups.map(({ name }) => name), problems: new Map(), sessions: await sessionsView(deps, req), ...view,
  });
  sendStaffPage(deps, req, res, { title: 'Profile', current: 'profile', body });
}

async function sessionsView({ db, now }: ProfileDeps, req: Request): Promise<ProfileView['sessions']> {
  const user = req.user!;
  const at = now();
  const here = createHash('sha256').update(req.sessionID).digest('hex');
  const sessions = await listOwnSessions(db, user, { now: at, oldest: new Date(at.getTime() - ABSOLUTE_LIFETIME), idleSeconds: IDLE_SECONDS });
  return sessions.map(({ key, browser, since, lastSeen }) => ({
    key, browser: browser ?? 'A browser', since: instantIn(user.timeZone, since), lastSeen: instantIn(user.timeZone, lastSeen), here: key === here,
  }));
}
