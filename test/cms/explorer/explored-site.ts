import { tokenIn } from '../../accounts/accounts-app';
import type { Agent, PeopleSite } from '../../accounts/people-site';

/** Children of a page, straight into the tables: drafts, each with a revision of its own. Gives the first id; the others follow it. */
export async function addChildren({ deps }: PeopleSite, parentId: number, count: number, name = 'child'): Promise<number> {
  const result = await deps.db.raw<{ rows: { first: number }[] }>(`
    with parent as (select * from pages where id = :parentId),
    planned as (select n, nextval(pg_get_serial_sequence('pages', 'id'))::int as id, nextval(pg_get_serial_sequence('revisions', 'id'))::int as revision_id from generate_series(1, :count::int) n),
    added as (
      insert into pages (id, site_id, parent_id, ancestor_ids, position, type, slug, path, title, draft_revision_id, created_at, updated_at)
      overriding system value
      select planned.id, parent.site_id, parent.id, parent.ancestor_ids || parent.id, n, 'standard', :name || '-' || n, rtrim(parent.path, '/') || '/' || :name || '-' || n,
        'Page ' || :name || ' ' || n, planned.revision_id, parent.created_at, parent.created_at
      from planned, parent returning id
    ),
    saved as (
      insert into revisions (id, page_id, title, slug, common, content, content_version, created_at)
      overriding system value
      select revision_id, id, '', '', '{}', '{}', 1, '2026-01-01' from planned
    )
    select min(id) as first from planned`, { parentId, count, name });
  return result.rows[0]!.first;
}

/** Titles of the list, in its order. */
export function titlesIn(html: string): string[] {
  const table = html.slice(html.indexOf('<tbody'));
  return [...table.matchAll(/class="page-title"[^>]*>([^<]*)</g)].map(([, title]) => title!);
}

export async function titlesAt(agent: Agent, url: string): Promise<string[]> {
  return titlesIn((await agent.get(url)).text);
}

/** The address of a link with these words. */
export function linkTo(html: string, rel: 'next' | 'prev'): string | undefined {
  return new RegExp(`href="([^"]*)" rel="${rel}"`).exec(html)?.[1]?.replaceAll('&amp;', '&').replaceAll('&#38;', '&').replaceAll('&#34;', '"');
}

/** What a script of the page sends. */
export async function ask(agent: Agent, url: string, fields: Record<string, string>): Promise<{ status: number; body: Record<string, unknown> }> {
  const { text } = await agent.get('/admin/profile');
  return agent.post(url).set('Sec-Fetch-Site', 'same-origin').set('Accept', 'application/json').type('form').send(new URLSearchParams({ _csrf: tokenIn(text), ...fields }).toString());
}
