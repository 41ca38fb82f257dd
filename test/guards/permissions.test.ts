import request from 'supertest';
import { addPerson, openPeopleSite, send, signedIn, type Agent, type PeopleSite } from '../accounts/people-site';
import { createApp } from '../../src/app';
import { listRoutes } from '../support/list-routes';

let site: PeopleSite;
let agents: Record<'reader' | 'viewer' | 'administrator', Agent>;
beforeAll(async () => {
  site = await openPeopleSite();
  await addPerson(site, 'reader@example.org');
  await addPerson(site, 'viewer@example.org', 'viewers');
  agents = { reader: await signedIn(site, 'reader@example.org'), viewer: await signedIn(site, 'viewer@example.org'), administrator: await signedIn(site, 'admin@example.org') };
});
afterAll(() => site.close());
beforeEach(() => site.deps.db('rateLimits').del());

/**
 * Every route of the staff area and what it answers to a viewer and to an administrator; strangers are always sent to sign
 * in, and an account without rights is always refused. A new route fails here until somebody has said who may ask for it.
 * Changes come with an empty form and, where something is named, for something that is not there: an administrator gets as far as 404 or 422.
 */
const EXPECTED: Readonly<Record<string, readonly [viewer: number, administrator: number]>> = {
  'get /admin': [200, 200], 'get /admin/': [200, 200],
  'get /admin/profile': [200, 200], 'patch /admin/profile': [422, 422], 'put /admin/profile/password': [422, 422],
  'delete /admin/profile/sessions': [303, 303], 'delete /admin/profile/sessions/:key': [404, 404],
  'get /admin/users': [403, 200], 'post /admin/users': [403, 422], 'get /admin/users/new': [403, 200], 'get /admin/users/:id': [403, 404],
  'get /admin/users/:id/permissions': [403, 404], 'put /admin/users/:id/groups': [403, 404],
  'post /admin/users/:id/activation': [403, 404], 'delete /admin/users/:id/activation': [403, 404],
  'post /admin/users/:id/invitation': [403, 404], 'delete /admin/users/:id/invitation': [403, 404],
  'get /admin/groups': [403, 200], 'post /admin/groups': [403, 422], 'get /admin/groups/new': [403, 200],
  'get /admin/groups/:id': [403, 404], 'patch /admin/groups/:id': [403, 404], 'delete /admin/groups/:id': [403, 404],
};

const routes = () => listRoutes(createApp(site.deps))
  .filter(({ method, path }) => path.startsWith('/admin') && !['head', '*', '_all', 'all'].includes(method)).map(({ method, path }) => `${method} ${path.replace(/(?<=.)\/$/, path === '/admin/' ? '/' : '')}`);

test('every route of the staff area is in this table, and nothing else', () => {
  const names = [...new Set(routes())];
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter((name) => !(name in EXPECTED))).toEqual([]);
});

function urlOf(path: string): string {
  return path.replace(':key', '0'.repeat(64)).replace(':id', '999999');
}

async function askFor(agent: Agent, name: string): Promise<number> {
  const [method = '', path = ''] = name.split(' ');
  if (method === 'get') return (await agent.get(urlOf(path))).status;
  return (await send(agent, method.toUpperCase() as 'POST', urlOf(path))).status;
}

test.each(Object.entries(EXPECTED))('%s answers each role as it should', async (name, [viewer, administrator]) => {
  const [method = '', path = ''] = name.split(' ');
  const stranger = await request(site.server)[method as 'get'](urlOf(path)).set('Sec-Fetch-Site', 'same-origin');
  expect([stranger.status, stranger.headers.location?.startsWith('/sign-in?next=')]).toEqual([303, true]);
  expect(await refusedReader(method, path)).toBe(403);
  expect(await askFor(agents.viewer, name)).toBe(viewer);
  expect(await askFor(agents.administrator, name)).toBe(administrator);
});

/** Somebody who has an account and nothing else sees no form of the staff area, so there is no token to send: refused either way. */
async function refusedReader(method: string, path: string): Promise<number> {
  const { text } = await agents.reader.get('/sign-out');
  const _csrf = /name="_csrf" value="([^"]*)"/.exec(text)?.[1] ?? '';
  if (method === 'get') return (await agents.reader.get(urlOf(path))).status;
  const body = method === 'post' ? { _csrf } : { _csrf, _method: method.toUpperCase() };
  return (await agents.reader.post(urlOf(path)).set('Sec-Fetch-Site', 'same-origin').type('form').send(body)).status;
}

test.each(Object.keys(EXPECTED).filter((name) => !name.startsWith('get')))('%s without the session\'s token is refused, whoever asks', async (name) => {
  const [method = '', path = ''] = name.split(' ');
  const answer = await agents.administrator.post(urlOf(path)).set('Sec-Fetch-Site', 'same-origin').type('form').send({ _method: method === 'post' ? undefined : method.toUpperCase() });
  expect(answer.status).toBe(403);
});

test('the sidebar has only what somebody may use', async () => {
  const links = async (agent: Agent) => [...new Set([...(await agent.get('/admin')).text.matchAll(/<a href="(\/admin[^"]*)"/g)].map(([, href]) => href!))];
  expect(await links(agents.viewer)).toEqual(['/admin', '/admin/profile']);
  expect(await links(agents.administrator)).toEqual(['/admin', '/admin/users', '/admin/groups', '/admin/profile']);
});
