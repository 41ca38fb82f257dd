import type { Request } from 'express';
import type { Db } from '../../platform/db/connect';
import { Forbidden, NotFound } from '../../platform/http/errors';
import { parseParams } from '../../platform/http/strict-input';
import { holdsAll, placesOf, refuseUnlessHeld, type Places } from '../granting';
import { idParams } from '../groups/forms';
import type { SnippetTypeName } from '../groups/grant-table';
import { listGroups, type Group } from '../groups/queries';
import type { PageDirectory } from '../page-directory';
import type { StaffPageDeps } from '../staff-page';
import { findUser, listHeldGrants, type ListedUser } from './queries';
import type { GroupChoice } from './views';

export interface UsersDeps extends StaffPageDeps {
  db: Db;
  now: () => Date;
  pages: PageDirectory;
  snippetTypes: readonly SnippetTypeName[];
}

/** Whose page is asked for. @throws NotFound */
export async function getUser({ db }: UsersDeps, req: Request): Promise<ListedUser> {
  const user = await findUser(db, parseParams(req, idParams).id);
  if (!user) throw new NotFound('There is nobody with this number.');
  return user;
}

/** Whether the one who asks may look after them: they hold nothing that the asker lacks. */
export async function mayLookAfter({ db, pages }: UsersDeps, req: Request, user: ListedUser): Promise<boolean> {
  const grants = await listHeldGrants(db, user.id);
  return holdsAll(req.user!, grants, await placesOf(pages, grants));
}

/** @throws Forbidden */
export async function refuseUnlessLookingAfter(deps: UsersDeps, req: Request, user: ListedUser): Promise<void> {
  if (!(await mayLookAfter(deps, req, user))) throw new Forbidden('This person may do more than you.');
}

/** All groups as ticks. */
export async function groupChoices({ db, pages }: UsersDeps, req: Request, chosen: readonly number[]): Promise<GroupChoice[]> {
  const groups = await listGroups(db);
  const places = await allPlaces(pages, groups);
  return groups.map(({ id, name, description, grants }) => ({ id, name, description, on: chosen.includes(id), fixed: !holdsAll(req.user!, grants, places) }));
}

/** @throws NotFound for a group that is gone; Forbidden for one that may do more than the asker */
export async function refuseUnlessAllHeld({ db, pages }: UsersDeps, req: Request, groupIds: readonly number[]): Promise<void> {
  const groups = (await listGroups(db)).filter(({ id }) => groupIds.includes(id));
  if (groups.length < new Set(groupIds).size) throw new NotFound('One of these groups is gone.');
  refuseUnlessHeld(req.user!, groups.flatMap(({ grants }) => grants), await allPlaces(pages, groups));
}

function allPlaces(pages: PageDirectory, groups: readonly Group[]): Promise<Places> {
  return placesOf(pages, groups.flatMap(({ grants }) => grants));
}
