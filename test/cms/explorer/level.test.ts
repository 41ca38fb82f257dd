import { addPage, savePage } from '../../support/site';
import { addPerson, openPeopleSite, signedIn, type Agent, type PeopleSite } from '../../accounts/people-site';
import { insertGroupUnlessThere } from '../../../src/accounts/queries';
import { unpublish } from '../../../src/cms/workflow/unpublish';
import { expireDue } from '../../../src/cms/workflow/expire';
import { getPageType } from '../../../src/cms/registry';
import { SYSTEM } from '../../../src/platform/history/record';
import { addChildren, linkTo, titlesAt, titlesIn } from './explored-site';

let site: PeopleSite;
let admin: Agent;
const ids: Record<string, number> = {};
beforeAll(async () => {
  site = await openPeopleSite();
  admin = await signedIn(site, 'admin@example.org');
  ids.process = await addPage(site, { path: '/process', title: 'Process', position: 1, common: { showInMenus: true } });
  ids.about = await addPage(site, { path: '/about', title: 'About us', position: 2 });
  ids.rfcs = await addPage(site, { path: '/process/rfcs', title: 'RFCs', position: 1 });
  ids.streams = await addPage(site, { path: '/process/rfcs/streams', title: 'streams of RFCs', position: 3 });
  ids.draft = await addPage(site, { path: '/process/rfcs/draft', title: 'Nothing yet', position: 1, published: false });
  ids.waiting = await addPage(site, { path: '/process/rfcs/waiting', title: 'Being changed', position: 2 });
  await savePage(site, ids.waiting, { slug: 'waiting', title: 'Being changed more', content: getPageType(site.deps.registry, 'standard').example });
  ids.over = await addPage(site, { path: '/process/rfcs/over', title: 'Print editions', position: 4 });
  await site.deps.db('pages').where({ id: ids.over }).update({ expiresAt: new Date(site.clock.now.getTime() - 1_000) });
  await expireDue(site.deps, SYSTEM);
  ids.offline = await addPage(site, { path: '/process/rfcs/offline', title: 'Taken away', position: 5 });
  await unpublish(site.deps, SYSTEM, { pageId: ids.offline, reason: 'Old.' });
  ids.owner = await addPerson(site, 'maren@example.org', 'editors');
  await site.deps.db('pages').where({ id: ids.streams }).update({ ownerId: ids.owner, lockedAt: site.clock.now, lockedBy: ids.owner, access: 'signed-in', effectiveAccess: 'signed-in', gateId: ids.streams });
  const revision = await site.deps.db('pages').where({ id: ids.draft }).first<{ draftRevisionId: number }>('draftRevisionId');
  await site.deps.db('scheduledPublications').insert({ pageId: ids.draft, revisionId: revision.draftRevisionId, dueAt: new Date('2027-03-01T08:00:00Z'), timeZone: 'UTC', createdAt: site.clock.now });
}, 120_000);
afterAll(() => site.close());

const level = (query = ''): string => `/admin/pages/${ids.rfcs}${query}`;

test('without an id the list is what stands below the home page, in menu order', async () => {
  const { text } = await admin.get('/admin/pages');
  expect(titlesIn(text)).toEqual(['Process', 'About us']);
  expect(text).toContain('<h1>Home</h1>');
  expect(text).toMatch(/1 below/);
});

test('a level has its path, its address, and what may be done with it', async () => {
  const { text } = await admin.get(level());
  for (const part of ['<h1>RFCs</h1>', `href="/admin/pages/${ids.process}">Process</a>`, '/process/rfcs/', '5 pages below', `href="/admin/pages/${ids.rfcs}/edit"`, `href="/admin/pages/new?parent=${ids.rfcs}"`]) expect(text).toContain(part);
});

test('each page says how it stands with its readers, in words', async () => {
  const { text } = await admin.get(level());
  const words = Object.fromEntries([...text.matchAll(/<tr id="row-(\d+)"[^]*?class="status status--(\w+)">[^]*?<\/svg>([^<]*)/g)].map(([, id, kind, said]) => [id, `${kind}: ${said}`]));
  expect(words[ids.streams!]).toBe('live: Live');
  expect(words[ids.draft!]).toBe('scheduled: Scheduled');
  expect(words[ids.waiting!]).toBe('waiting: Live, edits waiting');
  expect(words[ids.over!]).toMatch(/^expired: Expired \d/);
  expect(words[ids.offline!]).toBe('draft: Draft');
  expect(text).toContain('Goes live 1 Mar 2027, 08:00 UTC');
  expect(text).toContain('Locked by Name of maren@example.org');
  expect(text).toContain('Signed in</span>');
});

