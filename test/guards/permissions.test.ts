import request from 'supertest';
import { insertGroupUnlessThere } from '../../src/accounts/queries';
import { addPage } from '../support/site';
import { addPerson, openPeopleSite, send, signedIn, type Agent, type PeopleSite } from '../accounts/people-site';
import { createApp } from '../../src/app';
import { listRoutes } from '../support/list-routes';

let site: PeopleSite;
let agents: Record<'reader' | 'viewer' | 'elsewhere' | 'administrator', Agent>;
beforeAll(async () => {
  site = await openPeopleSite();
  const other = await addPage(site, { path: '/elsewhere' });
  await addPerson(site, 'reader@example.org');
  await addPerson(site, 'viewer@example.org', 'viewers');
  const group = { key: 'elsewhere', name: 'Elsewhere', description: '', grants: [{ verb: 'enter', scope: 'area:staff' }, ...['view', 'add', 'edit', 'publish', 'lock', 'trash'].map((verb) => ({ verb, scope: `page:${other}` }))] };
  await insertGroupUnlessThere(site.deps.db, group);
  await addPerson(site, 'elsewhere@example.org', 'elsewhere');
  agents = {
    reader: await signedIn(site, 'reader@example.org'), viewer: await signedIn(site, 'viewer@example.org'),
    elsewhere: await signedIn(site, 'elsewhere@example.org'), administrator: await signedIn(site, 'admin@example.org'),
  };
});
afterAll(() => site.close());
beforeEach(() => site.deps.db('rateLimits').del());

/**
 * Every route of the staff area and what it answers to a viewer and to an administrator; strangers are always sent to sign
 * in, and an account without rights is always refused. Whoever looks after another part of the tree finds no page of this one. A new
 * route fails here until somebody has said who may ask for it. Page routes are asked about a page made for the question; what else is
 * named is not there. Changes come with an empty form: who may make them gets as far as 400, 404 or 422, or makes them.
 */
const EXPECTED: Readonly<Record<string, readonly [viewer: number, administrator: number]>> = {
  'get /admin': [200, 200], 'get /admin/': [200, 200],
  'get /admin/find': [200, 200], 'get /admin/references': [200, 200], 'post /admin/paste': [422, 422], 'get /admin/history': [200, 200], 'get /admin/history.csv': [200, 200],
  'get /admin/pages/:id/history': [200, 200], 'post /admin/pages/:id/history/restorations': [403, 422],
  'get /admin/profile': [200, 200], 'patch /admin/profile': [422, 422], 'put /admin/profile/password': [422, 422],
  'delete /admin/profile/sessions': [303, 303], 'delete /admin/profile/sessions/:key': [404, 404],
  'get /admin/users': [403, 200], 'post /admin/users': [403, 422], 'get /admin/users/new': [403, 200], 'get /admin/users/:id': [403, 404],
  'get /admin/users/:id/permissions': [403, 404], 'put /admin/users/:id/groups': [403, 404],
  'post /admin/users/:id/activation': [403, 404], 'delete /admin/users/:id/activation': [403, 404],
  'post /admin/users/:id/invitation': [403, 404], 'delete /admin/users/:id/invitation': [403, 404],
  'get /admin/images': [200, 200], 'post /admin/images': [403, 415], 'get /admin/images/bulk': [303, 303], 'post /admin/images/bulk': [403, 422], 'get /admin/images/:id': [404, 404], 'patch /admin/images/:id': [403, 404],
  'delete /admin/images/:id': [403, 404], 'post /admin/images/:id/versions': [403, 415], 'post /admin/images/:id/versions/:number/restoration': [403, 404],
  'post /admin/images/:id/trash': [403, 404], 'delete /admin/images/:id/trash': [403, 404],
  'get /admin/documents': [200, 200], 'post /admin/documents': [403, 415], 'get /admin/documents/bulk': [303, 303], 'post /admin/documents/bulk': [403, 422], 'get /admin/documents/:id': [404, 404], 'patch /admin/documents/:id': [403, 404],
  'delete /admin/documents/:id': [403, 404], 'post /admin/documents/:id/versions': [403, 415], 'get /admin/documents/:id/versions/:number': [404, 404],
  'post /admin/documents/:id/versions/:number/restoration': [403, 404], 'post /admin/documents/:id/trash': [403, 404], 'delete /admin/documents/:id/trash': [403, 404],
  'get /admin/collections': [200, 200], 'post /admin/collections': [403, 422],
  'get /admin/collections/:id': [404, 404], 'patch /admin/collections/:id': [403, 404], 'delete /admin/collections/:id': [403, 404],
  'get /admin/groups': [403, 200], 'post /admin/groups': [403, 422], 'get /admin/groups/new': [403, 200],
  'get /admin/groups/:id': [403, 404], 'patch /admin/groups/:id': [403, 404], 'delete /admin/groups/:id': [403, 404],
  'post /admin/pages': [400, 400], 'get /admin/pages/new': [400, 400], 'get /admin/pages/:id/edit': [200, 200], 'post /admin/pages/:id/revisions': [403, 400],
  'put /admin/pages/:id/working-copy': [403, 400], 'delete /admin/pages/:id/working-copy': [403, 303], 'post /admin/pages/:id/presence': [200, 200],
  'post /admin/pages/preview': [400, 400], 'get /admin/pages/:id/preview': [200, 200], 'post /admin/pages/:id/preview': [400, 400],
  'get /admin/pages/:id/preview-links': [403, 200], 'post /admin/pages/:id/preview-links': [403, 201], 'delete /admin/pages/:id/preview-links/:link': [403, 404],
  'get /admin/pages/:id/conflict': [403, 303], 'post /admin/pages/:id/conflict': [403, 422],
  'get /admin/pages': [200, 200], 'get /admin/pages/:id': [200, 200], 'get /admin/pages/bulk': [400, 400], 'post /admin/pages/bulk': [422, 422], 'get /admin/pages/chooser': [400, 400],
  'post /admin/pages/:id/position': [403, 422], 'post /admin/pages/:id/restoration': [403, 409], 'get /admin/trash': [200, 200],
  'get /admin/schedule': [200, 200], 'get /admin/pages/:id/publication/new': [403, 200], 'post /admin/pages/:id/publication': [403, 409], 'delete /admin/pages/:id/publication': [403, 422],
  'post /admin/pages/:id/publication/undo': [403, 422], 'get /admin/pages/:id/unpublication/new': [403, 200], 'post /admin/pages/:id/schedule': [403, 409], 'delete /admin/pages/:id/schedule': [403, 409],
  'get /admin/pages/:id/move': [403, 200], 'post /admin/pages/:id/move': [403, 422], 'get /admin/pages/:id/copy': [200, 200], 'post /admin/pages/:id/copy': [422, 422],
  'get /admin/pages/:id/trash': [403, 200], 'post /admin/pages/:id/trash': [403, 422], 'get /admin/pages/:id/settings': [403, 200], 'patch /admin/pages/:id/settings': [403, 422],
  'post /admin/pages/:id/lock': [403, 303], 'delete /admin/pages/:id/lock': [403, 409], 'get /admin/pages/:id/access': [403, 200], 'put /admin/pages/:id/access': [403, 422],
};

