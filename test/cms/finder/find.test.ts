import { insertMembership } from '../../../src/accounts/queries';
import { addPerson, openPeopleSite, signedIn, type Agent, type PeopleSite } from '../../accounts/people-site';
import { countQueries } from '../../support/count-queries';
import { addPage, savePage } from '../../support/site';
import { upsertPerson } from '../../../src/site/people/queries';
import { upsertRfc } from '../../../src/site/standards/queries';

let site: PeopleSite;
let admin: Agent;
let about: number;
beforeAll(async () => {
  site = await openPeopleSite();
  about = await addPage(site, { path: '/about', title: 'RFC statuses' });
  await addPage(site, { path: '/plans', title: 'Status plans', published: false });
  await addPage(site, { path: '/news', title: 'News and status' });
  await upsertRfc(site.deps.db, { number: 9110, title: 'HTTP Semantics', status: 'Internet Standard', stream: 'IETF', date: '2022-06-01', authors: [], group: null, draft: null, series: [], abstract: null, obsoletes: [], obsoletedBy: [], updates: [], updatedBy: [] });
  await upsertPerson(site.deps.db, { slug: 'mara-lindqvist', name: 'Mara Lindqvist', role: 'Chair', about: null, invented: true });
  admin = await signedIn(site, 'admin@example.org');
}, 60_000);
afterAll(() => site.close());

interface Group { label: string; results: { title: string; url: string; status: { words: string } | null; post: boolean }[] }

async function found(q: string, agent = admin, more = ''): Promise<Record<string, Group['results']>> {
  const { body } = await agent.get(`/admin/find?q=${encodeURIComponent(q)}${more}`).set('Accept', 'application/json').expect(200);
  return Object.fromEntries((body as { groups: Group[] }).groups.map(({ label, results }) => [label, results]));
}

test('pages come with their status and lead to the editor, actions beside them', async () => {
  const groups = await found('status');
  expect(groups['Pages']).toEqual(expect.arrayContaining([
    expect.objectContaining({ title: 'RFC statuses', url: `/admin/pages/${about}/edit`, status: { kind: 'live', icon: 'dot', words: 'Live' } }),
    expect.objectContaining({ title: 'Status plans', status: { kind: 'draft', icon: 'ring', words: 'Draft' } }),
  ]));
  expect(groups['Do']?.map(({ title }) => title)).toEqual(['Show drafts']);
});

test('the sign in front says what is looked for', async () => {
  expect(Object.keys(await found('> new'))).toEqual(['Do']);
  expect((await found('@admin'))['People']).toMatchObject([{ title: 'Name of admin@example.org' }]);
  expect(Object.keys(await found('#9110'))).toEqual(['Standards']);
  expect((await found('#9110'))['Standards']).toMatchObject([{ title: 'RFC 9110' }]);
});

test('an open page brings what can be done with it', async () => {
  const titles = (await found('>', admin, `&page=${about}`))['Do']!.map(({ title }) => title);
  expect(titles).toEqual(expect.arrayContaining(['Publish “RFC statuses”…', 'History of “RFC statuses”', 'New page below “RFC statuses”', 'Sign out']));
});

test('what one may not do is not offered', async () => {
  await addPerson(site, 'viewer@example.org', 'viewers');
  const viewer = await signedIn(site, 'viewer@example.org');
  const titles = (await found('>', viewer, `&page=${about}`))['Do']!.map(({ title }) => title);
  expect(titles).toContain('History of “RFC statuses”');
  expect(titles.join()).not.toMatch(/Publish|New page|Invite|People|Trash “|Edit/);
  expect((await found('@admin', viewer))['People']).toBeUndefined();
});

test('a page that one may see only as a reader leads to where readers see it', async () => {
  const { db } = site.deps;
  const id = await addPerson(site, 'part@example.org');
  const [group] = await db('userGroups').insert({ key: 'about', name: 'About', description: 'x' }).returning<{ id: number }[]>('id');
  await db('grants').insert([{ groupId: group!.id, verb: 'enter', scope: 'area:staff' }, { groupId: group!.id, verb: 'view', scope: `page:${about}` }]);
  await insertMembership(db, id, 'about');
  const pages = (await found('status', await signedIn(site, 'part@example.org')))['Pages']!;
  expect(pages.map(({ title, url }) => [title, url])).toEqual([['RFC statuses', `/admin/pages/${about}/edit`], ['News and status', '/news/']]);
});

test('without scripts it is a page with the same answers', async () => {
  const { text } = await admin.get('/admin/find?q=status').expect(200);
  expect(text).toContain('<h2 id="found-0">Pages</h2>');
  expect(text).toContain(`<a class="item-title" href="/admin/pages/${about}/edit">RFC statuses</a>`);
  expect((await admin.get('/admin/find?q=xyzzy')).text).toContain('Nothing is found.');
});

test('it costs few queries', async () => {
  expect(await countQueries(site.deps.db, () => found('status', admin, `&page=${about}`))).toBeLessThanOrEqual(7);
});

test('staff see a bar on public pages with what they may do there; for everybody else pages are the same, byte for byte', async () => {
  const request = (await import('supertest')).default;
  const before = (await request(site.server).get('/about/')).text;
  const { content } = await site.deps.db('revisions').where({ pageId: about }).first<{ content: never }>('content');
  await savePage(site, about, { slug: 'about', title: 'RFC statuses, new', content });
  const bar = (html: string): string => /<aside class="staff-bar"[^]*?<\/aside>/.exec(html)?.[0] ?? '';
  const { text } = await admin.get('/about/');
  expect(bar(text)).toContain('<strong>Edits waiting</strong>');
  for (const path of ['/edit', '', '/history']) expect(bar(text)).toContain(`href="/admin/pages/${about}${path}"`);
  expect(bar(text)).toContain(`href="/admin/pages/new?parent=${about}"`);
  expect(bar((await (await signedIn(site, 'viewer@example.org')).get('/about/')).text)).not.toMatch(/\/edit|new\?parent/);
  await addPerson(site, 'reader@example.org');
  const reader = (await (await signedIn(site, 'reader@example.org')).get('/about/')).text;
  expect((await request(site.server).get('/about/')).text).toBe(before);
  expect(reader).toBe(before);
  expect(text.replace(/<aside class="staff-bar"[^]*?<\/aside>\n?/, '')).toBe(before);
});
