import fs from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import request from 'supertest';
import { ROOT } from '../../src/platform/root';
import { listPublicPages } from '../support/public-pages';
import { listRoutesBelow } from '../support/routes-below';
import { openSeededSite, type TestSite } from '../support/site';

let site: TestSite;
beforeAll(async () => { site = await openSeededSite(); }, 60_000);
afterAll(() => site.close());

const KB = 1_000;
const built = (url: string): string => path.join(ROOT, 'public', 'build', path.basename(url));

test('every page sends at most 25 kB of HTML, compressed', async () => {
  const pages = await listPublicPages(site);
  expect(pages.length).toBeGreaterThan(30);
  const heavy: string[] = [];
  for (const url of [...pages.map((page) => page.url), ...await listRoutesBelow(site, 'pages'), '/search/?query=standard']) {
    const { text } = await request(site.server).get(url).expect(200);
    const bytes = brotliCompressSync(text).length;
    if (bytes > 25 * KB) heavy.push(`${url}: ${bytes}`);
  }
  expect(heavy).toEqual([]);
}, 120_000);

test('styles, scripts and fonts stay below 20, 15 and 60 kB', () => {
  const { assets } = site.deps;
  expect(fs.statSync(`${built(assets.css)}.br`).size).toBeLessThanOrEqual(20 * KB);
  expect(fs.statSync(`${built(assets.script)}.br`).size + fs.statSync(`${built(assets.theme)}.br`).size).toBeLessThanOrEqual(15 * KB);
  expect(fs.statSync(built(assets.theme)).size).toBeLessThanOrEqual(500);
  expect(fs.statSync(built(assets.font)).size).toBeLessThanOrEqual(60 * KB);
});

test('a page names no other host, but in links', async () => {
  for (const { url } of await listPublicPages(site)) {
    const { text } = await request(site.server).get(url).expect(200);
    const fetched = [...text.matchAll(/<(?:script|img|source|iframe|link rel="(?:stylesheet|preload|icon|manifest)")[^>]*?(?:src|srcset|href)="([^"]*)"/g)].map(([, address]) => address!);
    expect([url, fetched.filter((address) => /^(?:https?:)?\/\//.test(address))]).toEqual([url, []]);
  }
}, 120_000);

test('a reader gets no cookie, and nothing varies by one', async () => {
  const { headers } = await request(site.server).get('/').expect(200);
  expect(headers['set-cookie']).toBeUndefined();
  expect(headers.vary).toBe('Accept-Encoding');
});
