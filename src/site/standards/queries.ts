import type { Db } from '../../platform/db/connect';
import type { Group } from './group';
import type { Rfc } from './rfc';

/** By acronym: what is there already is overwritten, so that a seed or an import may run again. */
export async function upsertGroup(db: Db, { list, ...group }: Group): Promise<void> {
  await db('groups').insert({ ...group, listEmail: list }).onConflict('acronym').merge();
}

/** `2022-06`: seeds and the RFC index name no day. */
const MONTH_ONLY = 7;

/** By number, with its relations, which are written anew. Its group has to exist already. */
export async function upsertRfc(db: Db, rfc: Rfc): Promise<void> {
  const { number, title, status, stream, authors, group, draft, series, abstract } = rfc;
  const publishedOn = rfc.date.length === MONTH_ONLY ? `${rfc.date}-01` : rfc.date;
  await db.transaction(async (trx) => {
    await trx('rfcs').insert({
      number, title, status, stream, publishedOn, authors: [...authors], groupAcronym: group, draftName: draft, series: [...series], abstract,
    }).onConflict('number').merge();
    await replaceRelations(trx, rfc);
  });
}

async function replaceRelations(trx: Db, { number, obsoletes, obsoletedBy, updates, updatedBy }: Rfc): Promise<void> {
  const rows = [
    ...obsoletes.map((other) => ({ number, relation: 'obsoletes', other })),
    ...obsoletedBy.map((other) => ({ number, relation: 'obsoleted-by', other })),
    ...updates.map((other) => ({ number, relation: 'updates', other })),
    ...updatedBy.map((other) => ({ number, relation: 'updated-by', other })),
  ];
  await trx('rfcRelations').where('number', number).del();
  if (rows.length > 0) await trx('rfcRelations').insert(rows);
}
