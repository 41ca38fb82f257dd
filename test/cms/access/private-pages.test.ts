import request from 'supertest';
import type { Access } from '../../../src/cms/access/access';
import { restrict } from '../../../src/cms/workflow/restrict';
import { rename } from '../../../src/cms/workflow/rename';
import { trash } from '../../../src/cms/workflow/trash';
import { restore } from '../../../src/cms/workflow/restore';
import { unpublish } from '../../../src/cms/workflow/unpublish';
import { insertUser } from '../../../src/accounts/queries';
import { hashPassword } from '../../../src/accounts/passwords';
import { SYSTEM } from '../../../src/platform/history/record';
import { addPage, openEmptySite, type TestSite } from '../../support/site';

const PASSWORD = 'rough consensus';
const TITLE = 'Minutes nobody knows';

let site: TestSite;
beforeEach(async () => { site = await openEmptySite(); });
afterEach(() => site.close());

const get = (url: string, agent: ReturnType<typeof request.agent> = request(site.server)) => agent.get(url);
const close = (pageId: number, access: Access = 'signed-in', password: string | null = null) => restrict(site.deps, SYSTEM, { pageId, access, password });

async function addArea(): Promise<{ area: number; minutes: number }> {
  const area = await addPage(site, { path: '/board', type: 'section', title: 'Board', common: { showInMenus: true } });
  const minutes = await addPage(site, { path: '/board/minutes', title: TITLE, common: { showInMenus: true } });
  await addPage(site, { path: '/board/agenda', title: 'Agenda nobody knows', common: { showInMenus: true } });
  return { area, minutes };
}

async function signIn() {
  const agent = request.agent(site.server);
  await insertUser(site.deps.db, { createdAt: site.deps.now(), email: 'reader@example.org', name: 'Reader', passwordHash: await hashPassword('a long enough password') });
  const { text } = await agent.get('/sign-in').expect(200);
  const token = /name="_csrf" value="([^"]+)"/.exec(text)![1]!;
  await agent.post('/sign-in').set('Sec-Fetch-Site', 'same-origin').type('form').send({ _csrf: token, email: 'reader@example.org', password: 'a long enough password', next: '' }).expect(303);
  return agent;
}

async function unlock(agent: ReturnType<typeof request.agent>, url: string, password: string) {
  const { text } = await agent.get(url).expect(403);
  const token = /name="_csrf" value="([^"]+)"/.exec(text)![1]!;
  return agent.post('/unlock').set('Sec-Fetch-Site', 'same-origin').type('form').send({ _csrf: token, next: url, password });
}

test('every address behind the gate answers the same: the page, one that never was, a form of it, an old address', async () => {
  const { area, minutes } = await addArea();
  await rename(site.deps, SYSTEM, { pageId: minutes, slug: 'notes' });
  await close(area);

  for (const url of ['/board/', '/board/notes/', '/board/minutes/', '/board/never-was/', '/board/notes/deeper/', '/board']) {
    const response = await get(url);
    expect([url, response.status, response.headers.location]).toEqual([url, 303, `/sign-in?next=${encodeURIComponent(url)}`]);
    expect(response.headers['cache-control']).toBe('no-store');
    expect(response.text).not.toContain(TITLE);
  }
});

test('who is signed in reads it, with the pages around it; nothing keeps the answer', async () => {
  const { area } = await addArea();
  await close(area);
  const agent = await signIn();
  for (let time = 0; time < 2; time += 1) {
    const response = await get('/board/minutes/', agent).expect(200);
    expect(response.headers['cache-control']).toBe('no-store');
    expect(response.headers['x-robots-tag']).toBe('noindex');
    expect(response.text).toContain('Agenda nobody knows');
  }
  await get('/board/minutes/').expect(303);
  for (const [url, status] of [['/board/never-was/', 404], ['/board/minutes', 301], ['/board/minutes/index.md', 200], ['/board/minutes/index.json', 200]] as const) {
    const response = await get(url, agent);
    expect([url, response.status, response.headers['cache-control']]).toEqual([url, status, 'no-store']);
  }
});

test('a shared password opens what lies behind it until it is changed', async () => {
  const { area } = await addArea();
  await close(area, 'password', PASSWORD);
  const agent = request.agent(site.server);

  const wrong = await unlock(agent, '/board/minutes/', 'wrong');
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('This is not the password.');
  const right = await unlock(agent, '/board/minutes/', PASSWORD);
  expect([right.status, right.headers.location]).toEqual([303, '/board/minutes/']);
  await get('/board/minutes/', agent).expect(200);
  await get('/board/agenda/', agent).expect(200);
  await get('/board/minutes/').expect(403);

  await close(area, 'password', 'another password');
  await get('/board/minutes/', agent).expect(403);
});

