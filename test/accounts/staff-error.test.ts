import request from 'supertest';
import { addPerson, openPeopleSite, send, signedIn, type Agent, type PeopleSite } from './people-site';

/** Errors below /admin: whoever works there keeps the frame of the staff area around them, and a way back. */
let site: PeopleSite;
let publisher: Agent;
beforeAll(async () => {
  site = await openPeopleSite();
  await addPerson(site, 'publisher@example.org', 'publishers');
  await addPerson(site, 'reader@example.org');
  publisher = await signedIn(site, 'publisher@example.org');
});
afterAll(() => site.close());

const SIDEBAR = 'aria-label="Staff area"';
const wayBack = (text: string): string | undefined => /<a class="button button--main" href="([^"]*)"/.exec(text)?.[1];

test.each([
  [404, 'There is nothing here', () => publisher.get('/admin/images/999999'), '/admin/images'],
  [404, 'There is nothing here', () => publisher.get('/admin/nowhere?x=1'), '/admin'],
  [405, 'There is no page here', () => publisher.get('/admin/images/1/trash'), '/admin/images'],
  [403, 'This was not allowed', () => publisher.get('/admin/users'), '/admin'],
  [403, 'This was not allowed', () => publisher.post('/admin/images/bulk?q=map').set({ 'Sec-Fetch-Site': 'same-origin' }).type('form').send({ _csrf: 'wrong' }), '/admin/images'],
  [400, 'This could not be understood', () => send(publisher, 'POST', '/admin/collections', { nonsense: 'x' }), '/admin'],
  [413, 'This is too much at once', () => publisher.post('/admin/collections').set({ 'Sec-Fetch-Site': 'same-origin' }).type('form').send({ name: 'x'.repeat(3_000_000) }), '/admin'],
] as const)('%d stands in the frame of the staff area: “%s”', async (status, title, ask, back) => {
  const answer = await ask();
  expect([answer.status, answer.text.includes(SIDEBAR), answer.text.includes(`<h1>${title}</h1>`)]).toEqual([status, true, true]);
  expect(wayBack(answer.text)).toBe(back);
  expect([answer.headers['cache-control'], answer.headers['content-security-policy']]).toEqual(['no-store', expect.stringContaining(`'nonce-${/nonce="([^"]*)"/.exec(answer.text)?.[1]}'`)]);
});

test('the way back is the staff page whose form or link led here, and no other', async () => {
  const from = async (referer: string): Promise<string | undefined> => {
    const asked = publisher.get('/admin/images/999999');
    return wayBack((await asked.set('Referer', new URL(referer, asked.url).href)).text);
  };
  expect(await from('/admin/images?q=map&page=2')).toBe('/admin/images?q=map&amp;page=2');
  expect([await from('/about/'), await from('https://evil.example/admin/images'), await from('/admin/images/999999')]).toEqual(['/admin/images', '/admin/images', '/admin/images']);
});

test('a failure of ours has its reference in it', async () => {
  const { db } = site.deps;
  await db.raw('alter table images rename to images_away');
  const failed = await publisher.get('/admin/images');
  await db.raw('alter table images_away rename to images');
  expect([failed.status, failed.text.includes(SIDEBAR), /quote the reference <strong class="mono">[\w-]{8,}</.test(failed.text)]).toEqual([500, true, true]);
});

test('others keep the frame of readers, and scripts their problem document', async () => {
  const reader = await signedIn(site, 'reader@example.org');
  for (const answer of [await reader.get('/admin/images/999999'), await publisher.get('/nowhere'), await request(site.server).get('/admin').redirects(1)]) expect(answer.text).not.toContain(SIDEBAR);
  expect((await publisher.get('/admin/images/999999').set('Accept', 'application/json')).body).toMatchObject({ status: 404 });
});
