import type { TestSite } from '../../support/site';

/** Public pages below another, straight into the tables: every tenth stands below it, the others below those. */
export async function addMany({ deps }: TestSite, parentId: number, count: number): Promise<void> {
  await deps.db.raw(`
    with recursive parent as (select * from pages where id = :parentId),
    planned as (
      select nextval(pg_get_serial_sequence('pages', 'id'))::int as id, n, n - n % 10 as head from generate_series(0, :last::int) n
    ),
    placed as (
      select planned.id, case when n = head then parent.id else heads.id end as parent_id,
        case when n = head then parent.ancestor_ids || parent.id else parent.ancestor_ids || parent.id || heads.id end as ancestor_ids,
        parent.path || '/page-' || head || case when n = head then '' else '/page-' || n end as path, n
      from planned, parent, lateral (select id from planned p where p.n = planned.head) heads
    ),
    inserted as (
      insert into pages (id, site_id, parent_id, ancestor_ids, position, type, slug, path, title, live_revision_id, draft_revision_id, first_published_at, last_published_at, created_at, updated_at)
      overriding system value
      select placed.id, parent.site_id, placed.parent_id, placed.ancestor_ids, n, 'standard', 'page-' || n, placed.path, 'Page ' || n,
        parent.live_revision_id, parent.live_revision_id, parent.created_at, parent.created_at, parent.created_at, parent.created_at
      from placed, parent returning id, site_id, path, created_at
    )
    insert into addresses (site_id, path, kind, page_id, created_at) select site_id, path, 'page', id, created_at from inserted`,
  { parentId, last: count - 1 });
}
