import { countPages, listPages } from '../../../src/cms/explorer/list-queries';
import type { Asked } from '../../../src/cms/explorer/list-sql';
import type { Listing } from '../../../src/cms/explorer/listing';
import type { Db } from '../../../src/platform/db/connect';
import { openPeopleSite, signedIn, type Agent, type PeopleSite } from '../../accounts/people-site';
import { countQueries } from '../../support/count-queries';
import { addPage } from '../../support/site';
import { addChildren } from './explored-site';

let site: PeopleSite;
let admin: Agent;
let parentId: number;
beforeAll(async () => {
  site = await openPeopleSite();
  admin = await signedIn(site, 'admin@example.org');
  parentId = await addPage(site, { path: '/blog', title: 'Blog' });
  await addChildren(site, parentId, 10_000, 'post');
  for (const name of ['a', 'b', 'c']) await addChildren(site, await addPage(site, { path: `/${name}`, title: name }), 8_000, name);
  await site.deps.db('pages').where({ parentId, slug: 'post-777' }).update({ title: 'Quixotic zebras' });
  await site.deps.db.raw('vacuum analyze');
}, 180_000);
afterAll(() => site.close());

const plain: Listing = { q: '', type: null, status: null, owner: null, since: null, deep: false, sort: 'place', after: null, before: null, reorder: false };
const asked = (more: Partial<Listing>): Asked => ({
  siteId: site.siteId, scope: { below: { id: parentId, path: '/blog' } }, listing: { ...plain, ...more }, since: more.since ? new Date('2026-01-01') : null, now: site.clock.now,
});

/** What PostgreSQL does for the statements that `work` sends. */
async function plansOf(work: (db: Db) => Promise<unknown>): Promise<string> {
  const { db } = site.deps;
  const statements: { sql: string; bindings: readonly unknown[] }[] = [];
  const listen = (statement: { sql: string; bindings: readonly unknown[] }): void => { statements.push(statement); };
  db.on('query', listen);
  await work(db);
  db.off('query', listen);
  const client = await db.client.acquireConnection() as { query(text: string, values: readonly unknown[]): Promise<{ rows: Record<string, string>[] }> };
  try {
    const plans: string[] = [];
    for (const { sql, bindings } of statements) plans.push((await client.query(`explain (analyze, timing off) ${sql}`, bindings)).rows.map((row) => row['QUERY PLAN']).join('\n'));
    return plans.join('\n');
  } finally {
    await db.client.releaseConnection(client);
  }
}

const scans = (plan: string): string[] => plan.match(/.*Seq Scan on pages.*/g) ?? [];
/** Sorts that get more rows than a page of the list has: the number after "rows=" is what really came. */
const bigSorts = (plan: string): string[] => [...plan.matchAll(/Sort {2}\(cost.*?actual rows=(\d+)(?:\.\d+)? loops/g)].filter(([, rows]) => Number(rows) > 60).map(([line]) => line);

const third = (key: string): Partial<Listing> => ({ after: { id: 5_000, key } });

test.each<[string, Partial<Listing>]>([
  ['in menu order', {}], ['in menu order, far down', third('5000')], ['from the end', { sort: '-place' }], ['by title', { sort: 'title' }], ['by title, far down', { sort: 'title', ...third('Page post 5') }],
  ['by title, back', { sort: '-title', before: { id: 1, key: 'Page post 2' } }], ['last changed first', { sort: '-changed' }], ['far down of those', { sort: '-changed', ...third('5000') }],
  ['of a type', { type: 'standard' }], ['drafts', { status: 'draft' }], ['live ones', { status: 'live' }], ['scheduled ones', { status: 'scheduled' }], ['locked ones', { status: 'locked', sort: 'title' }],
  ['of an owner', { owner: 1 }], ['changed since', { since: '2026-01-01', sort: '-changed' }], ['everything below', { deep: true }], ['everything below by title', { deep: true, sort: 'title' }],
  ['a search', { q: 'quixotic' }], ['a search by title', { q: 'zebra', sort: '-title' }], ['a search with filters', { q: 'quixotic', type: 'standard', status: 'draft', sort: '-changed' }],
  ['a search that finds everything', { q: 'page post' }],
])('%s: an index finds the page of the list among 10,000, nothing is read whole and nothing long is sorted', async (_name, more) => {
  const plan = await plansOf((db) => listPages(db, asked(more), 50));
  expect(scans(plan)).toEqual([]);
  expect(bigSorts(plan)).toEqual([]);
});

test.each<[string, Partial<Listing>]>([['a type', { type: 'standard' }], ['a search', { q: 'quixotic' }], ['drafts', { status: 'draft' }]])('counting %s stops at a thousand', async (_name, more) => {
  const count = await countPages(site.deps.db, asked(more));
  expect(count).toBe(more.q ? 1 : 1_001);
});

test.each(['', '?sort=title', '?q=quixotic', '?q=page&status=draft&sort=-changed', '?deep=1&type=standard', '?reorder=1', '?owner=1&since=2026-01-01'])('eight queries at most, sign-in and all: /admin/pages/:id%s', async (query) => {
  await admin.get('/admin/pages'); // what is kept in memory is there
  for (const base of ['/admin/pages', `/admin/pages/${parentId}`]) {
    let status = 0;
    expect(await countQueries(site.deps.db, async () => { status = (await admin.get(base + query)).status; })).toBeLessThanOrEqual(8);
    expect(status).toBe(200);
  }
});
