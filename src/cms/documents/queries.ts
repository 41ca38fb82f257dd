import type { Db } from '../../platform/db/connect';
import { NotFound } from '../../platform/http/errors';
import { DOCUMENTS } from '../library/kinds';
import { insertVersion } from '../library/queries';

export type TextState = 'waiting' | 'read' | 'none' | 'failed';

export interface DocumentRow {
  id: number;
  filename: string;
  title: string;
  description: string | null;
  mimeType: string;
  bytes: number;
  sha256: string;
  storageKey: string;
  collectionId: number | null;
  tags: string[];
  /** Of the row, for those who change it at the same time; the file's own is a number in `file_versions`. */
  version: number;
  textState: TextState;
  updatedBy: number | null;
  trashedAt: Date | null;
}

/** A file that a document has or had. */
export interface FileFacts {
  filename: string;
  mimeType: string;
  bytes: number;
  sha256: string;
  storageKey: string;
}

const DOCUMENT = ['id', 'filename', 'title', 'description', 'mimeType', 'bytes', 'sha256', 'storageKey', 'collectionId', 'tags', 'version', 'textState', 'updatedBy', 'trashedAt'];

/** Of a version, too. */
export const FILE = ['filename', 'mimeType', 'bytes', 'sha256', 'storageKey'] as const;

export async function findDocument(db: Db, id: number): Promise<DocumentRow | undefined> {
  return db('documents').select(DOCUMENT).where('id', id).first() as Promise<DocumentRow | undefined>;
}

/** @throws NotFound */
export async function getDocument(db: Db, id: number): Promise<DocumentRow> {
  return found(await findDocument(db, id));
}

/** Until the transaction ends nobody else changes it. @throws NotFound */
export async function lockDocument(trx: Db, id: number): Promise<DocumentRow> {
  return found(await trx('documents').select(DOCUMENT).where('id', id).forUpdate().first<DocumentRow | undefined>());
}

function found(document: DocumentRow | undefined): DocumentRow {
  if (!document) throw new NotFound('There is no such document.');
  return document;
}

/** Names are not unique; the oldest is what a seed means. */
export async function findDocumentByFilename(db: Db, filename: string): Promise<DocumentRow | undefined> {
  return db('documents').select(DOCUMENT).where('filename', filename).orderBy('id').first() as Promise<DocumentRow | undefined>;
}

export interface NewRow extends FileFacts {
  title: string;
  description: string | null;
  collectionId: number | null;
}

/** With its first version. Gives its id. */
export async function insertDocument(trx: Db, document: NewRow, by: number | null, at: Date): Promise<number> {
  const [row] = await trx('documents').insert({ ...document, createdAt: at, createdBy: by, updatedAt: at, updatedBy: by }).returning<{ id: number }[]>('id');
  if (!row) throw new Error('The document was not inserted');
  const { filename, mimeType, bytes, sha256, storageKey } = document;
  await insertVersion(trx, DOCUMENTS, row.id, { filename, mimeType, bytes, sha256, storageKey }, { at, by });
  return row.id;
}

export type Changes = Partial<FileFacts & { title: string; description: string | null; collectionId: number | null; tags: string[]; trashedAt: Date | null; trashedBy: number | null }>;

/** Somebody else's older form no longer fits: its `version` grows. */
export async function updateDocument(trx: Db, id: number, changes: Changes, by: number | null, at: Date): Promise<void> {
  await trx('documents').where('id', id).update({ ...changes, version: trx.raw('version + 1'), updatedAt: at, updatedBy: by });
}

/** Another file from now on: its text is read again. */
export async function replaceFile(trx: Db, id: number, file: FileFacts, by: number | null, at: Date): Promise<number> {
  await trx('documents').where('id', id).update({ text: null, textState: 'waiting' });
  await updateDocument(trx, id, file, by, at);
  return insertVersion(trx, DOCUMENTS, id, file, { at, by });
}

/** A file that could not be read, since it was not there, can be now. */
export async function readAgain(trx: Db, id: number): Promise<void> {
  await trx('documents').where({ id, textState: 'failed' }).update({ textState: 'waiting' });
}

export async function deleteDocument(trx: Db, id: number): Promise<void> {
  await trx('documents').where('id', id).del();
}

/** Whether a document of this id was deleted for good and everybody could have had it: the history remembers. */
export async function wasPublic(db: Db, id: number): Promise<boolean> {
  const row = await db('history').where({ objectType: 'document', objectId: String(id), action: 'document.deleted' }).whereRaw(`detail @> '{"public": true}'`).first<{ id: number } | undefined>('id');
  return row !== undefined;
}

/** Whether a collection's files are for everybody. False also for one that is not there. */
export async function isOpenCollection(db: Db, collectionId: number | null): Promise<boolean> {
  if (collectionId === null) return true;
  return await db('collections').where('id', collectionId).whereNull('pageId').first('id') !== undefined;
}

/** Ids of documents whose text nobody has read yet, the oldest first. */
export async function listWaiting(db: Db): Promise<number[]> {
  return db('documents').where('textState', 'waiting').orderBy('id').pluck('id') as Promise<number[]>;
}

/** What its file says, unless it has another file by now. Gives whether it was written. */
export async function updateText(trx: Db, { id, sha256 }: { id: number; sha256: string }, { state, text }: { state: TextState; text: string | null }): Promise<boolean> {
  return await trx('documents').where({ id, sha256 }).update({ textState: state, text }) > 0;
}
