import type { Db } from '../../platform/db/connect';
import { NotFound } from '../../platform/http/errors';
import { FILE_COLUMNS, FILE_JOINS, type LibraryFile } from './file-queries';
import type { Kind } from './kinds';
import type { Seen } from './seen';
import { SEEN_COLLECTION } from './seen-queries';

/** What every pane says of a file. */
export interface ShownFile extends LibraryFile {
  readonly collectionId: number | null;
  readonly sha256: string;
  readonly version: number;
  readonly createdAt: Date;
  readonly createdById: number | null;
  readonly createdBy: string | null;
  /** The newest first. */
  readonly versions: readonly ShownVersion[];
}

/** A file that it had or has. */
export interface ShownVersion {
  readonly number: number;
  readonly filename: string;
  readonly bytes: number;
  /** In pixels; null for what is no picture. */
  readonly width: number | null;
  readonly height: number | null;
  readonly sha256: string;
  /** ISO. */
  readonly createdAt: string;
  readonly createdById: number | null;
  readonly createdBy: string | null;
}

/**
 * One file that somebody may see (`Seen`), with its versions. `columns`: what its kind adds, as SQL about its row `m`, never from input.
 * @throws NotFound
 */
export async function getShownFile<Own>(db: Db, { one, many }: Kind, seen: Seen, id: number, columns: string): Promise<ShownFile & Own> {
  const statement = `
    select ${FILE_COLUMNS}, m.collection_id, m.sha256, m.version, m.created_at, m.created_by as created_by_id, a.name as created_by, ${columns},
      coalesce((select jsonb_agg(jsonb_build_object('number', v.number, 'filename', v.filename, 'bytes', v.bytes, 'width', v.width, 'height', v.height, 'sha256', v.sha256,
        'createdAt', v.created_at, 'createdById', v.created_by, 'createdBy', u.name) order by v.number desc)
        from file_versions v left join users u on u.id = v.created_by where v.${one}_id = m.id), '[]') as versions
    from ${many} m ${FILE_JOINS} left join users a on a.id = m.created_by left join pages p on p.id = c.page_id
    where m.id = :id${seen === 'all' ? '' : ` and ${SEEN_COLLECTION}`}`;
  const { rows } = await db.raw<{ rows: (ShownFile & Own)[] }>(statement, { id, ...(seen === 'all' ? {} : { seen }) });
  if (!rows[0]) throw new NotFound(`There is no such ${one}.`);
  return rows[0];
}
