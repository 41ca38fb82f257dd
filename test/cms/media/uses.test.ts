import { listUses, usesWords, type Uses } from '../../../src/cms/media/uses';
import { isAnyShown, listPageUses } from '../../../src/cms/media/use-queries';
import type { Holder } from '../../../src/accounts/permissions';
import { schedulePublication } from '../../../src/cms/workflow/schedule';
import { trash } from '../../../src/cms/workflow/trash';
import { SYSTEM } from '../../../src/platform/history/record';
import { addPage, openEmptySite, savePage, type TestSite } from '../../support/site';

let site: TestSite;
beforeAll(async () => { site = await openEmptySite(); });
afterAll(() => site.close());

const everything: Holder = { id: 1, active: true, grants: [{ verb: 'view', scope: '*' }] };
const nothing: Holder = { id: 2, active: true, grants: [] };
const uses = (id: number, viewer = everything): Promise<Uses> => listUses(site.deps.db, 'image', id, viewer);
const titles = async (id: number, viewer = everything): Promise<string[]> => (await uses(id, viewer)).uses.map(({ what, title }) => `${what}: ${title}`);
const showing = (id: number) => ({ socialImage: { ref: `image:${id}`, alt: 'x', decorative: false } });

test('finds live pages, drafts, what is planned, menus, snippets and settings', async () => {
  const { db } = site.deps;
  await addPage(site, { path: '/live', title: 'Live', common: showing(9) });
  await addPage(site, { path: '/draft', title: 'Draft', published: false, common: showing(9) });
  const planned = await addPage(site, { path: '/planned', title: 'Planned' });
  const { content } = await db('revisions').where('pageId', planned).first<{ content: Record<string, unknown> }>('content');
  const page = { slug: 'planned', title: 'Planned', content };
  const revisionId = await savePage(site, planned, { ...page, common: showing(9) });
  await schedulePublication(site.deps, SYSTEM, { pageId: planned, revisionId, dueAt: new Date(Date.now() + 1e8), timeZone: 'UTC' });
  await savePage(site, planned, page); // the draft does not show it any more, what is planned does
  await db('navigationItems').insert({ siteId: site.siteId, menu: 'main', position: 90, label: 'Menu entry', image: 'image:9' });
  await db('snippets').insert({ type: 'sponsor', key: 'one', title: 'A sponsor', content: JSON.stringify({ logo: { ref: 'image:9' }, text: 'image:90' }), createdAt: new Date(), updatedAt: new Date() });
  await db.raw(`update sites set settings = jsonb_set(settings, '{defaultSharingImage}', '"image:9"')`);

  expect(await titles(9)).toEqual(['live: Live', 'draft: Draft', 'scheduled: Planned', 'snippet: A sponsor', 'menu: Menu entry', 'settings: Test']);
  expect(await titles(90)).toEqual(['snippet: A sponsor']);
  expect(await uses(91)).toEqual({ uses: [], others: 0, total: 0 });
  expect(usesWords(await uses(9))).toBe('On 1 page and in 5 other places');
});

test('what somebody may not see is counted, and not named', async () => {
  await addPage(site, { path: '/secret', title: 'Secret draft', published: false, common: showing(20) });
  await addPage(site, { path: '/open', title: 'Open', common: showing(20) });
  expect(await uses(20, nothing)).toEqual({ uses: [{ what: 'live', title: 'Open', address: '/open/', url: null }], others: 1, total: 2 });
  expect((await uses(20)).uses.map(({ url }) => url)).toEqual([expect.stringMatching(/^\/admin\/pages\/\d+\/edit$/), expect.any(String)]);
});

test('what somebody is writing and has not saved is a use', async () => {
  const pageId = await addPage(site, { path: '/being-written', title: 'Being written' });
  const [user] = await site.deps.db('users').insert({ email: 'writer@example.org', name: 'Writer', createdAt: new Date() }).returning<{ id: number }[]>('id');
  const text = { pageId, userId: user!.id, number: 1, title: 'x', slug: 'x', content: JSON.stringify({}), contentVersion: 1, updatedAt: new Date() };
  await site.deps.db('workingCopies').insert({ ...text, common: JSON.stringify(showing(40)) });
  expect(await titles(40)).toEqual(['draft: Being written']);
});

test('of all revisions only those of differing drafts and of plans are read, by key, also without statistics', async () => {
  const { db } = site.deps;
  const pageId = await addPage(site, { path: '/written-often', title: 'Written often' });
  await db.raw('alter table revisions set (autovacuum_enabled = false)'); // nothing is analyzed by the way
  await db.raw(`insert into revisions (page_id, title, slug, common, content, content_version, created_at)
    select page_id, title, slug, common, content, content_version, created_at from revisions, generate_series(1, 3000) where page_id = ?`, pageId);
  let [sql, bindings]: [string, readonly unknown[]] = ['', []];
  const listen = (query: { sql: string; bindings: readonly unknown[] }): void => { [sql, bindings] = [query.sql, query.bindings]; };
  db.on('query', listen);
  await listPageUses(db, 'image', '9');
  db.off('query', listen);
  const client = await db.client.acquireConnection() as { query(text: string, values: readonly unknown[]): Promise<{ rows: Record<string, string>[] }> };
  const plan = (await client.query(`explain (analyze, timing off) ${sql}`, bindings)).rows.map((row) => row['QUERY PLAN']).join('\n');
  await db.client.releaseConnection(client);
  expect(plan).toMatch(/Index Scan using revisions_pkey on revisions/);
  expect(plan).not.toMatch(/Seq Scan on revisions/);
});

test('a page in the trash uses nothing', async () => {
  const pageId = await addPage(site, { path: '/gone', title: 'Gone', common: showing(30) });
  await trash(site.deps, SYSTEM, { pageId, reason: 'x' });
  expect((await uses(30)).total).toBe(0);
});

test('readers are shown what live content, a menu, a snippet or the settings of a site name, and nothing of drafts and the trash', async () => {
  const { db } = site.deps;
  const pageId = await addPage(site, { path: '/shows', common: showing(31) });
  await addPage(site, { path: '/will-show', published: false, common: showing(32) });
  const shown = () => Promise.all([[31], [32], [33], [34], [35], [3], [32, 31], []].map((ids) => isAnyShown(db, ids)));
  expect(await shown()).toEqual([true, false, false, false, false, false, true, false]);

  await trash(site.deps, SYSTEM, { pageId, reason: 'Over' });
  await db('navigationItems').insert({ siteId: site.siteId, menu: 'main', position: 91, label: 'Menu entry', image: 'image:33' });
  await db('snippets').insert({ type: 'sponsor', key: 'shown', title: 'A sponsor', content: JSON.stringify({ logo: { ref: 'image:34' } }), createdAt: new Date(), updatedAt: new Date() });
  await db.raw(`update sites set settings = jsonb_set(settings, '{defaultSharingImage}', '"image:35"')`);
  expect(await shown()).toEqual([false, false, true, true, true, false, false, false]);
});
