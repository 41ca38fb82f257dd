import net from 'node:net';
import { brotliDecompressSync } from 'node:zlib';
import request from 'supertest';
import { chooseEncoding, PageCache } from '../../../src/cms/page-cache/page-cache';
import { addPage, openEmptySite, type TestSite } from '../../support/site';

let site: TestSite;
beforeAll(async () => {
  site = await openEmptySite();
  await addPage(site, { path: '/kept', title: 'Kept' });
});
afterAll(() => site.close());

test('a page is made once and then served as it is, with the same headers', async () => {
  const first = await request(site.server).get('/kept/').expect(200);
  const { hits } = site.deps.cache;
  const second = await request(site.server).get('/kept/').expect(200);
  expect(site.deps.cache.hits).toBe(hits + 1);
  expect(second.text).toBe(first.text);
  const { date: _, ...headers } = first.headers as Record<string, string>;
  expect(second.headers).toMatchObject(headers);
});

test('who has it already gets 304 without a body, from the cache as from the app', async () => {
  const { headers } = await request(site.server).get('/kept/');
  for (const url of ['/kept/', '/kept/?x=1']) {
    const response = await request(site.server).get(url).set('If-None-Match', headers.etag!).expect(304);
    expect(response.text).toBe('');
    expect(response.headers.etag).toBe(headers.etag);
  }
});

test('who has what was last changed gets 304 too, and If-None-Match wins', async () => {
  const { headers } = await request(site.server).get('/kept/');
  const since = headers['last-modified']!;
  expect(Date.parse(since)).not.toBeNaN();
  for (const url of ['/kept/', '/kept/?x=1']) {
    await request(site.server).get(url).set('If-Modified-Since', since).expect(304);
    await request(site.server).get(url).set('If-Modified-Since', 'Mon, 05 Jan 2026 00:00:00 GMT').expect(200);
    await request(site.server).get(url).set('If-Modified-Since', since).set('If-None-Match', '"another"').expect(200);
  }
});

test('a flood of addresses that are not there takes no room from the pages that are', async () => {
  const { size } = site.deps.cache;
  for (let number = 0; number < 50; number += 1) await request(site.server).get(`/not-kept-${number}/`).expect(404).expect('Cache-Control', 'public, max-age=60');
  expect(site.deps.cache.size).toBe(size);
});

test('a new content version makes every kept page unreachable', async () => {
  await request(site.server).get('/kept/');
  const { misses } = site.deps.cache;
  await addPage(site, { path: '/another', title: 'Another' });
  await request(site.server).get('/kept/').expect(200);
  expect(site.deps.cache.misses).toBe(misses + 1);
});

test('of many that ask for one page at once, one has it made', async () => {
  site.deps.versions.startOver();
  let made = 0;
  const count = ({ sql }: { sql: string }): void => { if (sql.includes('from addresses a')) made += 1; };
  site.deps.db.on('query', count);
  const answers = await Promise.all(Array.from({ length: 20 }, () => request(site.server).get('/kept/')));
  site.deps.db.off('query', count);
  expect(new Set(answers.map(({ status, text }) => `${status} ${text.length}`)).size).toBe(1);
  expect(made).toBe(1);
});

test('somebody with a session is not answered from what is everybody\'s', async () => {
  await request(site.server).get('/kept/');
  const { hits } = site.deps.cache;
  await request(site.server).get('/kept/').set('Cookie', 'sess=s%3Aforged.signature').expect(200);
  expect(site.deps.cache.hits).toBe(hits);
});

test('the other host of an unknown site is refused and not kept', async () => {
  const strict = await openEmptySite({ env: { PUBLIC_URL: 'https://www.example.org' } });
  await request(strict.server).get('/').set('Host', 'evil.example').expect(400);
  const { text } = await request(strict.server).get('/').set('Host', 'www.example.org').expect(200);
  expect(text).toContain('<link rel="canonical" href="https://www.example.org/">');
  await strict.close();
});

test.each([['br', 'br'], ['gzip, deflate', 'gzip'], ['gzip, br;q=0', 'gzip'], [undefined, 'identity'], ['deflate', 'identity']])('Accept-Encoding %s is answered with %s', (accepted, encoding) => {
  expect(chooseEncoding(accepted)).toBe(encoding);
});

test('a kept page is compressed once', () => {
  const cache = new PageCache();
  const body = Buffer.from('text '.repeat(1_000));
  cache.keep('key', { status: 200, headers: {}, body });
  const one = cache.encoded('key', { 'accept-encoding': 'br' });
  expect(brotliDecompressSync(one.body)).toEqual(body);
  expect(cache.encoded('key', { 'accept-encoding': 'br' }).body).toBe(one.body);
});

test('nobody waits for a reader who asked for two things at once and went away', async () => {
  const { port } = site.server.address() as net.AddressInfo;
  for (const victim of ['/sign-in', '/nothing-here/', '/kept']) {
    const socket = net.connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    const asked = (url: string): string => `GET ${url} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`;
    await new Promise<void>((resolve) => { socket.write(asked('/search/?query=tls') + asked(victim), () => resolve()); });
    socket.destroy();
    const answers = await Promise.all(Array.from({ length: 5 }, () => request(site.server).get(victim).timeout(3_000)));
    expect(new Set(answers.map(({ status }) => status)).size).toBe(1);
  }
});

test('HEAD has the headers of GET, from the cache and past it', async () => {
  for (const url of ['/kept/?x=1', '/kept/', '/nothing-here/', '/sitemap.xml']) {
    const got = await request(site.server).get(url).set('Accept-Encoding', 'identity');
    const head = await request(site.server).head(url).set('Accept-Encoding', 'identity');
    const { date: _got, ...headers } = got.headers as Record<string, string>;
    const { date: _head, ...others } = head.headers as Record<string, string>;
    expect([url, head.status, others]).toEqual([url, got.status, headers]);
  }
});
