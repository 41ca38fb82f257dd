import type { Db } from '../../../src/platform/db/connect';
import type { FileStore } from '../../../src/platform/files';

/** The plainest row that names a file. Gives its id. */
export async function nameFile(db: Db, key: string, bytes: number): Promise<number> {
  const at = new Date('2026-03-01T12:00:00Z');
  const row = { filename: 'a.txt', title: 'A', mimeType: 'text/plain', bytes, sha256: key, storageKey: key, createdAt: at, updatedAt: at };
  const [inserted] = await db('documents').insert(row).returning<{ id: number }[]>('id');
  return inserted!.id;
}

export async function listKeys(files: FileStore): Promise<string[]> {
  const keys = [];
  for await (const { key } of files.list()) keys.push(key);
  return keys.sort();
}
