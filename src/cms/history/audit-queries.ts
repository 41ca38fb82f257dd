import type { Db } from '../../platform/db/connect';

export interface AuditEntry {
  readonly id: number;
  readonly at: Date;
  readonly action: string;
  readonly objectType: string;
  readonly objectId: string;
  readonly result: 'done' | 'denied' | 'failed';
  readonly detail: Readonly<Record<string, unknown>>;
  readonly revisionBefore: number | null;
  readonly revisionAfter: number | null;
  readonly remoteAddress: string | null;
  readonly actorId: number | null;
  readonly actor: string | null;
  /** What the object is called today; null when it is gone, or has no name. */
  readonly name: string | null;
}

export interface AuditFilter {
  readonly siteId: number;
  /** Pages as `pagesFor` says it. */
  readonly visible: 'all' | readonly number[];
  /** Kinds of object besides pages that somebody may read about; 'all' for everything that there is. */
  readonly types: 'all' | readonly string[];
  /** Null: everybody. */
  readonly actors: readonly number[] | 'system' | null;
  readonly action: string | null;
  readonly object: { readonly type: string; readonly id: string } | null;
  readonly result: string | null;
  readonly from: Date | null;
  readonly until: Date | null;
}

const ENTRIES = `
  select h.id, h.at, h.action, h.object_type, h.object_id, h.result, h.detail, h.revision_before, h.revision_after, h.remote_address, h.actor_id,
    u.name as actor, coalesce(p.title, o.name, g.name) as name
  from history h
  left join users u on u.id = h.actor_id
  left join pages p on p.id = case when h.object_type = 'page' then h.object_id::int end
  left join users o on o.id = case when h.object_type = 'user' and h.object_id ~ '^\\d{1,9}$' then h.object_id::int end
  left join user_groups g on g.id = case when h.object_type = 'group' and h.object_id ~ '^\\d{1,9}$' then h.object_id::int end
  where h.id < :before and (h.site_id is null or h.site_id = :siteId)`;

/** The newest first. Every condition is left out where nothing is asked, so that PostgreSQL plans for what is. */
export async function listAuditEntries(db: Db, filter: AuditFilter, { before, limit }: { before: number; limit: number }): Promise<AuditEntry[]> {
  const { siteId, visible, types, actors, action, object, result, from, until } = filter;
  const conditions = [
    visible === 'all' && types === 'all' ? null : `(case when h.object_type = 'page' then ${visible === 'all' ? 'true' : '(p.id = any(:roots::int[]) or p.ancestor_ids && :roots::int[])'}
      else ${types === 'all' ? 'true' : 'h.object_type = any(:types::text[])'} end)`,
    actors === null ? null : actors === 'system' ? 'h.actor_id is null' : 'h.actor_id = any(:actors::int[])',
    action === null ? null : action.includes('.') ? 'h.action = :action' : `h.action like :action || '.%'`,
    object === null ? null : 'h.object_type = :objectType and h.object_id = :objectId',
    result === null ? null : 'h.result = :result', from === null ? null : 'h.at >= :from', until === null ? null : 'h.at < :until',
  ].filter((condition) => condition !== null);
  const bindings = {
    siteId, before, limit, roots: visible === 'all' ? [] : [...visible], types: types === 'all' ? [] : [...types], actors: actors === null || actors === 'system' ? [] : [...actors],
    action, objectType: object?.type ?? null, objectId: object?.id ?? null, result, from, until,
  };
  const sql = [[ENTRIES, ...conditions].join('\n  and '), 'order by h.id desc limit :limit'].join('\n  ');
  const found = await db.raw<{ rows: AuditEntry[] }>(sql, bindings as never);
  return found.rows;
}

/** Everybody whose name or address has this in it. */
export async function listUserIds(db: Db, words: string): Promise<number[]> {
  const pattern = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
  return db('users').where('name', 'ilike', pattern).orWhere('email', 'ilike', pattern).limit(500).pluck<number[]>('id');
}

/** By name today: of a filter for one object. */
export async function findObjectName(db: Db, { type, id }: { type: string; id: string }): Promise<string | null> {
  if (!/^\d{1,9}$/.test(id)) return null;
  const table = { page: 'pages', user: 'users', group: 'userGroups' }[type];
  if (table === undefined) return null;
  const row = await db(table).where('id', Number(id)).first<{ name: string } | undefined>(type === 'page' ? 'title as name' : 'name');
  return row?.name ?? null;
}
