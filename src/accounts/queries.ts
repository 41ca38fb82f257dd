import type { Db } from '../platform/db/connect';
import type { PresetGroup } from './preset-groups';
import type { CurrentUser } from './user';

const CURRENT_USER = `
  select u.id, u.email, u.name, u.active, u.session_epoch, u.created_at, u.last_sign_in_at, u.time_zone,
    coalesce((
      select json_agg(json_build_object('key', g.key, 'name', g.name) order by g.name)
      from user_group_members m join user_groups g on g.id = m.group_id where m.user_id = u.id), '[]') as groups,
    coalesce((
      select json_agg(distinct jsonb_build_object('verb', r.verb, 'scope', r.scope))
      from user_group_members m join grants r on r.group_id = m.group_id where m.user_id = u.id), '[]') as grants
  from users u where u.id = :id`;

/** One query, since it is asked with every request of somebody signed in. */
export async function findCurrentUser(db: Db, id: number): Promise<CurrentUser | undefined> {
  const result = await db.raw<{ rows: CurrentUser[] }>(CURRENT_USER, { id });
  return result.rows[0];
}

export interface Credentials {
  readonly id: number;
  readonly passwordHash: string | null;
  readonly active: boolean;
}

/** `email` in the form that `normalEmail` gives. */
export async function findCredentials(db: Db, email: string): Promise<Credentials | undefined> {
  return db('users').select('id', 'passwordHash', 'active').where('email', email).first<Credentials | undefined>();
}

export async function updateLastSignIn(trx: Db, userId: number, at: Date): Promise<void> {
  await trx('users').where('id', userId).update({ lastSignInAt: at });
}

export interface SignIn {
  readonly at: Date;
  readonly remoteAddress: string | null;
}

/** The newest first. */
export async function listSignIns(db: Db, userId: number, limit: number): Promise<SignIn[]> {
  return db('history').select('at', 'remoteAddress')
    .where({ actorId: userId, action: 'user.signed-in' }).orderBy('id', 'desc').limit(limit);
}

/** Wrong passwords for this account since then. */
export async function countFailedSignIns(db: Db, userId: number, since: Date): Promise<number> {
  const row = await db('history').where({ objectType: 'user', objectId: String(userId), action: 'user.sign-in-failed' })
    .where('at', '>', since).count<{ count: string }[]>('* as count').first();
  return Number(row?.count ?? 0);
}

const COUNT_SESSIONS = `
  select count(*)::int as count from sessions
  where sess #>> '{passport,user,id}' = :id and sess #>> '{passport,user,epoch}' = :epoch
    and (sess #>> '{passport,user,since}')::bigint > :oldest and expire > :now::timestamptz`;

/** Sessions of somebody that would still be let in. `oldest`: how long ago the oldest may have begun. */
export async function countSessions(db: Db, user: CurrentUser, now: Date, oldest: Date): Promise<number> {
  const bindings = { id: String(user.id), epoch: String(user.sessionEpoch), oldest: oldest.getTime(), now };
  const result = await db.raw<{ rows: { count: number }[] }>(COUNT_SESSIONS, bindings);
  return result.rows[0]?.count ?? 0;
}

/** For the length of the transaction, so that two processes that start at once do not both make one. */
export async function lockFirstAdministrator(trx: Db): Promise<void> {
  await trx.raw(`select pg_advisory_xact_lock(hashtext('accounts: first administrator'))`);
}

/** A group that is there already keeps its name and grants: somebody may have changed them. */
export async function insertGroupUnlessThere(trx: Db, { key, name, description, grants }: PresetGroup): Promise<void> {
  const rows = await trx('userGroups').insert({ key, name, description }).onConflict('key').ignore().returning<{ id: number }[]>('id');
  const group = rows[0];
  if (group) await trx('grants').insert(grants.map(({ verb, scope }) => ({ groupId: group.id, verb, scope })));
}

export async function hasMembers(db: Db, groupKey: string): Promise<boolean> {
  const row = await db('userGroupMembers as m').join('userGroups as g', 'g.id', 'm.groupId').where('g.key', groupKey).first<{ userId: number } | undefined>('m.userId');
  return row !== undefined;
}

export async function insertUser(trx: Db, user: { email: string; name: string; passwordHash: string | null; createdAt: Date }): Promise<number> {
  const rows = await trx('users').insert(user).returning<{ id: number }[]>('id');
  return rows[0]!.id;
}

export async function insertMembership(trx: Db, userId: number, groupKey: string): Promise<void> {
  await trx('userGroupMembers').insert({ userId, groupId: trx('userGroups').select('id').where('key', groupKey) }).onConflict().ignore();
}

/** Members of a group who can sign in. */
export async function countAdministrators(db: Db, groupKey: string): Promise<number> {
  const row = await db('userGroupMembers as m').join('userGroups as g', 'g.id', 'm.groupId').join('users as u', 'u.id', 'm.userId')
    .where({ 'g.key': groupKey, 'u.active': true }).whereNotNull('u.passwordHash').count<{ count: string }[]>('* as count').first();
  return Number(row?.count ?? 0);
}
