import type { Db } from '../../platform/db/connect';
import type { Seen } from './list-queries';

/** One image with everything that its pane says. */
export interface ShownImage {
  readonly id: number;
  readonly title: string;
  readonly filename: string;
  readonly alt: string | null;
  readonly altDecision: 'described' | 'decorative' | 'each-time' | null;
  readonly credit: string | null;
  readonly licence: string | null;
  readonly tags: readonly string[];
  readonly collectionId: number | null;
  readonly mimeType: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  readonly transparent: boolean;
  readonly hash: string;
  readonly sha256: string;
  /** 0…1 from the left and from the top. */
  readonly focalX: number;
  readonly focalY: number;
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
  readonly versions: readonly ShownVersion[];
}

/** A file that the image had or has. */
export interface ShownVersion {
  readonly number: number;
  readonly filename: string;
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
  readonly sha256: string;
  /** ISO. */
  readonly createdAt: string;
  readonly createdBy: string | null;
}

const SHOWN = `
  select i.id, i.title, i.filename, i.alt, i.alt_decision, i.credit, i.licence, i.tags, i.collection_id, i.mime_type, i.width, i.height, i.bytes, i.transparent, i.hash, i.sha256,
    i.focal_x, i.focal_y, i.version, i.created_at, i.created_by as created_by_id, a.name as created_by, i.updated_at, i.updated_by as updated_by_id, w.name as updated_by,
    i.trashed_at, i.trashed_by as trashed_by_id, t.name as trashed_by,
    coalesce((select jsonb_agg(jsonb_build_object('number', v.number, 'filename', v.filename, 'bytes', v.bytes, 'width', v.width, 'height', v.height, 'sha256', v.sha256,
      'createdAt', v.created_at, 'createdBy', u.name) order by v.number desc) from file_versions v left join users u on u.id = v.created_by where v.image_id = i.id), '[]') as versions
  from images i
  left join users a on a.id = i.created_by left join users w on w.id = i.updated_by left join users t on t.id = i.trashed_by
  left join collections c on c.id = i.collection_id left join pages p on p.id = c.page_id
  where i.id = :id`;

/** One that somebody may see: see `Seen`. */
export async function findShownImage(db: Db, seen: Seen, id: number): Promise<ShownImage | undefined> {
  const narrowed = seen === 'all' ? SHOWN : `${SHOWN} and (c.page_id is null or p.id = any(:seen::int[]) or p.ancestor_ids && :seen::int[])`;
  const { rows } = await db.raw<{ rows: ShownImage[] }>(narrowed, { id, ...(seen === 'all' ? {} : { seen }) });
  return rows[0];
}
