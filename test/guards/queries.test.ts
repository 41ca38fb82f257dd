import request from 'supertest';
import { countQueries } from '../support/count-queries';
import { onePagePerType } from '../support/public-pages';
import { listRoutesBelow } from '../support/routes-below';
import { openSeededSite, type TestSite } from '../support/site';
import { MOST, queriesOfEach } from './queries-of-pages';

let site: TestSite;
beforeAll(async () => { site = await openSeededSite(); }, 60_000);
afterAll(() => site.close());

/** `queries.long.ts` has every single page. */
test('every kind of page costs at most six queries on a warm process, and as many with 50 more menu items and 5,000 more pages', async () => {
  await request(site.server).get('/').expect(200);
  const pages = [...(await onePagePerType(site)).map(({ url }) => url), ...await listRoutesBelow(site, 'all')];
  const before = await queriesOfEach(site, pages);
  expect(Object.keys(before).length).toBeGreaterThan(30);
  expect(Object.entries(before).filter(([, count]) => count > MOST)).toEqual([]);

  await addMenuItems(50);
  await addPages(5_000);
  site.deps.versions.startOver();
  await request(site.server).get('/').expect(200); // warm again
  expect(await queriesOfEach(site, pages)).toEqual(before);
}, 180_000);

test('a page from the cache costs none', async () => {
  await request(site.server).get('/about/').expect(200);
  expect(await countQueries(site.deps.db, () => request(site.server).get('/about/').expect(200))).toBe(0);
});

test('a page that is not there costs at most six', async () => {
  expect(await countQueries(site.deps.db, () => request(site.server).get('/about/no-such-page/').expect(404))).toBeLessThanOrEqual(MOST);
});

async function addMenuItems(count: number): Promise<void> {
  const { db } = site.deps;
  const parent = await db('navigationItems').where({ menu: 'footer' }).whereNull('parentId').first<{ id: number }>('id');
  await db('navigationItems').insert(Array.from({ length: count }, (_, index) => (
    { siteId: site.siteId, menu: 'footer', parentId: parent.id, position: 1_000 + index, label: `Item ${index}`, target: 'path:/about/' }
  )));
}

/** Siblings and children of real pages, written at once: what matters is that they are there. */
async function addPages(count: number): Promise<void> {
  await site.deps.db.raw(`
    insert into pages (site_id, parent_id, ancestor_ids, position, type, slug, path, title, show_in_menus, created_at, updated_at)
    select p.site_id, p.id, p.ancestor_ids || p.id, n, 'standard', 'filler-' || n, rtrim(p.path, '/') || '/filler-' || n, 'Filler ' || n, true, now(), now()
    from generate_series(1, ?) n join lateral (select * from pages where path in ('/', '/about', '/process', '/blog') order by path offset (n % 4) limit 1) p on true`, [count]);
  await site.deps.db.raw(`
    with r as (insert into revisions (page_id, title, slug, common, content, content_version, created_at)
      select p.id, p.title, p.slug, m.common, m.content, 1, now() from pages p,
        lateral (select r.common, r.content from revisions r join pages q on q.live_revision_id = r.id where q.type = 'standard' limit 1) m
      where p.slug like 'filler-%' returning id, page_id)
    update pages set live_revision_id = r.id, first_published_at = now(), last_published_at = now() from r where r.page_id = pages.id`);
  await site.deps.db.raw(`insert into addresses (site_id, path, kind, page_id, created_at) select site_id, path, 'page', id, now() from pages where slug like 'filler-%'`);
  await site.deps.db.raw(`insert into listings (page_id, site_id, type, title, date, status, facts)
    select id, site_id, type, title, now(), 'current', '{}' from pages where slug like 'filler-%'`);
  await site.deps.db.raw('analyze');
}
