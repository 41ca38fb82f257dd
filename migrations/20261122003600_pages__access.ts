import type { Knex } from 'knex';

/**
 * Private pages (content.md P-01, PUB-06). Who reads one has to pass every gate above it; `gate_id` is the nearest page with a rule of
 * its own, itself or one above it: pages with the same one have all gates in common. `effective_access` is the strictest of them.
 * An address that only ever stood for private pages leaves no trace.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw('alter table pages drop constraint pages_access_known, drop constraint pages_effective_access_known');
  // a rule that nobody could have set, since nothing did: the strictest of those that there are
  await db.raw(`update pages set access = 'signed-in' where access in ('password', 'groups')`);
  await db.raw(`update pages set effective_access = 'signed-in' where effective_access in ('password', 'groups')`);
  await db.raw(`
    alter table pages
      add column access_password_hash text,
      add column gate_id integer constraint pages_gate_id_fkey references pages,
      add constraint pages_access_known check (access in ('public', 'password', 'signed-in')),
      add constraint pages_effective_access_known check (effective_access in ('public', 'password', 'signed-in')),
      add constraint pages_password_when_asked check ((access = 'password') = (access_password_hash is not null))`);
  await db.raw('create index pages_gate_id_idx on pages (gate_id) where gate_id is not null');
  await db.raw(`
    update pages p set effective_access = 'signed-in', gate_id = (
      select a.id from pages a where (a.id = p.id or a.id = any(p.ancestor_ids)) and a.access <> 'public' order by length(a.path) desc limit 1)
    where exists (select from pages a where (a.id = p.id or a.id = any(p.ancestor_ids)) and a.access <> 'public')`);
  await db.raw('alter table addresses add column was_public boolean not null default true');
  await db.raw('update addresses a set was_public = false from pages p where p.id = a.page_id and p.gate_id is not null');
  await db.raw(`
    create function is_live(page pages, at timestamptz) returns boolean language sql immutable as $$
      select page.live_revision_id is not null
        and page.trashed_at is null
        and not page.ancestor_trashed
        and (page.expires_at is null or page.expires_at > at)
    $$`);
  await db.raw(`
    create or replace function is_visible(page pages, at timestamptz) returns boolean language sql immutable as $$
      select is_live(page, at) and page.effective_access = 'public'
    $$`);
  await db.raw(`
    create function is_visible_within(page pages, at timestamptz, gate integer) returns boolean language sql immutable as $$
      select is_live(page, at) and (page.effective_access = 'public' or page.gate_id = gate)
    $$`);
  await db.raw(`comment on function is_visible_within is 'the same for somebody who has passed the gate of one private part of the tree'`);
}

export async function down(db: Knex): Promise<void> {
  await db.raw('drop function is_visible_within(pages, timestamptz, integer)');
  await db.raw(`
    create or replace function is_visible(page pages, at timestamptz) returns boolean language sql immutable as $$
      select page.live_revision_id is not null and page.trashed_at is null and not page.ancestor_trashed
        and page.effective_access = 'public' and (page.expires_at is null or page.expires_at > at)
    $$`);
  await db.raw('drop function is_live(pages, timestamptz)');
  await db.raw('alter table addresses drop column was_public');
  await db.raw('alter table pages drop constraint pages_password_when_asked, drop column gate_id, drop column access_password_hash');
}
