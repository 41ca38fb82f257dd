import request from 'supertest';
import { countQueries } from '../../support/count-queries';
import { openSeededSite, type TestSite } from '../../support/site';

let site: TestSite;
beforeAll(async () => { site = await openSeededSite({ env: { TRUST_PROXY: '1' } }); }, 120_000);
afterAll(() => site.close());

interface Suggestion { kind: string; title: string; url: string }

const ask = (query: string, from = '192.0.2.1') => request(site.server).get(`/search/suggestions?query=${encodeURIComponent(query)}`).set('X-Forwarded-For', from);
const suggested = async (query: string): Promise<Suggestion[]> => ((await ask(query).expect(200)).body as { suggestions: Suggestion[] }).suggestions;

test('what begins so is suggested: at most eight, each with its kind and an address that answers', async () => {
  const list = await suggested('inter');
  expect(list.length).toBeGreaterThan(3);
  expect(list.length).toBeLessThanOrEqual(8);
  for (const { url, kind, title } of list) {
    expect([kind, title].every((text) => text !== '')).toBe(true);
    await request(site.server).get(url).set('X-Forwarded-For', `192.0.2.${10 + list.findIndex((one) => one.url === url)}`).expect(200);
  }
});

test('a page leads there at once; an RFC is searched for by its number', async () => {
  expect(await suggested('note w')).toContainEqual(expect.objectContaining({ url: '/about/note-well/', kind: 'Page' }));
  expect((await suggested('rfc 911')).slice(0, 5).every(({ kind }) => kind.startsWith('RFC 911'))).toBe(true);
  expect(await suggested('http sem')).toContainEqual({ kind: 'RFC 9110', title: 'HTTP Semantics', url: '/search/?query=RFC+9110' });
});

test('one letter, signs and control characters suggest nothing', async () => {
  for (const query of ['i', '""', '- -', 'a\0b', "'", 'x'.repeat(500)]) expect([query, await suggested(query)]).toEqual([query, []]);
});

test('it costs one query and may be kept for a minute', async () => {
  expect(await countQueries(site.deps.db, () => ask('working').expect(200))).toBe(1);
  const { headers } = await ask('working');
  expect(headers['cache-control']).toBe('public, max-age=60');
});

test('nothing is suggested that nobody may see', async () => {
  const { db } = site.deps;
  await db('pages').where({ path: '/accessibility' }).update({ effectiveAccess: 'signed-in' });
  expect(JSON.stringify(await suggested('accessib'))).not.toContain('/accessibility/');
  await db('pages').where({ type: 'glossary' }).update({ effectiveAccess: 'signed-in' });
  expect((await suggested('rough cons')).map(({ title }) => title)).not.toContain('Rough consensus');
});

test('it has a limit of its own, above that of searches', async () => {
  const answers: number[] = [];
  for (let count = 0; count < 125; count += 1) answers.push((await ask('zz', '192.0.2.200')).status);
  expect(answers.filter((status) => status === 200)).toHaveLength(120);
  expect(answers.at(-1)).toBe(429);
}, 60_000);