test('a page with a gate of its own below another asks for both', async () => {
  const { area, minutes } = await addArea();
  await close(area);
  await close(minutes, 'password', PASSWORD);
  await get('/board/minutes/').expect(303);
  const agent = await signIn();
  await get('/board/agenda/', agent).expect(200);
  expect((await unlock(agent, '/board/minutes/', PASSWORD)).status).toBe(303);
  await get('/board/minutes/', agent).expect(200);
});

test('the password is never asked for an address elsewhere, and the form leads nowhere else', async () => {
  const { area } = await addArea();
  await close(area, 'password', PASSWORD);
  const agent = request.agent(site.server);
  const { text } = await agent.get('/board/').expect(403);
  const token = /name="_csrf" value="([^"]+)"/.exec(text)![1]!;
  for (const next of ['https://evil.example/', '//evil.example/', '/\\evil.example']) {
    const response = await agent.post('/unlock').set('Sec-Fetch-Site', 'same-origin').type('form').send({ _csrf: token, next, password: PASSWORD }).expect(303);
    expect(response.headers.location).toMatch(/^\/(?![/\\])/);
  }
});

test('lists, search, the sitemap and references forget what becomes private, and know it again afterwards', async () => {
  const { area, minutes } = await addArea();
  await addPage(site, { path: '/all', type: 'section', title: 'All', content: {
    introduction: null, image: null, inDepth: [],
    keyInfo: [{ id: 'b1', type: 'button', value: { link: { ref: `page:${minutes}`, text: null }, style: 'primary' } }],
  } });
  const outputs = ['/all/', '/all/index.md', '/search/?query=nobody', '/search/suggestions?query=minutes', '/sitemap.xml'];
  const named = async () => (await Promise.all(outputs.map((url) => get(url)))).map(({ text }) => (
    /\/board\/minutes\//.test(text) || text.replace(/<[^>]+>/g, '').includes(TITLE)
  ));
  expect(await named()).toEqual(outputs.map(() => true));
  await close(area);
  expect(await named()).toEqual(outputs.map(() => false));
  await close(area, 'public');
  expect(await named()).toEqual(outputs.map(() => true));
  await get('/board/minutes/').expect(200);
});

test('lists inside show who passed the gate what lies behind it', async () => {
  const blog = await addPage(site, { path: '/inside', type: 'blog', title: 'Inside' });
  await addPage(site, { path: '/inside/first', type: 'post', title: 'First inside' });
  const events = await addPage(site, { path: '/dates', type: 'event-listing', title: 'Dates' });
  await addPage(site, { path: '/dates/meeting', type: 'event', title: 'Meeting inside', content: { ...site.deps.registry.pageTypes.get('event')!.example, startDate: '2030-03-09', endDate: '2030-03-15' } });
  const { area } = await addArea();
  for (const pageId of [blog, events, area]) await close(pageId);
  const agent = await signIn();
  expect((await get('/inside/', agent).expect(200)).text).toContain('First inside');
  expect((await get('/dates/', agent).expect(200)).text).toContain('Meeting inside');
  for (const url of ['/inside/feed/', '/dates/feed/atom/']) expect((await get(url, agent).expect(200)).text).toContain('inside');
  expect((await get('/dates/events.ics', agent).expect(200)).text).toContain('Meeting inside');
  await get('/dates/meeting/event.ics', agent).expect(200);
  for (const url of ['/inside/feed/', '/dates/events.ics', '/dates/meeting/event.ics']) await get(url).expect(303);
  expect((await get('/board/', agent).expect(200)).text).toContain(TITLE);
});

test('an address that was only ever private is nowhere once the page is gone; one that was public is gone', async () => {
  const { area, minutes } = await addArea();
  await close(area);
  const secret = await addPage(site, { path: '/board/secret', title: 'Secret' });
  await rename(site.deps, SYSTEM, { pageId: secret, slug: 'hidden' });
  await unpublish(site.deps, SYSTEM, { pageId: secret, reason: 'Over.' });
  await unpublish(site.deps, SYSTEM, { pageId: minutes, reason: 'Over.' });
  await close(area, 'public');

  for (const url of ['/board/secret/', '/board/hidden/']) await get(url).expect(404);
  await get('/board/minutes/').expect(410);
});

test('the trash and back keep a private page private', async () => {
  const { area } = await addArea();
  await close(area);
  await trash(site.deps, SYSTEM, { pageId: area, reason: 'Away.' });
  await get('/board/minutes/').expect(410);
  await restore(site.deps, SYSTEM, { pageId: area });
  await get('/board/minutes/').expect(303);
});

test('a password that is none is refused, and the page stays as it was', async () => {
  const { area } = await addArea();
  await expect(close(area, 'password', 'short')).rejects.toThrow('A password has');
  await get('/board/').expect(200);
});
