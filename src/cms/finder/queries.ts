import type { Db } from '../../platform/db/connect';

export interface CompletionRow {
  readonly kind: string;
  readonly key: string;
  readonly data: unknown;
  readonly rank: number;
}

/** What kinds of reference ask for (`ReferenceCompletion.select`), in one query; each kind's rows in its own order. */
export async function listCompletions(db: Db, parts: readonly { readonly sql: string; readonly bindings: readonly unknown[] }[]): Promise<CompletionRow[]> {
  const sql = parts.map((part) => `(${part.sql})`).join(' union all ');
  const result = await db.raw<{ rows: CompletionRow[] }>(sql, parts.flatMap((part) => [...part.bindings]) as string[]);
  return result.rows;
}

/** People with an account, by name or address. */
export async function listStaff(db: Db, text: string, limit: number): Promise<{ id: number; name: string; email: string }[]> {
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  return db('users').where('name', 'ilike', pattern).orWhere('email', 'ilike', pattern).orderByRaw('lower(name), id').limit(limit)
    .select<{ id: number; name: string; email: string }[]>('id', 'name', 'email');
}
