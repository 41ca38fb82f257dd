import request from 'supertest';
import { parseHtml } from '../../../src/cms/rich-text/parse-html';
import type { Person } from '../../../src/site/people/person';
import { replaceRoles, upsertPerson, type NewRole } from '../../../src/site/people/queries';
import { bodyOf } from '../../../src/site/people/role';
import { upsertGroup } from '../../../src/site/standards/queries';
import type { Group } from '../../../src/site/standards/group';
import { countQueries } from '../../support/count-queries';
import { addPage, openEmptySite, type TestSite } from '../../support/site';

const NOW = new Date('2026-11-22T12:00:00Z');
const group = (acronym: string, type: string, name: string, area: string | null = null): Group => ({ acronym, type, name, area, state: 'Active', list: `${acronym}@example.org`, description: null });
const person = (slug: string, name: string, role: string | null, more: Partial<Person> = {}): Person => ({ slug, name, role, about: null, invented: false, ...more });
const role = (title: string, more: Partial<NewRole> = {}): NewRole => ({ title, body: null, group: null, startedOn: null, endedOn: null, ...more });

let site: TestSite;
beforeAll(async () => {
  site = await openEmptySite({ now: () => NOW });
  const { db } = site.deps;
  for (const one of [group('iesg', 'Steering group', 'Internet Engineering Steering Group'), group('sec', 'Area', 'Security'), group('tls', 'Working group', 'Transport Layer Security', 'Security')]) await upsertGroup(db, one);
  await upsertPerson(db, person('ada-quill', 'Ada Quill', 'Area Director', { about: 'Reads a lot.', invented: true }));
  await replaceRoles(db, 'ada-quill', [role('Area Director', { group: 'sec', startedOn: '2025-03-01' }), role('Member', { group: 'iesg' }), role('Co-chair', { group: 'tls', startedOn: '2019-03-01', endedOn: '2025-03-01' })]);
  await upsertPerson(db, person('ben-hill', 'Ben Hill', 'Chair'));
  await replaceRoles(db, 'ben-hill', [role('Chair', { group: 'tls' })]);
  await upsertPerson(db, person('cleo-sand', 'Cleo Sand', 'Helper'));
  await upsertPerson(db, person('dan-role-less', 'Dan Roleless', null));
  await upsertPerson(db, person('eve-past', 'Eve Past', null));
  await replaceRoles(db, 'eve-past', [role('Chair', { group: 'tls', endedOn: '2020-01-01' })]);
  await upsertPerson(db, person('hal-hidden', 'Hal Hidden', 'Chair'));
  await replaceRoles(db, 'hal-hidden', [role('Chair', { group: 'tls' })]);
  await db('allPeople').where({ slug: 'hal-hidden' }).update({ hidden: true });

  await addPage(site, { path: '/people', type: 'people', title: 'People' });
  await addPage(site, { path: '/blog', type: 'blog', title: 'Blog' });
  for (let day = 1; day <= 6; day += 1) await addPage(site, { path: `/blog/post-${day}`, type: 'post', title: `Post ${day}`, content: post(`2026-01-0${day}T10:00:00Z`, ['ada-quill', 'hal-hidden', 'dan-role-less']) });
});
afterAll(() => site.close());

const post = (publishedOn: string, authors: string[]): Record<string, unknown> => ({
  authors: authors.map((slug) => ({ person: `person:${slug}`, role: null })), authorGroup: null, publishedOn, image: null, topics: [], introduction: 'News.',
  body: [{ id: 'a', type: 'paragraph', value: { text: parseHtml('<p>By <a href="person:ada-quill"></a> and <a href="person:dan-role-less"></a>.</p>', 'full') } }],
});
const get = async (url: string): Promise<string> => (await request(site.server).get(url).expect(200)).text;
const main = (html: string): string => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '';

