import type { Request, RequestHandler, Response } from 'express';
import { sessionToken } from '../../platform/http/csrf';
import { NotFound } from '../../platform/http/errors';
import { parseBody, parseParams, parseQuery } from '../../platform/http/strict-input';
import { actorOf } from '../actor';
import { holdsAll, placesOf, refuseUnlessHeld } from '../granting';
import { problemsIn, typedIn } from '../mailed-link';
import type { PageDirectory } from '../page-directory';
import { ADMINISTRATORS } from '../preset-groups';
import { initialsOf, sendStaffPage, type StaffPageDeps } from '../staff-page';
import type { Db } from '../../platform/db/connect';
import { groupsQuery, idParams, nothing } from './forms';
import { PAGE_VERBS, parseGrant, SHORT, type SnippetTypeName } from './grant-table';
import { grantTables } from './group-view';
import { findGroup, listGroups, listMembers, type Group } from './queries';
import { readGroup } from './read-group';
import { changeGroup, createGroup, isPreset, removeGroup, type GroupChange } from './save-group';
import type { GroupView } from './views';

export interface GroupsDeps extends StaffPageDeps {
  db: Db;
  now: () => Date;
  pages: PageDirectory;
  snippetTypes: readonly SnippetTypeName[];
}

const NOTES = { created: 'The group is made. People join it on their own page.', saved: 'The group is saved.', deleted: 'The group is deleted.' } as const;

/** GET /admin/groups */
export function indexGroups(deps: GroupsDeps): RequestHandler {
  return async (req, res) => {
    const { done } = parseQuery(req, groupsQuery);
    const groups = (await listGroups(deps.db)).map((group) => ({
      id: group.id, name: group.name, description: group.description, members: group.members === 1 ? '1 person' : `${group.members} people`, own: !isPreset(group),
    }));
    const body = deps.templates.render('admin/groups/index', { note: done ? NOTES[done] : null, groups });
    sendStaffPage(deps, req, res, { title: 'Groups', current: 'groups', body });
  };
}

/** GET /admin/groups/new */
export function newGroup(deps: GroupsDeps): RequestHandler {
  return (req, res) => show(deps, req, res, null, {});
}

/** POST /admin/groups */
export function createGroupFromForm(deps: GroupsDeps): RequestHandler {
  return async (req, res) => {
    const form = await formOrProblems(deps, req, res);
    if ('problems' in form) return show(deps, req, res.status(422), null, form);
    const id = await createGroup(deps.db, deps.now(), actorOf(req, res), form);
    res.redirect(303, `/admin/groups/${id}?done=created`);
  };
}

/** GET /admin/groups/:id */
export function editGroup(deps: GroupsDeps): RequestHandler {
  return async (req, res) => {
    const { done } = parseQuery(req, groupsQuery);
    await show(deps, req, res, await getGroup(deps, req), { note: done ? NOTES[done] : null });
  };
}

/** PATCH /admin/groups/:id */
export function updateGroupFromForm(deps: GroupsDeps): RequestHandler {
  return async (req, res) => {
    const group = await getGroup(deps, req);
    await refuseUnlessMine(deps, req, group);
    const form = await formOrProblems(deps, req, res);
    if ('problems' in form) return show(deps, req, res.status(422), group, form);
    await changeGroup(deps.db, deps.now(), actorOf(req, res), group.id, form);
    res.redirect(303, `/admin/groups/${group.id}?done=saved`);
  };
}

/** DELETE /admin/groups/:id */
export function destroyGroup(deps: GroupsDeps): RequestHandler {
  return async (req, res) => {
    parseBody(req, nothing);
    const group = await getGroup(deps, req);
    await refuseUnlessMine(deps, req, group);
    await removeGroup(deps.db, deps.now(), actorOf(req, res), group.id);
    res.redirect(303, '/admin/groups?done=deleted');
  };
}

async function getGroup({ db }: GroupsDeps, req: Request): Promise<Group> {
  const group = await findGroup(db, parseParams(req, idParams).id);
  if (!group) throw new NotFound('There is no such group.');
  return group;
}

/** @throws Forbidden for a group that may do more than oneself */
async function refuseUnlessMine({ pages }: GroupsDeps, req: Request, { grants }: Group): Promise<void> {
  refuseUnlessHeld(req.user!, grants, await placesOf(pages, grants));
}

interface Problems {
  readonly problems: ReadonlyMap<string, string>;
}

async function formOrProblems(deps: GroupsDeps, req: Request, res: Response): Promise<GroupChange | Problems> {
  try {
    const form = await readGroup(deps, res.locals.site.id, req.user!, req);
    return 'problem' in form ? { problems: new Map([['page', form.problem]]) } : form;
  } catch (error) {
    return { problems: problemsIn(error) };
  }
}

/** With problems it shows what was typed and ticked, else what the group is. */
async function show(deps: GroupsDeps, req: Request, res: Response, group: Group | null, { note = null, problems }: { note?: string | null } & Partial<Problems>): Promise<void> {
  const grants = problems ? ticked(req, 'grants').filter((value) => value.includes(' ')).map(parseGrant) : group?.grants ?? [];
  const places = await placesOf(deps.pages, grants);
  const readOnly = group === null ? null : whyReadOnly(group, holdsAll(req.user!, group.grants, places));
  const members = group === null ? [] : await listMembers(deps.db, group.id);
  const view: GroupView = {
    csrfToken: sessionToken(req), note, id: group?.id ?? null, readOnly, problems: problems ?? new Map(),
    name: problems ? typedIn(req, 'name') : group?.name ?? '', description: problems ? typedIn(req, 'description') : group?.description ?? '',
    tables: grantTables({ actor: req.user!, grants, places, snippetTypes: deps.snippetTypes }),
    page: problems ? typedIn(req, 'page') : '',
    pageVerbs: PAGE_VERBS.map((verb) => ({ verb, label: SHORT[verb], on: problems !== undefined && ticked(req, 'pageVerbs').includes(verb) })),
    members: members.map((member) => ({ ...member, initials: initialsOf(member.name) })),
    deletable: group !== null && readOnly === null && !isPreset(group),
  };
  sendStaffPage(deps, req, res, { title: group?.name ?? 'New group', current: 'groups', body: deps.templates.render('admin/groups/edit', view) });
}

function whyReadOnly({ key }: Group, held: boolean): string | null {
  if (key === ADMINISTRATORS) return 'Administrators may always do everything, so there is nothing to change here.';
  return held ? null : 'This group may do more than you, so you cannot change it.';
}

function ticked(req: Request, name: string): string[] {
  const value = (req.body as Record<string, unknown> | undefined)?.[name];
  return (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string').slice(0, 500);
}
