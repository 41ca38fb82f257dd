import type { Db } from '../../platform/db/connect';
import { NotFound } from '../../platform/http/errors';
import type { Kind } from './kinds';

/** What changes of every kind of file ask of its row. */
export interface FileRow {
  id: number;
  title: string;
  filename: string;
  collectionId: number | null;
  /** Of the row, for those who change it at the same time; the file's own is a number in `file_versions`. */
  version: number;
  trashedAt: Date | null;
}

/** With the name of its file in the store. */
export interface StoredRow extends FileRow {
  storageKey: string;
}

const FILE = ['id', 'title', 'filename', 'collectionId', 'version', 'trashedAt'];

/** Until the transaction ends nobody else changes it. @throws NotFound */
export async function lockFile(trx: Db, { one, many }: Kind, id: number): Promise<FileRow> {
  const row = await trx(many).select(FILE).where('id', id).forUpdate().first<FileRow | undefined>();
  if (!row) throw new NotFound(`There is no such ${one}.`);
  return row;
}

/** `trashedAt` null: out of the trash. Its version grows. */
export async function updateTrashed(trx: Db, { many }: Kind, id: number, trashedAt: Date | null, { at, by }: { at: Date; by: number | null }): Promise<void> {
  await trx(many).where('id', id).increment('version', 1).update({ trashedAt, trashedBy: trashedAt && by, updatedAt: at, updatedBy: by });
}

export async function findPersonName(db: Db, id: number): Promise<string | undefined> {
  return (await db('users').where('id', id).first<{ name: string } | undefined>('name'))?.name;
}

/** By id; those that are not there are left out. */
export async function listTitles(db: Db, { many }: Kind, ids: readonly number[]): Promise<Map<number, string>> {
  const rows = await db(many).whereIn('id', [...ids]).select<{ id: number; title: string }[]>('id', 'title');
  return new Map(rows.map(({ id, title }) => [id, title]));
}

/** One with the content that was sent, whatever we made of it: the oldest outside the trash, else the oldest in it. */
export async function findTwin(db: Db, { many }: Kind, sha256: string): Promise<StoredRow | undefined> {
  return db(many).select(...FILE, 'storageKey').where('sha256', sha256).orderByRaw('trashed_at is not null, id').first<StoredRow | undefined>();
}

/** A further file of one whose row is locked, so that numbers do not collide. `file`: its columns. Gives its number, from 1. */
export async function insertVersion(trx: Db, { one }: Kind, id: number, file: object, { at, by }: { at: Date; by: number | null }): Promise<number> {
  const owner = { [`${one}Id`]: id };
  const number = trx('fileVersions').where(owner).select(trx.raw('coalesce(max(number), 0) + 1'));
  const [row] = await trx('fileVersions').insert({ ...file, ...owner, number, createdAt: at, createdBy: by }).returning<{ number: number }[]>('number');
  return row!.number;
}

/** What `columns` say of a file that it has or had. @throws NotFound */
export async function getVersion<Row extends object>(db: Db, { one }: Kind, id: number, number: number, columns: readonly (keyof Row & string)[]): Promise<Row> {
  const row = await db('fileVersions').select([...columns]).where({ [`${one}Id`]: id, number }).first<Row | undefined>();
  if (!row) throw new NotFound('There is no such version.');
  return row;
}

/** Of all files that it has or had. (`pluck` takes the column's own name.) */
export async function listVersionKeys(db: Db, { one }: Kind, id: number): Promise<string[]> {
  return db('fileVersions').where({ [`${one}Id`]: id }).distinct().pluck('storage_key') as Promise<string[]>;
}
