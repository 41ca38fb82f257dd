import type { Request, RequestHandler, Response } from 'express';
import { sessionToken } from '../../platform/http/csrf';
import { parseBody, parseQuery } from '../../platform/http/strict-input';
import { actorOf } from '../actor';
import { listGroups } from '../groups/queries';
import { invite } from '../invitations/invite';
import { problemsIn, typedIn } from '../mailed-link';
import { findCredentials } from '../queries';
import { initialsOf, sendStaffPage } from '../staff-page';
import { normalEmail } from '../user';
import { inviteForm, usersQuery } from './forms';
import { groupChoices, refuseUnlessAllHeld, type UsersDeps } from './people-deps';
import { listUsers, type ListedUser, type UserFilter } from './queries';
import type { UsersView } from './views';
import { seenWords, STATES, stateWords } from './words';

const PER_PAGE = 50;

/** GET /admin/users */
export function indexUsers(deps: UsersDeps): RequestHandler {
  return async (req, res) => {
    const { q, group, state, page, done } = parseQuery(req, usersQuery);
    const filter = { q, state, groupId: group };
    const { users, total } = await listUsers(deps.db, filter, { limit: PER_PAGE, offset: (page - 1) * PER_PAGE });
    const filtered = q !== '' || state !== null || group !== null;
    const body = deps.templates.render('admin/users/index', {
      note: done ? 'The invitation is withdrawn, and the account is gone.' : null, q, group, state, filtered,
      count: countWords(total, filtered), groups: (await listGroups(deps.db)).map(({ id, name }) => ({ id, name })), states: STATES,
      users: users.map((user) => rowView(user, req, deps.now())),
      previous: page > 1 ? addressOf(filter, page - 1) : null, next: page * PER_PAGE < total ? addressOf(filter, page + 1) : null,
    });
    sendStaffPage(deps, req, res, { title: 'People', current: 'users', body });
  };
}

/** GET /admin/users/new */
export function newUser(deps: UsersDeps): RequestHandler {
  return (req, res) => showInvite(deps, req, res, new Map());
}

/** POST /admin/users: an invitation. */
export function createUser(deps: UsersDeps): RequestHandler {
  return async (req, res) => {
    const form = formOrProblems(req);
    if (form instanceof Map) return showInvite(deps, req, res.status(422), form);
    await refuseUnlessAllHeld(deps, req, form.groups);
    const email = normalEmail(form.email);
    if (await findCredentials(deps.db, email)) return showInvite(deps, req, res.status(422), new Map([['email', 'Somebody has an account with this address already.']]));
    const id = await invite(deps.db, deps.now(), actorOf(req, res), { email, name: form.name, groupIds: form.groups });
    res.redirect(303, `/admin/users/${id}?done=invited`);
  };
}

function rowView(user: ListedUser, req: Request, now: Date): UsersView['users'][number] {
  const { id, name, email, groups, state } = user;
  const zone = req.user!.timeZone;
  return { id, name, email, state, initials: initialsOf(name), groups: groups.join(', ') || 'In no group', stateWords: stateWords(user, zone, now), seen: seenWords(user, zone) };
}

function countWords(total: number, filtered: boolean): string {
  const people = total === 1 ? '1 person' : `${total} people`;
  if (!filtered) return people;
  return total === 1 ? '1 person matches' : `${people} match`;
}

function addressOf({ q, state, groupId }: UserFilter, page: number): string {
  const query = new URLSearchParams({ ...(q === '' ? {} : { q }), ...(groupId === null ? {} : { group: String(groupId) }), ...(state === null ? {} : { state }), page: String(page) });
  return `/admin/users?${query.toString()}`;
}

function formOrProblems(req: Request): { email: string; name: string; groups: number[] } | Map<string, string> {
  try {
    return parseBody(req, inviteForm);
  } catch (error) {
    return new Map(problemsIn(error));
  }
}

async function showInvite(deps: UsersDeps, req: Request, res: Response, problems: ReadonlyMap<string, string>): Promise<void> {
  const groups = await groupChoices(deps, req, chosenIn(req));
  const body = deps.templates.render('admin/users/new', { csrfToken: sessionToken(req), email: typedIn(req, 'email'), name: typedIn(req, 'name'), groups, problems });
  sendStaffPage(deps, req, res, { title: 'Invite somebody', current: 'users', body });
}

function chosenIn(req: Request): number[] {
  const value = (req.body as Record<string, unknown> | undefined)?.groups;
  return (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string').map(Number).filter(Number.isInteger);
}
