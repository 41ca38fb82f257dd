import type { Request, RequestHandler, Response } from 'express';
import { dayIn, formatDay } from '../../platform/dates';
import { sessionToken } from '../../platform/http/csrf';
import { Conflict } from '../../platform/http/errors';
import { parseBody, parseQuery } from '../../platform/http/strict-input';
import { actorOf } from '../actor';
import { nothing } from '../groups/forms';
import { resend } from '../invitations/resend';
import { withdraw } from '../invitations/withdraw';
import { sendStaffPage } from '../staff-page';
import { deactivate, reactivate } from './activation';
import { changeGroups } from './change-groups';
import { groupsForm, userQuery } from './forms';
import { getUser, groupChoices, mayLookAfter, refuseUnlessAllHeld, refuseUnlessLookingAfter, type UsersDeps } from './people-deps';
import { listGroupIds, type ListedUser } from './queries';
import { seenWords, stateWords } from './words';

const NOTES = {
  invited: 'The invitation is on its way.', resent: 'Another invitation is on its way. The link in the one before works no more.', groups: 'The groups are saved.',
  deactivated: 'The account is deactivated, and its sessions are ended.', reactivated: 'The account is active again.',
} as const;

/** GET /admin/users/:id */
export function showUser(deps: UsersDeps): RequestHandler {
  return async (req, res) => {
    const { done } = parseQuery(req, userQuery);
    await show(deps, req, res, await getUser(deps, req), { note: done ? NOTES[done] : null });
  };
}

/** PUT /admin/users/:id/groups */
export function updateGroups(deps: UsersDeps): RequestHandler {
  return change(deps, 'groups', async (req, res, user) => {
    const { groups } = parseBody(req, groupsForm);
    const before = await listGroupIds(deps.db, user.id);
    const changed = [...groups.filter((id) => !before.includes(id)), ...before.filter((id) => !groups.includes(id))];
    await refuseUnlessAllHeld(deps, req, changed);
    await changeGroups(deps.db, deps.now(), actorOf(req, res), { userId: user.id, groupIds: [...new Set(groups)] });
  });
}

/** DELETE /admin/users/:id/activation */
export function destroyActivation(deps: UsersDeps): RequestHandler {
  return change(deps, 'deactivated', (req, res, user) => {
    parseBody(req, nothing);
    return deactivate(deps.db, deps.now(), actorOf(req, res), user.id);
  });
}

/** POST /admin/users/:id/activation */
export function createActivation(deps: UsersDeps): RequestHandler {
  return change(deps, 'reactivated', (req, res, user) => {
    parseBody(req, nothing);
    return reactivate(deps.db, deps.now(), actorOf(req, res), user.id);
  });
}

/** POST /admin/users/:id/invitation: once more. */
export function createInvitation(deps: UsersDeps): RequestHandler {
  return change(deps, 'resent', (req, res, user) => {
    parseBody(req, nothing);
    return resend(deps.db, deps.now(), actorOf(req, res), user.id);
  });
}

/** DELETE /admin/users/:id/invitation */
export function destroyInvitation(deps: UsersDeps): RequestHandler {
  return change(deps, '/admin/users?done=withdrawn', (req, res, user) => {
    parseBody(req, nothing);
    return withdraw(deps.db, deps.now(), actorOf(req, res), user.id);
  });
}

type Change = (req: Request, res: Response, user: ListedUser) => Promise<void>;

/** Who may do it, then back to the person's page, which says what was done or why it was not. `done`: a note, or an address. */
function change(deps: UsersDeps, done: keyof typeof NOTES | `/${string}`, act: Change): RequestHandler {
  return async (req, res) => {
    const user = await getUser(deps, req);
    await refuseUnlessLookingAfter(deps, req, user);
    try {
      await act(req, res, user);
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      return show(deps, req, res.status(409), await getUser(deps, req), { problem: error.message });
    }
    res.redirect(303, done.startsWith('/') ? done : `/admin/users/${user.id}?done=${done}`);
  };
}

async function show(deps: UsersDeps, req: Request, res: Response, user: ListedUser, { note = null, problem = null }: { note?: string | null; problem?: string | null }): Promise<void> {
  const zone = req.user!.timeZone;
  const { id, name, email, state, timeZone } = user;
  const body = deps.templates.render('admin/users/show', {
    csrfToken: sessionToken(req), note, problem, id, name, email, state, timeZone, stateWords: stateWords(user, zone, deps.now()),
    since: formatDay(dayIn(zone, user.createdAt)), seen: seenWords(user, zone), groups: await groupChoices(deps, req, await listGroupIds(deps.db, id)),
    readOnly: (await mayLookAfter(deps, req, user)) ? null : 'This person may do more than you, so you cannot change their account.',
  });
  sendStaffPage(deps, req, res, { title: name, current: 'users', body });
}
