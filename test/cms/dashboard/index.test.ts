import request from 'supertest';
import { hashPassword } from '../../../src/accounts/passwords';
import { ensureFirstAdministrator } from '../../../src/accounts/first-administrator';
import { insertMembership, insertUser } from '../../../src/accounts/queries';
import { PASSWORD, signIn } from '../../accounts/accounts-app';
import { addPage, openEmptySite, type TestSite } from '../../support/site';

let site: TestSite;
let about: number;
beforeAll(async () => {
  site = await openEmptySite();
  await ensureFirstAdministrator(site.deps, { email: 'admin@example.org', password: PASSWORD });
  about = await addPage(site, { path: '/about', title: 'About <us>' });
  await addPage(site, { path: '/about/plans', title: 'Secret plans', published: false });
  await addPage(site, { path: '/news', title: 'News' });
});
afterAll(() => site.close());

test('strangers are sent to sign in', async () => {
  await request(site.server).get('/admin').expect(303).expect('Location', '/sign-in?next=%2Fadmin');
});

test('it says who you are, what changed lately and what there is', async () => {
  const agent = request.agent(site.server);
  await signIn(agent, 'admin@example.org', { password: 'wrong' });
  await signIn(agent, 'admin@example.org');
  const { text, headers } = await agent.get('/admin').expect(200);

  expect(text).toContain('<dd>admin@example.org</dd>');
  expect(text).toContain('<dd>Administrators</dd>');
  expect(text).toContain('<a class="item-title" href="/about/">About &lt;us&gt;</a>');
  expect(text).toContain('<span class="item-title">Secret plans</span>'); // not live: nothing to link to
  expect(text.match(/About &lt;us&gt;<\/a>\n<p/g)).toHaveLength(1); // added, saved and published, but one page
  expect(text).toMatch(/Plenary published · \d+ \w+ \d{4}, \d\d:\d\d UTC/);
  expect(text).toContain('2 live, 1 not');
  expect(text).toContain('This is your first');
  expect(text).toMatch(/Wrong passwords since<\/dt><dd class="numeric c-warn">1</);
  expect(text).toMatch(/Open sessions<\/dt><dd class="numeric">1</);
  expect(headers['cache-control']).toBe('no-store');
  expect(text).not.toMatch(/ style=| on[a-z]+=|<script(?![^>]+nonce=)/);
});

test('somebody with rights on a part of the tree sees that part only', async () => {
  const { db, now } = site.deps;
  const id = await insertUser(db, { email: 'part@example.org', name: 'Part', passwordHash: await hashPassword(PASSWORD), createdAt: now() });
  const [group] = await db('userGroups').insert({ key: 'about', name: 'About', description: 'x' }).returning<{ id: number }[]>('id');
  await db('grants').insert([{ groupId: group!.id, verb: 'enter', scope: 'area:staff' }, { groupId: group!.id, verb: 'view', scope: `page:${about}` }]);
  await insertMembership(db, id, 'about');

  const agent = request.agent(site.server);
  await signIn(agent, 'part@example.org');
  const { text } = await agent.get('/admin').expect(200);
  expect(text).toContain('Secret plans');
  expect(text).toContain('1 live, 1 not');
  expect(text).not.toContain('News');
});
