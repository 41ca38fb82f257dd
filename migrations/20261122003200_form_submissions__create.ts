import type { Knex } from 'knex';

/**
 * What readers sent with a form. `answers`: a list, in the order of the form, each with its question as it was put then, so that
 * it can be read whatever becomes of the form. `mail`: to whom it is to go, as the form said then; null: to nobody.
 * `fingerprint` is the same for one filling of the form sent twice.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table form_submissions (
      id integer generated always as identity constraint form_submissions_pkey primary key,
      site_id integer not null constraint form_submissions_site_id_fkey references sites,
      page_id integer constraint form_submissions_page_id_fkey references pages on delete set null,
      page_title text not null,
      answers jsonb not null,
      url text,
      state text not null default 'new',
      fingerprint text not null constraint form_submissions_fingerprint_key unique,
      mail jsonb,
      mailed_at timestamptz,
      created_at timestamptz not null,
      delete_after timestamptz not null,
      constraint form_submissions_state_known check (state in ('new', 'in-progress', 'done'))
    )`);
  await db.raw('create index form_submissions_site_id_idx on form_submissions (site_id, id desc)');
  await db.raw('create index form_submissions_page_id_idx on form_submissions (page_id, id desc)');
  await db.raw('create index form_submissions_delete_after_idx on form_submissions (delete_after)');
  await db.raw(`comment on column form_submissions.url is 'the page of this site that it is about: a path'`);
  await db.raw(`update sites set settings = settings || '{"reportForm": null}' where not jsonb_exists(settings, 'reportForm')`);
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`update sites set settings = settings - 'reportForm'`);
  await db.schema.dropTable('form_submissions');
}
