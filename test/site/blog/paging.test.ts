import request from 'supertest';
import { countQueries } from '../../support/count-queries';
import type { TestSite } from '../../support/site';
import { add, answerOf, headOf, linksOf, mainOf, on, openBlogSite, titlesOf } from './blog-site';

let site: TestSite;
const get = (path: string) => request(site.server).get(path);

beforeAll(async () => {
  site = await openBlogSite();
  await add(site, '/many', 'blog', {}, { title: 'Many' });
  for (let day = 1; day <= 28; day += 1) await add(site, `/many/p${day}`, 'post', { ...on(`2024-02-${String(day).padStart(2, '0')}`, 'security'), authors: [{ person: 'person:mara-lindqvist', role: null }] });
}, 60_000);
afterAll(() => site.close());

test('LIST-01: pages hold twenty, with links to the others that keep the filters', async () => {
  const first = await get('/many/security/?year=2024').expect(200);
  expect(titlesOf(first)).toHaveLength(20);
  expect(linksOf(first)).toContain('/many/security/?year=2024&page=2');
  const second = await get('/many/security/?year=2024&page=2').expect(200);
  expect(titlesOf(second)).toEqual(['p8', 'p7', 'p6', 'p5', 'p4', 'p3', 'p2', 'p1']);
  expect(mainOf(second)).toContain('28 posts');
});

test('LIST-01: the first page has no number, and beyond the end there is nothing', async () => {
  expect(await answerOf(site, '/many/?page=1')).toEqual([301, '/many/']);
  expect(await answerOf(site, '/many/?date_from=01/01/2024&page=1')).toEqual([301, '/many/?date_from=01/01/2024']);
  expect(await answerOf(site, '/many/author/mara-lindqvist/?page=1')).toEqual([301, '/many/author/mara-lindqvist/']);
  await get('/many/?page=3').expect(404);
  await get('/many/author/mara-lindqvist/?page=3').expect(404);
  await get('/many/all/?page=2').expect(404);
});

test('SEO-01, SEO-02, SEO-03: each page has a title, a description and a canonical address of its own', async () => {
  const [first, second] = [headOf(await get('/many/')), headOf(await get('/many/?page=2'))];
  expect(second.canonical).toBe(`${first.canonical}?page=2`);
  expect(second.title).toContain('page 2');
  expect(second.description).not.toBe(first.description);
  expect([first.noindex, second.noindex]).toEqual([false, false]);
});

test('PERF-01: lists, posts and feeds cost at most six queries, and no more with 500 more posts', async () => {
  const paths = ['/many/', '/many/security/', '/many/all/', '/many/author/mara-lindqvist/', '/many/p3/', '/many/feed/', '/many/security/feed/'];
  const counts = async (): Promise<[string, number][]> => {
    const each: [string, number][] = [];
    for (const path of paths) each.push([path, await countQueries(site.deps.db, () => get(`${path}?uncached`).expect(200))]);
    return each;
  };
  await get('/many/').expect(200);
  const before = await counts();
  expect(before.filter(([, count]) => count > 6)).toEqual([]);
  await copyPosts('/many/p1', 500);
  expect(await counts()).toEqual(before);
  expect(mainOf(await get('/many/?again'))).toContain('528 posts');
}, 60_000);

/** Written at once: what matters is that they are there. */
async function copyPosts(path: string, count: number): Promise<void> {
  const { db } = site.deps;
  await db.raw(`
    insert into pages (site_id, parent_id, ancestor_ids, type, slug, path, title, live_revision_id, first_published_at, last_published_at, created_at, updated_at)
    select site_id, parent_id, ancestor_ids, type, 'copy-' || n, '/many/copy-' || n, 'Copy ' || n, live_revision_id, first_published_at, last_published_at, created_at, updated_at
    from pages, generate_series(1, ?) n where path = ?`, [count, path]);
  await db.raw(`insert into listings (page_id, site_id, type, title, date, status, facts) select id, site_id, type, title, '2023-01-01'::timestamptz + id * interval '1 minute', 'current', '{}' from pages where slug like 'copy-%'`);
  await db.raw(`insert into listing_terms (page_id, position, kind, key) select id, 1, 'topic', 'security' from pages where slug like 'copy-%'`);
  await db.raw(`insert into listing_terms (page_id, position, kind, key) select id, 2, 'person', 'mara-lindqvist' from pages where slug like 'copy-%'`);
}