test('role holders are listed by body and Area, leadership first, those whose roles have ended no more', async () => {
  const html = main(await get('/people/'));
  const bodies = html.split('<section').slice(1).map((part) => [/<h2[^>]*>([^<]*)/.exec(part)?.[1], ...[...part.matchAll(/<a href="\/people\/([^"/]*)\/">/g)].map(([, slug]) => slug)]);
  expect(bodies).toEqual([['Internet Engineering Steering Group', 'ada-quill'], ['Security Area', 'ada-quill', 'ben-hill'], ['Other roles', 'cleo-sand']]);
  expect(html).toContain('<p>Chair, tls</p>');
});

test('somebody’s page has roles with groups and time, earlier ones apart, and says what it is about', async () => {
  const html = main(await get('/people/ada-quill/'));
  expect(html).toContain('<h1>Ada Quill</h1>');
  expect(html).toContain('Reads a lot.');
  expect(html).toMatch(/since March 2025<\/span><strong>Area Director<\/strong>, <a href="[^"]*\/sec\/[^"]*">Security Area<\/a>/);
  expect(html).toMatch(/Earlier roles<\/h2>[\s\S]*March 2019 – March 2025<\/span><strong>Co-chair<\/strong>/);
});

test('their five newest posts, and the way to all of them', async () => {
  const html = main(await get('/people/ada-quill/'));
  expect([...html.matchAll(/href="\/blog\/post-(\d)\/"/g)].map(([, day]) => day)).toEqual(['6', '5', '4', '3', '2']);
  expect(html).toContain('href="/blog/author/ada-quill/"');
});

test('of two blogs, the way leads to the one with their newest post; to none while that is not public', async () => {
  const other = await addPage(site, { path: '/notes', type: 'blog', title: 'Notes' });
  await addPage(site, { path: '/notes/one', type: 'post', title: 'One', content: post('2026-02-01T10:00:00Z', ['ben-hill']) });
  const html = main(await get('/people/ben-hill/'));
  expect(html).toContain('href="/notes/one/"');
  expect(html).toContain('href="/notes/author/ben-hill/"');
  await get('/notes/author/ben-hill/');

  await site.deps.db('pages').where({ id: other }).update({ liveRevisionId: null });
  site.deps.versions.startOver();
  expect(main(await get('/people/ben-hill/'))).not.toContain('/author/');
});

test('an address in capitals has one redirect to the person’s own (P-02)', async () => {
  await request(site.server).get('/people/Ada-Quill/').expect(301).expect('Location', '/people/ada-quill/');
  await request(site.server).get('/people/NOBODY/').expect(404);
});

test('an invented person says so, and is not for search engines; a real one is', async () => {
  const invented = await get('/people/ada-quill/');
  expect(invented).toContain('This person is invented for the demonstration.');
  expect(invented).toMatch(/<meta name="robots" content="noindex/);
  const real = await get('/people/ben-hill/');
  expect(real).not.toContain('invented');
  expect(real).not.toMatch(/<meta name="robots" content="noindex/);
});

test('machines get a Person with role and groups', async () => {
  const html = await get('/people/ada-quill/');
  const json = [...html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)].map(([, data]) => data!).join('\n');
  expect(json).toContain('"@type":"Person"');
  expect(json).toContain('"jobTitle":"Area Director"');
  expect(json).toContain('"name":"Internet Engineering Steering Group"');
  expect(json).not.toContain('"name":"Transport Layer Security"');
});

test('no address for mail is anywhere, and none can be stored (EXT-10)', async () => {
  for (const url of ['/people/', '/people/ada-quill/', '/people/ben-hill/']) expect(main(await get(url))).not.toMatch(/\S@\S|mailto:/);
  await expect(upsertPerson(site.deps.db, person('mallory', 'Mallory', 'Chair', { about: 'Write to mallory@example.org.' }))).rejects.toThrow('all_people_without_addresses');
});

test('whoever holds no role has no page and is a name in texts; whoever held one keeps it', async () => {
  await request(site.server).get('/people/dan-role-less/').expect(404);
  await request(site.server).get('/people/nobody/').expect(404);
  expect(main(await get('/people/eve-past/'))).toContain('until January 2020');
  expect(await get('/blog/post-1/')).toContain('<p>By <a href="/people/ada-quill/">Ada Quill</a> and Dan Roleless.</p>');
});

test('somebody hidden is hidden everywhere, and stays so when the import brings them again', async () => {
  await upsertPerson(site.deps.db, person('hal-hidden', 'Hal Hidden', 'Chair of everything'));
  site.deps.versions.startOver();
  await request(site.server).get('/people/hal-hidden/').expect(404).expect((res) => expect(res.text).not.toContain('Hal Hidden'));
  for (const url of ['/people/', '/blog/', '/blog/post-1/', '/', '/search/?query=hidden']) expect([url, (await get(url)).includes('Hal Hidden')]).toEqual([url, false]);
});

test('without a page of people a person is a name', async () => {
  await site.deps.db('pages').where({ path: '/people' }).update({ effectiveAccess: 'signed-in' });
  site.deps.versions.startOver();
  expect(await get('/blog/post-2/')).toContain('<p>By Ada Quill and Dan Roleless.</p>');
  await site.deps.db('pages').where({ path: '/people' }).update({ effectiveAccess: 'public' });
  site.deps.versions.startOver();
});

test('a page costs at most six queries', async () => {
  await get('/');
  for (const url of ['/people/?n=1', '/people/ada-quill/?n=1']) {
    expect([url, await countQueries(site.deps.db, () => request(site.server).get(url).expect(200)) <= 6]).toEqual([url, true]);
  }
});

test('groups stand under their Area, research groups under the task force', () => {
  expect(bodyOf({ body: null, group: group('tls', 'Working group', 'TLS', 'Security') })).toEqual({ name: 'Security Area', rank: 1 });
  expect(bodyOf({ body: null, group: group('cfrg', 'Research group', 'Crypto Forum') }).name).toBe('Internet Research Task Force');
  expect(bodyOf({ body: 'RFC series', group: null })).toEqual({ name: 'RFC series', rank: 2 });
  expect(bodyOf({ body: null, group: null }).rank).toBe(3);
});
