/** What lists and panes say of a file of every kind. */
export interface LibraryFile {
  readonly id: number;
  readonly title: string;
  readonly filename: string;
  readonly mimeType: string;
  readonly bytes: number;
  readonly tags: readonly string[];
  readonly updatedAt: Date;
  readonly updatedById: number | null;
  /** Null: the program itself. */
  readonly updatedBy: string | null;
  readonly trashedAt: Date | null;
  readonly trashedById: number | null;
  readonly trashedBy: string | null;
}

/** The same of a row `m`, with `FILE_JOINS` behind it. */
export const FILE_COLUMNS = `m.id, m.title, m.filename, m.mime_type, m.bytes, m.tags,
  m.updated_at, m.updated_by as updated_by_id, w.name as updated_by, m.trashed_at, m.trashed_by as trashed_by_id, t.name as trashed_by`;

/** Who changed it and threw it away, and its collection `c`. */
export const FILE_JOINS = 'left join users w on w.id = m.updated_by left join users t on t.id = m.trashed_by left join collections c on c.id = m.collection_id';
