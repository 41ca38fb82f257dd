import type { Db } from '../../platform/db/connect';
import type { Group } from './group';
import type { Rfc } from './rfc';
import { rfcRecord, type RfcRecord } from './rfc-record';
import { upsertRfcs } from './rfc-store-queries';

/** By acronym: what is there already is overwritten, so that a seed or an import may run again. */
export async function upsertGroup(db: Db, { list, ...group }: Group): Promise<void> {
  await db('groups').insert({ ...group, listEmail: list }).onConflict('acronym').merge();
}

/** One, by its number; the whole of it is written anew. */
export async function upsertRfc(db: Db, rfc: Rfc & Partial<RfcRecord>): Promise<void> {
  await upsertRfcs(db, [rfcRecord(rfc)]);
}
