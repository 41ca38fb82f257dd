import type { Db } from '../../platform/db/connect';

/** A file that rows name. Where rows disagree, the extremes. */
export interface NamedFile {
  readonly storageKey: string;
  readonly fewest: number;
  readonly most: number;
  /** One of the rows: `image 9`. */
  readonly owner: string;
  /** Of the content as it is stored. Null where nobody noted it: of renditions, and of pictures that lie under the hash of what was uploaded. */
  readonly sha256: string | null;
}

/** A picture's key is made of the hash of its content; formerly it was that of the upload, which its row has too. */
const OF_KEY = `nullif(substring(storage_key from '^images/([0-9a-f]{64})/original'), sha256)`;

const NAMED_FILES = `
  declare named_files no scroll cursor for
  select storage_key, min(bytes)::integer as fewest, max(bytes)::integer as most, min(owner) as owner, max(sha256) as sha256 from (
    select storage_key, bytes, 'image ' || id as owner, ${OF_KEY} as sha256 from images
    union all select storage_key, bytes, 'document ' || id, sha256 from documents
    union all select storage_key, bytes, coalesce('image ' || image_id, 'document ' || document_id), case when document_id is null then ${OF_KEY} else sha256 end from file_versions
    union all select storage_key, bytes, 'image ' || image_id || ' as ' || spec || '.' || format, null from renditions) as rows
  group by storage_key order by storage_key`;

/** Every file that a row names, a few thousand at a time. */
export async function eachNamedFile(db: Db, visit: (file: NamedFile) => void): Promise<void> {
  await db.transaction(async (trx) => {
    await trx.raw(`select set_config('statement_timeout', '60s', true)`);
    await trx.raw(NAMED_FILES);
    for (;;) {
      const { rows } = await trx.raw<{ rows: NamedFile[] }>('fetch 2000 from named_files');
      if (rows.length === 0) return;
      rows.forEach(visit);
    }
  });
}
