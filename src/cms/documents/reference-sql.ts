/** DocumentFacts of a row called `d`. */
export const DOCUMENT_FACTS = `jsonb_build_object('filename', d.filename, 'title', d.title, 'mimeType', d.mime_type, 'bytes', d.bytes)`;

/**
 * The select of the reference kind `document`: ids, the moment, the gate that the reader has passed, the page that is previewed. One in
 * the trash, and one that this reader may not have, are not there.
 */
export const DOCUMENT_REFERENCES = `
  select 'document' as kind, d.id::text as key, ${DOCUMENT_FACTS} as data
  from documents d where d.id = any(?::integer[]) and d.trashed_at is null and may_have_files(d.collection_id, ?::timestamptz, ?::integer, ?::integer)`;

/** Whether everybody may have the files of its collection is asked when somebody searches: see `inCollections`. */
export const SEARCHED_DOCUMENTS = `
  select d.id::text as key, d.title, array[d.filename] as names, d.description as summary, nullif(array_to_string(d.tags, ', '), '') as keywords, coalesce(d.text, '') as body,
    '{}'::text[] as terms, null::date as date, 'current' as status, 0.8::real as boost, d.collection_id
  from documents d where d.trashed_at is null`;
