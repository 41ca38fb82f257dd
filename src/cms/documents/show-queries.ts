import type { Db } from '../../platform/db/connect';
import type { Seen } from '../images/list-queries';
import type { TextState } from './queries';

/** One document with everything that its pane says. */
export interface ShownDocument {
  readonly id: number;
  readonly title: string;
  readonly filename: string;
  readonly description: string | null;
  readonly tags: readonly string[];
  readonly collectionId: number | null;
  readonly mimeType: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly textState: TextState;
  /** The first characters of what the file says. */
  readonly beginning: string | null;
  /** Of all that was read, in characters. */
  readonly textLength: number;
  readonly version: number;
  readonly createdAt: Date;
  readonly createdById: number | null;
  readonly createdBy: string | null;
  readonly updatedAt: Date;
  readonly updatedById: number | null;
  readonly updatedBy: string | null;
  readonly trashedAt: Date | null;
  readonly trashedById: number | null;
  readonly trashedBy: string | null;
  /** The newest first. */
  readonly versions: readonly ShownVersion[];
}

/** A file that the document had or has. */
export interface ShownVersion {
  readonly number: number;
  readonly filename: string;
  readonly bytes: number;
  readonly sha256: string;
  /** ISO. */
  readonly createdAt: string;
  readonly createdById: number | null;
  readonly createdBy: string | null;
}

const SHOWN = `
  select d.id, d.title, d.filename, d.description, d.tags, d.collection_id, d.mime_type, d.bytes, d.sha256, d.text_state, left(d.text, 300) as beginning,
    coalesce(length(d.text), 0) as text_length, d.version, d.created_at, d.created_by as created_by_id, a.name as created_by,
    d.updated_at, d.updated_by as updated_by_id, w.name as updated_by, d.trashed_at, d.trashed_by as trashed_by_id, t.name as trashed_by,
    coalesce((select jsonb_agg(jsonb_build_object('number', v.number, 'filename', v.filename, 'bytes', v.bytes, 'sha256', v.sha256,
      'createdAt', v.created_at, 'createdById', v.created_by, 'createdBy', u.name) order by v.number desc) from file_versions v left join users u on u.id = v.created_by where v.document_id = d.id), '[]') as versions
  from documents d
  left join users a on a.id = d.created_by left join users w on w.id = d.updated_by left join users t on t.id = d.trashed_by
  left join collections c on c.id = d.collection_id left join pages p on p.id = c.page_id
  where d.id = :id`;

/** One that somebody may see: see `Seen`. */
export async function findShownDocument(db: Db, seen: Seen, id: number): Promise<ShownDocument | undefined> {
  const narrowed = seen === 'all' ? SHOWN : `${SHOWN} and (c.page_id is null or p.id = any(:seen::int[]) or p.ancestor_ids && :seen::int[])`;
  const { rows } = await db.raw<{ rows: ShownDocument[] }>(narrowed, { id, ...(seen === 'all' ? {} : { seen }) });
  return rows[0];
}
