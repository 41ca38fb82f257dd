import type { ReferenceCompletion, Typed } from '../reference-kind';
import { hasWords, rankOf } from '../references/completion';

/** By title or file name; nothing typed: the newest. */
export const imageCompletion: ReferenceCompletion = {
  select: (typed) => byTitle('images', 'name', `'image'`, typed, `image_facts(m)`),
};

export const documentCompletion: ReferenceCompletion = {
  select: (typed) => byTitle('documents', 'filename', `'document'`, typed, `jsonb_build_object('filename', m.filename, 'title', m.title, 'mimeType', m.mime_type, 'bytes', m.bytes)`),
};

function byTitle(table: string, name: string, kind: string, typed: Typed, data: string): { sql: string; bindings: unknown[] } {
  const [title, file, rank] = [hasWords('m.title', typed), hasWords(`m.${name}`, typed), rankOf('m.title', typed)];
  return {
    sql: `select ${kind} as kind, m.id::text as key, ${data} as data, ${rank.sql} as rank from ${table} m where ${title.sql} or ${file.sql}
      order by rank desc, m.id desc limit ?`,
    bindings: [...rank.bindings, ...title.bindings, ...file.bindings, typed.limit],
  };
}
