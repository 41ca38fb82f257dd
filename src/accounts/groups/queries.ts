import type { Db } from '../../platform/db/connect';
import type { Grant } from '../permissions';

export interface Group {
  readonly id: number;
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly grants: readonly Grant[];
  readonly members: number;
}

const GROUPS = `
  select g.id, g.key, g.name, g.description,
    (select count(*)::int from user_group_members m where m.group_id = g.id) as members,
    coalesce((select json_agg(json_build_object('verb', r.verb, 'scope', r.scope) order by r.scope, r.verb) from grants r where r.group_id = g.id), '[]') as grants
  from user_groups g`;

const BY_ID = `${GROUPS} order by g.id`;
const ONE_GROUP = `${GROUPS} where g.id = :id`;

/** Those that the site began with first, then as they were made. */
export async function listGroups(db: Db): Promise<Group[]> {
  const result = await db.raw<{ rows: Group[] }>(BY_ID);
  return result.rows;
}

export async function findGroup(db: Db, id: number): Promise<Group | undefined> {
  const result = await db.raw<{ rows: Group[] }>(ONE_GROUP, { id });
  return result.rows[0];
}

/** For the length of the transaction nobody else changes the group or its grants. False when it is gone. */
export async function lockGroup(trx: Db, id: number): Promise<boolean> {
  return (await trx('userGroups').where('id', id).forUpdate().first('id')) !== undefined;
}

export interface GroupMember {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly active: boolean;
}

export async function listMembers(db: Db, groupId: number): Promise<GroupMember[]> {
  return db('userGroupMembers as m').join('users as u', 'u.id', 'm.userId').where('m.groupId', groupId).orderBy(['u.name', 'u.id'])
    .select<GroupMember[]>('u.id', 'u.name', 'u.email', 'u.active');
}

export async function insertGroup(trx: Db, group: { key: string; name: string; description: string }): Promise<number> {
  const rows = await trx('userGroups').insert(group).returning<{ id: number }[]>('id');
  return rows[0]!.id;
}

export async function updateGroup(trx: Db, id: number, change: { name: string; description: string }): Promise<void> {
  await trx('userGroups').where('id', id).update(change);
}

export async function deleteGroup(trx: Db, id: number): Promise<void> {
  await trx('userGroups').where('id', id).del();
}

export async function insertGrants(trx: Db, groupId: number, grants: readonly Grant[]): Promise<void> {
  if (grants.length > 0) await trx('grants').insert(grants.map(({ verb, scope }) => ({ groupId, verb, scope })));
}

export async function deleteGrants(trx: Db, groupId: number, grants: readonly Grant[]): Promise<void> {
  for (const { verb, scope } of grants) await trx('grants').where({ groupId, verb, scope }).del();
}
