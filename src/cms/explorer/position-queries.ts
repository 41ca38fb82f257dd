import type { Db } from '../../platform/db/connect';

export interface Sibling {
  readonly id: number;
  /** Not in the trash. */
  readonly present: boolean;
}

const SIBLINGS = `
  select id, trashed_at is null and not ancestor_trashed as present from pages where parent_id = :parentId order by position, id`;

/** All children of a page in their order. Those in the trash keep their place for when they come back. */
export async function listSiblings(db: Db, parentId: number): Promise<Sibling[]> {
  const result = await db.raw<{ rows: Sibling[] }>(SIBLINGS, { parentId });
  return result.rows;
}

const RENUMBER = `
  update pages p set position = o.place - 1
  from unnest(:ids::int[]) with ordinality as o(id, place)
  where p.id = o.id and p.position <> o.place - 1`;

/** They stand in this order from now on. Touches only those whose place is another. */
export async function updatePositions(trx: Db, ids: readonly number[]): Promise<void> {
  await trx.raw(RENUMBER, { ids: [...ids] });
}
