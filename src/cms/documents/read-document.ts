import { z } from 'zod';
import type { Db } from '../../platform/db/connect';
import type { FileStore } from '../../platform/files';
import type { Log } from '../../platform/log';
import { refreshSearchDocuments } from '../search/refresh';
import { documentKind } from './document-reference';
import { extractText } from './extract-text';
import * as documents from './queries';
import { FAILED, type Reading } from './reader/reading';

export interface ReadDeps {
  readonly db: Db;
  readonly files: FileStore;
  readonly log: Log;
}

const payloadSchema = z.strictObject({ documentId: z.int() });

/** The job: one document after the other, since each may take some hundred megabytes. Running it again reads nothing again. */
export function readDocumentTask(deps: ReadDeps): (payload: unknown) => Promise<void> {
  let before: Promise<unknown> = Promise.resolve();
  return async (payload) => {
    const { documentId } = payloadSchema.parse(payload);
    const mine = before.catch(() => undefined).then(() => readDocument(deps, documentId));
    before = mine;
    await mine;
  };
}

/**
 * Read what a document says, so that search finds it from now on. Gives what came of it; undefined when there was nothing to read: it is
 * read, or gone. @throws when its file is not in the store
 */
export async function readDocument(deps: ReadDeps, id: number): Promise<Reading['state'] | undefined> {
  const document = await documents.findDocument(deps.db, id);
  if (document?.textState !== 'waiting') return undefined;
  const file = await deps.files.read(document.storageKey);
  if (!file) throw new Error(`The file of document ${id} is not in the store`);

  const reading = await extractText(document.filename, file.stream);
  try {
    return await keep(deps.db, document, reading);
  } catch (error) {
    if ((error as { code?: unknown }).code !== TOO_MANY_WORDS) throw error;
    return keep(deps.db, document, FAILED);
  }
}

/** PostgreSQL 54000: text made of nothing but different words does not fit into an index entry of 1 MB. */
const TOO_MANY_WORDS = '54000';

async function keep(db: Db, document: documents.DocumentRow, reading: Reading): Promise<Reading['state'] | undefined> {
  return db.transaction(async (trx) => {
    if (!await documents.updateText(trx, document, reading)) return undefined; // it has another file by now, and a job for it
    await refreshSearchDocuments(trx, documentKind, [String(document.id)]);
    return reading.state;
  });
}
