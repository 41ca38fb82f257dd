import type { Db } from '../../platform/db/connect';
import type { CurrentUser } from '../user';

export interface OwnSession {
  /** Names the session without being worth anything to whoever reads it. */
  readonly key: string;
  readonly browser: string | null;
  readonly since: Date;
  readonly lastSeen: Date;
}

/** The keys of a session: its id's hash. Postgres has no `sha256(text)`. */
const KEY = `encode(sha256(convert_to(sid, 'UTF8')), 'hex')`;

const MINE = `sess #>> '{passport,user,id}' = :id and sess #>> '{passport,user,epoch}' = :epoch`;

const OWN_SESSIONS = `
  select ${KEY} as key, sess #>> '{passport,user,browser}' as browser,
    to_timestamp((sess #>> '{passport,user,since}')::bigint / 1000.0) as since,
    expire::timestamptz - make_interval(secs => :idle) as last_seen
  from sessions
  where ${MINE} and (sess #>> '{passport,user,since}')::bigint > :oldest and expire > :now::timestamptz
  order by expire desc`;

/** Those that would still be let in. `idleSeconds`: how long one lives after it was last used. */
export async function listOwnSessions(db: Db, user: CurrentUser, { now, oldest, idleSeconds }: { now: Date; oldest: Date; idleSeconds: number }): Promise<OwnSession[]> {
  const result = await db.raw<{ rows: OwnSession[] }>(OWN_SESSIONS, { ...mine(user), oldest: oldest.getTime(), now, idle: idleSeconds });
  return result.rows;
}

const DELETE_OWN_SESSION = `delete from sessions where ${MINE} and ${KEY} = :key`;

/** Whether there was one. */
export async function deleteOwnSession(trx: Db, user: CurrentUser, key: string): Promise<boolean> {
  const result = await trx.raw<{ rowCount: number }>(DELETE_OWN_SESSION, { ...mine(user), key });
  return result.rowCount > 0;
}

function mine({ id, sessionEpoch }: CurrentUser): { id: string; epoch: string } {
  return { id: String(id), epoch: String(sessionEpoch) };
}

export async function findPasswordHash(db: Db, userId: number): Promise<string | null> {
  const row = await db('users').where('id', userId).first<{ passwordHash: string | null } | undefined>('passwordHash');
  return row?.passwordHash ?? null;
}
