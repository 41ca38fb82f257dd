import type { Db } from '../../platform/db/connect';

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

export interface VersionRow extends FileFacts {
  /** From 1; the highest is the one that readers get. */
  number: number;
}

const DOCUMENT = ['id', 'filename', 'title', 'description', 'mimeType', 'bytes', 'sha256', 'storageKey', 'collectionId', 'tags', 'version', 'textState', 'trashedAt'];
const VERSION = ['number', 'filename', 'mimeType', 'bytes', 'sha256', 'storageKey'];

export async function findDocument(db: Db, id: number): Promise<DocumentRow | undefined> {
  return db('documents').select(DOCUMENT).where('id', id).first() as Promise<DocumentRow | undefined>;
}

/** Until the transaction ends nobody else changes it. */
export async function lockDocument(trx: Db, id: number): Promise<DocumentRow | undefined> {
  return trx('documents').select(DOCUMENT).where('id', id).forUpdate().first() as Promise<DocumentRow | undefined>;
}

/** Names are not unique; the oldest is what a seed means. */
export async function findDocumentByFilename(db: Db, filename: string): Promise<DocumentRow | undefined> {
  return db('documents').select(DOCUMENT).where('filename', filename).orderBy('id').first() as Promise<DocumentRow | undefined>;
}

/** Documents whose present content is this; those outside the trash first. */
export async function findTwin(db: Db, sha256: string): Promise<DocumentRow | undefined> {
  return db('documents').select(DOCUMENT).where('sha256', sha256).orderByRaw('trashed_at is not null, id').first() as Promise<DocumentRow | undefined>;
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
  await insertVersion(trx, row.id, document, by, at);
  return row.id;
}

export type Changes = Partial<FileFacts & { title: string; description: string | null; collectionId: number | null; tags: string[]; trashedAt: Date | null; trashedBy: number | null }>;

/** Somebody else's older form no longer fits: its `version` grows. */
export async function updateDocument(trx: Db, id: number, changes: Changes, by: number | null, at: Date): Promise<void> {
  await trx('documents').where('id', id).update({ ...changes, version: trx.raw('version + 1'), updatedAt: at, updatedBy: by });
}

/** Another file from now on: its text is read again. */
export async function replaceFile(trx: Db, id: number, file: FileFacts, by: number | null, at: Date): Promise<number> {
  const { filename, mimeType, bytes, sha256, storageKey } = file;
  await trx('documents').where('id', id).update({ text: null, textState: 'waiting' });
  await updateDocument(trx, id, { filename, mimeType, bytes, sha256, storageKey }, by, at);
  return insertVersion(trx, id, file, by, at);
}

/** The document's row must be locked, so that numbers do not collide. */
async function insertVersion(trx: Db, documentId: number, { filename, mimeType, bytes, sha256, storageKey }: FileFacts, by: number | null, at: Date): Promise<number> {
  const number = trx('fileVersions').where({ documentId }).select(trx.raw('coalesce(max(number), 0) + 1'));
  const [row] = await trx('fileVersions').insert({ documentId, number, filename, mimeType, bytes, sha256, storageKey, createdAt: at, createdBy: by }).returning<{ number: number }[]>('number');
  return row!.number;
}

export async function findVersion(db: Db, documentId: number, number: number): Promise<VersionRow | undefined> {
  return db('fileVersions').select(VERSION).where({ documentId, number }).first() as Promise<VersionRow | undefined>;
}

/** Of all files that it has or had. */
export async function listStorageKeys(db: Db, documentId: number): Promise<string[]> {
  return db('fileVersions').where({ documentId }).distinct().pluck('storage_key') as Promise<string[]>;
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

export async function collectionExists(db: Db, collectionId: number): Promise<boolean> {
  return await db('collections').where('id', collectionId).first('id') !== undefined;
}

/** Ids of documents whose text nobody has read yet, the oldest first. */
export async function listWaiting(db: Db): Promise<number[]> {
  return db('documents').where('textState', 'waiting').orderBy('id').pluck('id') as Promise<number[]>;
}

/** What its file says, unless it has another file by now. Gives whether it was written. */
export async function updateText(trx: Db, { id, sha256 }: { id: number; sha256: string }, { state, text }: { state: TextState; text: string | null }): Promise<boolean> {
  return await trx('documents').where({ id, sha256 }).update({ textState: state, text }) > 0;
}
