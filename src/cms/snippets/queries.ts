import type { Db } from '../../platform/db/connect';

export interface Snippet {
  type: string;
  key: string;
  title: string;
  content: unknown;
}

export async function upsertSnippet(trx: Db, now: Date, { type, key, title, content }: Snippet): Promise<void> {
  await trx('snippets').insert({ type, key, title, content: JSON.stringify(content), createdAt: now, updatedAt: now })
    .onConflict(['type', 'key']).merge({ title, content: JSON.stringify(content), updatedAt: now, version: trx.raw('snippets.version + 1') });
}