test.each([
  ['status=live', ['Being changed', 'streams of RFCs']], ['status=waiting', ['Being changed']], ['status=draft', ['Taken away']], ['status=scheduled', ['Nothing yet']],
  ['status=expired', ['Print editions']], ['status=private', ['streams of RFCs']], ['status=locked', ['streams of RFCs']], ['type=standard&status=expired', ['Print editions']],
  ['type=home', []], ['since=2999-01-01', []], ['since=2020-01-01&status=waiting', ['Being changed']],
  ['sort=title', ['Being changed', 'Nothing yet', 'Print editions', 'streams of RFCs', 'Taken away']],
  ['sort=-title', ['Taken away', 'streams of RFCs', 'Print editions', 'Nothing yet', 'Being changed']],
  ['sort=-changed', ['Taken away', 'Print editions', 'Being changed', 'Nothing yet', 'streams of RFCs']],
  ['sort=-place', ['Taken away', 'Print editions', 'streams of RFCs', 'Being changed', 'Nothing yet']],
])('the list with ?%s', async (query, titles) => {
  expect(await titlesAt(admin, level(`?${query}`))).toEqual(titles);
});

test('an owner is a filter; what is on can be taken off, and says how many match', async () => {
  const { text } = await admin.get(level(`?owner=${ids.owner}&sort=title`));
  expect(titlesIn(text)).toEqual(['streams of RFCs']);
  expect(text).toContain('Name of maren@example.org<svg');
  expect(text).toContain(`href="/admin/pages/${ids.rfcs}?sort=title"`);
  expect(text).toContain('1 of 5 pages match');
});

test('a search goes through everything below, by title and address, every word', async () => {
  expect(await titlesAt(admin, '/admin/pages?q=rfcs+stream')).toEqual(['streams of RFCs']);
  expect(await titlesAt(admin, '/admin/pages?q=/process/rfcs/o')).toEqual(['Taken away', 'Print editions']);
  expect(await titlesAt(admin, `/admin/pages/${ids.about}?q=rfcs`)).toEqual([]);
  expect(await titlesAt(admin, '/admin/pages?q=100%25')).toEqual([]);
});

test('everything below can be listed, in the order of the tree', async () => {
  expect((await titlesAt(admin, '/admin/pages?deep=1')).slice(0, 4)).toEqual(['About us', 'Process', 'RFCs', 'Nothing yet']);
});

test('nonsense in the address is dropped, and no error', async () => {
  for (const query of ['?status=wrong&sort=sideways', '?after=nothing', '?after=1.x&sort=place', '?owner=0', '?since=yesterday', '?after=99999999999.1']) expect((await admin.get(level(query))).status).toBe(200);
});

test.each([
  ['place', 1_300], ['-place', 230], ['title', 230], ['-title', 230], ['changed', 230], ['-changed', 230],
])('going by %s through %i pages forth and back shows each once', async (sort, count) => {
  const parentId = await addPage(site, { path: `/many${sort}`, title: `Many by ${sort}`, position: 9 }).catch(() => undefined) ?? 0;
  const first = await addChildren(site, parentId, count);
  const seen: string[] = [];
  let url: string | undefined = `/admin/pages/${parentId}?sort=${sort}`;
  let last = '';
  for (let turn = 0; url && turn < 40; turn += 1) {
    last = url;
    const { text }: { text: string } = await admin.get(url);
    seen.push(...[...text.matchAll(/data-row="(\d+)"/g)].map(([, id]) => id!));
    if (turn === 0 && count > 1_000) expect(text).toContain('More than 1,000 pages');
    url = linkTo(text, 'next');
  }
  expect(seen).toHaveLength(count);
  expect(new Set(seen).size).toBe(count);
  if (sort === 'place') expect(seen[0]).toBe(String(first));

  const back: string[] = [];
  for (url = last; url; ) {
    const { text }: { text: string } = await admin.get(url);
    back.unshift(...[...text.matchAll(/data-row="(\d+)"/g)].map(([, id]) => id!));
    url = linkTo(text, 'prev');
  }
  expect(back).toEqual(seen);
}, 60_000);

test('who sees a part of the site finds its top at /admin/pages, and nothing above or beside it', async () => {
  await insertGroupUnlessThere(site.deps.db, { key: 'rfcs', name: 'RFCs', description: 'Keepers.', grants: [{ verb: 'enter', scope: 'area:staff' }, { verb: 'view', scope: `page:${ids.rfcs}` }, { verb: 'edit', scope: `page:${ids.rfcs}` }] });
  await addPerson(site, 'priya@example.org', 'rfcs');
  const priya = await signedIn(site, 'priya@example.org');

  expect(await titlesAt(priya, '/admin/pages')).toEqual(['RFCs']);
  expect(await titlesAt(priya, '/admin/pages?q=a')).toEqual(expect.arrayContaining(['Taken away', 'streams of RFCs', 'Being changed']));
  expect(await titlesAt(priya, '/admin/pages?q=about')).toEqual([]);
  const { text } = await priya.get(level());
  expect(text).not.toContain('>Process</a>');
  for (const id of [ids.process, ids.about, 999_999]) expect((await priya.get(`/admin/pages/${id}`)).status).toBe(404);
  expect(text).not.toContain('value="publish"');
});

test('somebody who sees no page is told so', async () => {
  await insertGroupUnlessThere(site.deps.db, { key: 'door', name: 'Door', description: 'In.', grants: [{ verb: 'enter', scope: 'area:staff' }] });
  await addPerson(site, 'nobody@example.org', 'door');
  const { text } = await (await signedIn(site, 'nobody@example.org')).get('/admin/pages');
  expect(text).toContain('There are no pages that you may see.');
});