const routes = () => listRoutes(createApp(site.deps))
  .filter(({ method, path }) => path.startsWith('/admin') && !path.startsWith('/admin/session') && !['head', '*', '_all', 'all'].includes(method)).map(({ method, path }) => `${method} ${path.replace(/(?<=.)\/$/, path === '/admin/' ? '/' : '')}`);

test('every route of the staff area is in this table, and nothing else', () => {
  const names = [...new Set(routes())];
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter((name) => !(name in EXPECTED))).toEqual([]);
});

let made = 0;
/** A page route is about a fresh page: what one person did to it, the next does not find. */
async function urlOf(path: string): Promise<string> {
  if (!path.startsWith('/admin/pages/:id')) return path.replace(':key', '0'.repeat(64)).replace(':id', '999999');
  made += 1;
  return path.replace(':id', String(await addPage(site, { path: `/page-${made}` }))).replace(':link', '999999');
}

async function askFor(agent: Agent, name: string): Promise<number> {
  const [method = '', path = ''] = name.split(' ');
  const url = await urlOf(path);
  if (method === 'get') return (await agent.get(url)).status;
  return (await send(agent, method.toUpperCase() as 'POST', url)).status;
}

test.each(Object.entries(EXPECTED))('%s answers each role as it should', async (name, [viewer, administrator]) => {
  const [method = '', path = ''] = name.split(' ');
  const stranger = await request(site.server)[method as 'get'](await urlOf(path)).set('Sec-Fetch-Site', 'same-origin');
  expect([stranger.status, stranger.headers.location?.startsWith('/sign-in?next=')]).toEqual([303, true]);
  expect(await refusedReader(method, path)).toBe(403);
  const elsewhere = await askFor(agents.elsewhere, name);
  if (path.startsWith('/admin/pages/:id')) expect([name, elsewhere]).toEqual([name, 404]);
  else expect([viewer, administrator]).toContain(elsewhere);
  expect([await askFor(agents.viewer, name), await askFor(agents.administrator, name)]).toEqual([viewer, administrator]);
});

/** Somebody who has an account and nothing else sees no form of the staff area, so there is no token to send: refused either way. */
async function refusedReader(method: string, path: string): Promise<number> {
  const { text } = await agents.reader.get('/sign-out');
  const _csrf = /name="_csrf" value="([^"]*)"/.exec(text)?.[1] ?? '';
  if (method === 'get') return (await agents.reader.get(await urlOf(path))).status;
  const body = method === 'post' ? { _csrf } : { _csrf, _method: method.toUpperCase() };
  return (await agents.reader.post(await urlOf(path)).set('Sec-Fetch-Site', 'same-origin').type('form').send(body)).status;
}

test.each(Object.keys(EXPECTED).filter((name) => !name.startsWith('get')))('%s without the session\'s token is refused, whoever asks', async (name) => {
  const [method = '', path = ''] = name.split(' ');
  const answer = await agents.administrator.post(await urlOf(path)).set('Sec-Fetch-Site', 'same-origin').type('form').send({ _method: method === 'post' ? undefined : method.toUpperCase() });
  expect(answer.status).toBe(403);
});

test('the sidebar has only what somebody may use', async () => {
  const links = async (agent: Agent) => [...new Set([.../<nav class="nav"[^]*?<\/nav>/.exec((await agent.get('/admin')).text)![0].matchAll(/<a href="(\/admin[^"]*)"/g)].map(([, href]) => href!))];
  expect(await links(agents.viewer)).toEqual(['/admin', '/admin/pages', '/admin/schedule', '/admin/images', '/admin/trash', '/admin/history', '/admin/profile']);
  expect(await links(agents.administrator)).toEqual(['/admin', '/admin/pages', '/admin/schedule', '/admin/images', '/admin/trash', '/admin/history', '/admin/users', '/admin/groups', '/admin/profile']);
});
