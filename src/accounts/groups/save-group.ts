import { randomBytes } from 'node:crypto';
import type { Db } from '../../platform/db/connect';
import { record, type Actor } from '../../platform/history/record';
import { Conflict, NotFound } from '../../platform/http/errors';
import type { Grant } from '../permissions';
import { ADMINISTRATORS, presetGroups } from '../preset-groups';
import { deleteGrants, deleteGroup, findGroup, insertGrants, insertGroup, lockGroup, updateGroup, type Group } from './queries';
import { grantValue } from './grant-table';

export interface GroupChange {
  readonly name: string;
  readonly description: string;
  readonly grants: readonly Grant[];
}

/** A group of one's own. Gives its id. */
export async function createGroup(db: Db, at: Date, actor: Actor, { name, description, grants }: GroupChange): Promise<number> {
  return db.transaction(async (trx) => {
    const id = await insertGroup(trx, { key: `own-${randomBytes(6).toString('hex')}`, name, description });
    await insertGrants(trx, id, grants);
    await recordGroup(trx, at, actor, 'group.created', id, { name, grants: grants.map(grantValue) });
    return id;
  });
}

/** What the group is called and what its members may do, from now on exactly this. @throws NotFound; Conflict for administrators */
export async function changeGroup(db: Db, at: Date, actor: Actor, id: number, { name, description, grants }: GroupChange): Promise<void> {
  await db.transaction(async (trx) => {
    const group = await getLocked(trx, id);
    if (group.key === ADMINISTRATORS) throw new Conflict('Administrators may always do everything.');
    const [before, after] = [group.grants.map(grantValue), grants.map(grantValue)];
    const added = grants.filter((grant) => !before.includes(grantValue(grant)));
    const removed = group.grants.filter((grant) => !after.includes(grantValue(grant)));
    if (added.length + removed.length === 0 && name === group.name && description === group.description) return;
    await updateGroup(trx, id, { name, description });
    await deleteGrants(trx, id, removed);
    await insertGrants(trx, id, added);
    await recordGroup(trx, at, actor, 'group.changed', id, { name, was: group.name, added: added.map(grantValue), removed: removed.map(grantValue) });
  });
}

/** Its members lose what it gave them. Those that the site began with stay. @throws NotFound, Conflict */
export async function removeGroup(db: Db, at: Date, actor: Actor, id: number): Promise<void> {
  await db.transaction(async (trx) => {
    const group = await getLocked(trx, id);
    if (isPreset(group)) throw new Conflict('This group belongs to the site and stays.');
    await deleteGroup(trx, id);
    await recordGroup(trx, at, actor, 'group.deleted', id, { name: group.name, members: group.members, grants: group.grants.map(grantValue) });
  });
}

export function isPreset({ key }: Pick<Group, 'key'>): boolean {
  return presetGroups.some((preset) => preset.key === key);
}

async function getLocked(trx: Db, id: number): Promise<Group> {
  const group = (await lockGroup(trx, id)) ? await findGroup(trx, id) : undefined;
  if (!group) throw new NotFound('There is no such group.');
  return group;
}

async function recordGroup(trx: Db, at: Date, actor: Actor, action: string, id: number, detail: Record<string, unknown>): Promise<void> {
  await record(trx, at, actor, { action, objectType: 'group', objectId: String(id), siteId: null, detail });
}
