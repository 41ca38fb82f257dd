import { reasonsFor, type HeldGrant } from '../../src/accounts/explain';
import { may, VERBS, type Target, type Verb } from '../../src/accounts/permissions';
import { addPage } from '../support/site';
import { addPerson, openPeopleSite, send, signedIn, type Agent, type PeopleSite } from './people-site';

let site: PeopleSite;
let admin: Agent;
let people: number;
beforeAll(async () => {
  site = await openPeopleSite();
  const { db } = site.deps;
  const about = await addPage(site, { path: '/about', title: 'About' });
  await addPage(site, { path: '/about/people', title: 'People of ours' });
  await addPage(site, { path: '/news', title: 'News' });
  people = await addPerson(site, 'maren@example.org', 'contributors');
  const [group] = await db('userGroups').insert({ key: 'about', name: 'About keepers', description: 'x' }).returning<{ id: number }[]>('id');
  await db('grants').insert([{ groupId: group!.id, verb: 'publish', scope: `page:${about}` }, { groupId: group!.id, verb: 'manage', scope: 'area:snippets' }]);
  await db('userGroupMembers').insert({ groupId: group!.id, userId: people });
  admin = await signedIn(site, 'admin@example.org');
});
afterAll(() => site.close());

const ask = async (page: string) => (await admin.get(`/admin/users/${people}/permissions`).query({ page }).expect(200)).text;

/** `Publish and unpublish pages` → `Yes About keepers: for /about/ and everything below it` */
function rowsIn(html: string): Record<string, string> {
  const rows = [...html.matchAll(/<tr>\s*<th scope="row">([^<]+)<\/th>([\s\S]*?)<\/tr>/g)];
  return Object.fromEntries(rows.map(([, what, rest]) => [what!, rest!.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').replace(/ :/g, ':').trim()]));
}

test('for each verb on a page it says yes or no, and which group and grant gives it', async () => {
  const rows = rowsIn(await ask('/about/people/'));
  expect(rows['Publish and unpublish pages']).toBe('Yes About keepers: for /about/ and everything below it');
  expect(rows['Add pages, and change those that one added']).toBe('Yes Contributors: everywhere');
  expect(rows['Change pages']).toBe('No No group gives it.');
  expect(rowsIn(await ask('/news/'))['Publish and unpublish pages']).toBe('No No group gives it.');
});

test('a page that they added is theirs to change, and it says so', async () => {
  await site.deps.db('pages').where('path', '/news').update({ ownerId: people });
  expect(rowsIn(await ask('/news/'))['Change pages']).toBe('Yes Contributors: lets them add pages everywhere, and this one they added');
});

test('areas have their answers too, also those that a wider grant covers', async () => {
  const rows = rowsIn(await ask(''));
  expect(rows['Images and documents']).toBe('Yes Contributors: for Images and documents');
  expect(rows['Snippets: Topics']).toBe('Yes About keepers: for Snippets of all types');
  expect(rows['People and groups']).toBe('No No group gives it.');
});

test('an address without a page says so', async () => {
  expect(await ask('/nowhere/')).toContain('There is no page at this address.');
  expect(await ask('/%zz/')).toContain('There is no page at this address.');
});

test('of somebody deactivated every answer is no', async () => {
  await send(admin, 'DELETE', `/admin/users/${people}/activation`);
  const html = await ask('/about/');
  expect(html).toContain('The account is deactivated');
  expect(Object.values(rowsIn(html)).every((answer) => answer.startsWith('No '))).toBe(true);
});

test('the reasons say yes exactly when the decision does', () => {
  const scopes = ['*', 'page:1', 'page:2', 'page:3', 'area:media', 'area:snippets', 'area:snippets:topic'];
  const targets: Target[] = [
    { area: 'media' }, { area: 'snippets' }, { area: 'snippets:topic' }, { area: 'users' },
    ...[null, 7, 8].map((ownerId) => ({ page: { id: 3, ancestorIds: [1, 2], ownerId } })), { page: { id: 4, ancestorIds: [1], ownerId: 7 } },
  ];
  const verbs = Object.keys(VERBS) as Verb[];
  for (const given of verbs) for (const scope of scopes) for (const active of [true, false]) {
    const grants: HeldGrant[] = [{ verb: given, scope, groupId: 1, groupName: 'One' }];
    const holder = { id: 7, active, grants };
    for (const verb of verbs) for (const target of targets) expect([given, scope, verb, target, reasonsFor(holder, verb, target).length > 0]).toEqual([given, scope, verb, target, may(holder, verb, target)]);
  }
});
