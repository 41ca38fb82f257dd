import type { Db } from '../../platform/db/connect';
import type { Person } from './person';

/** By slug: what is there already is overwritten, so that a seed may run again. */
export async function upsertPerson(db: Db, person: Person): Promise<void> {
  await db('people').insert(person).onConflict('slug').merge();
}
