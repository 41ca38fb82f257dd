import type { Db } from '../../platform/db/connect';

/** Whose text the page has now. */
export interface Saver {
  /** Null: the program. */
  readonly userId: number | null;
  readonly name: string | null;
  readonly at: Date;
  /** Somebody else saved as well, between the base and that. */
  readonly others: number;
}

const SAVER = `
  select r.created_by as user_id, u.name, r.created_at as at,
    (select count(distinct s.created_by)::int from revisions s
      where s.page_id = r.page_id and s.id > coalesce(:base::int, 0) and s.id < r.id and s.created_by is distinct from r.created_by and s.created_by is distinct from :userId::int) as others
  from revisions r left join users u on u.id = r.created_by where r.id = :revisionId`;

/** Who saved a revision, and how many besides since `base`, without the person who asks. */
export async function findSaver(db: Db, { revisionId, base, userId }: { revisionId: number; base: number | null; userId: number }): Promise<Saver> {
  const result = await db.raw<{ rows: Saver[] }>(SAVER, { revisionId, base, userId });
  return result.rows[0]!;
}
