import type { Db } from '../../platform/db/connect';
import type { HeldGrant } from '../explain';

/** Invited: there is no password yet. */
export const USER_STATES = ['active', 'invited', 'deactivated'] as const;
export type UserState = (typeof USER_STATES)[number];

export interface ListedUser {
  readonly id: number;
  readonly email: string;
  readonly name: string;
  readonly state: UserState;
  readonly groups: readonly string[];
  readonly createdAt: Date;
  readonly lastSignInAt: Date | null;
  readonly timeZone: string;
  /** Until when the mailed link works; null: none was mailed yet, or there is nothing to take up. */
  readonly invitedUntil: Date | null;
}

const USERS = `
  select u.id, u.email, u.name, u.created_at, u.last_sign_in_at, u.time_zone, s.state,
    (select max(t.expires_at) from account_tokens t where t.user_id = u.id and t.purpose = 'invitation') as invited_until,
    coalesce((select json_agg(g.name order by g.name) from user_group_members m join user_groups g on g.id = m.group_id where m.user_id = u.id), '[]') as groups
  from users u
  cross join lateral (select case when not u.active then 'deactivated' when u.password_hash is null then 'invited' else 'active' end as state) s`;

const LISTED = `
  select *, count(*) over ()::int as total from (${USERS}
    where (:pattern::text is null or u.name ilike :pattern or u.email ilike :pattern)
      and (:state::text is null or s.state = :state)
      and (:groupId::int is null or exists (select from user_group_members m where m.user_id = u.id and m.group_id = :groupId))
  ) found order by lower(name), id limit :limit offset :offset`;

export interface UserFilter {
  /** Part of a name or an address; '' for all. */
  readonly q: string;
  readonly state: UserState | null;
  readonly groupId: number | null;
}

/** One page of them, by name, and how many there are in all. */
export async function listUsers(db: Db, filter: UserFilter, { limit, offset }: { limit: number; offset: number }): Promise<{ users: ListedUser[]; total: number }> {
  const pattern = filter.q === '' ? null : `%${filter.q.replace(/[\\%_]/g, '\\$&')}%`;
  const result = await db.raw<{ rows: (ListedUser & { total: number })[] }>(LISTED, { pattern, state: filter.state, groupId: filter.groupId, limit, offset });
  return { users: result.rows, total: result.rows[0]?.total ?? 0 };
}

const ONE_USER = `${USERS} where u.id = :id`;

export async function findUser(db: Db, id: number): Promise<ListedUser | undefined> {
  const result = await db.raw<{ rows: ListedUser[] }>(ONE_USER, { id });
  return result.rows[0];
}

/** What somebody may do, each with the group that it comes from. */
export async function listHeldGrants(db: Db, userId: number): Promise<HeldGrant[]> {
  return db('userGroupMembers as m').join('userGroups as g', 'g.id', 'm.groupId').join('grants as r', 'r.groupId', 'g.id').where('m.userId', userId)
    .orderBy(['g.name', 'r.scope', 'r.verb']).select<HeldGrant[]>('r.verb', 'r.scope', 'g.id as groupId', 'g.name as groupName');
}

export async function listGroupIds(db: Db, userId: number): Promise<number[]> {
  const rows = await db('userGroupMembers').where({ userId }).orderBy('groupId').select<{ groupId: number }[]>('groupId');
  return rows.map(({ groupId }) => groupId);
}

export async function listGroupNames(db: Db, userId: number): Promise<string[]> {
  return db('userGroupMembers as m').join('userGroups as g', 'g.id', 'm.groupId').where('m.userId', userId).orderBy('g.name').pluck<string[]>('g.name');
}

export async function insertMemberships(trx: Db, userId: number, groupIds: readonly number[]): Promise<void> {
  if (groupIds.length > 0) await trx('userGroupMembers').insert(groupIds.map((groupId) => ({ userId, groupId }))).onConflict().ignore();
}

export async function deleteMemberships(trx: Db, userId: number, groupIds: readonly number[]): Promise<void> {
  if (groupIds.length > 0) await trx('userGroupMembers').where({ userId }).whereIn('groupId', groupIds).del();
}

export async function deleteUser(trx: Db, id: number): Promise<void> {
  await trx('users').where('id', id).del();
}
