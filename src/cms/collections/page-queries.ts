import type { Db } from '../../platform/db/connect';
import type { Gate } from '../access/access';

/** The page whose readers may have the files of a collection, as far as a decision needs it. */
export interface PageOfCollection {
  id: number;
  ancestorIds: number[];
  ownerId: number | null;
  /** It is published, within its dates, and not in the trash. */
  live: boolean;
  /** All that its readers have to pass, from the top down. */
  gates: readonly Gate[];
}

const PAGE_OF_COLLECTION = `
  select p.id, p.ancestor_ids, p.owner_id, is_live(p, :now) as live, coalesce((
      select jsonb_agg(jsonb_build_object('pageId', above.id, 'access', above.access, 'passwordHash', above.access_password_hash) order by length(above.path))
      from pages above where p.gate_id is not null and above.id = any(p.ancestor_ids || p.id) and above.access <> 'public'
    ), '[]') as gates
  from collections c join pages p on p.id = c.page_id where c.id = :collectionId`;

/** Undefined: the collection is everybody's. */
export async function findPageOfCollection(db: Db, collectionId: number, now: Date): Promise<PageOfCollection | undefined> {
  const result = await db.raw<{ rows: PageOfCollection[] }>(PAGE_OF_COLLECTION, { collectionId, now });
  return result.rows[0];
}

/** Undefined: there is no such document. */
export async function findCollectionOfDocument(db: Db, documentId: number): Promise<{ collectionId: number | null } | undefined> {
  return db('documents').where('id', documentId).first<{ collectionId: number | null } | undefined>('collectionId');
}
