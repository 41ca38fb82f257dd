import fs from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import request from 'supertest';
import { ROOT } from '../../src/platform/root';
import { listPublicPages } from '../support/public-pages';
import { listRoutesBelow } from '../support/routes-below';
import { openSeededSite, type TestSite } from '../support/site';

let site: TestSite;
/** What each page sends, by its address. */
const sent = new Map<string, string>();
beforeAll(async () => {
  site = await openSeededSite();
  const pages = [...(await listPublicPages(site)).map(({ url }) => url), ...await listRoutesBelow(site, 'pages'), '/search/?query=standard'];
  for (const url of pages) sent.set(url, (await request(site.server).get(url).expect(200)).text);
}, 180_000);
afterAll(() => site.close());

const KB = 1_000;
const built = (url: string): string => path.join(ROOT, 'public', 'build', path.basename(url));

/** In bytes. */
function compressed(text: string, quality: number): number {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length;
}

test('every page sends at most 25 kB of HTML, compressed', () => {
  expect(sent.size).toBeGreaterThan(30);
  // what is light enough after quick compression is so after thorough compression, which takes a hundred times as long
  const heavy = [...sent].filter(([, text]) => compressed(text, 4) > 25 * KB && compressed(text, 11) > 25 * KB);
  expect(heavy.map(([url]) => url)).toEqual([]);
});

test('styles, scripts and fonts stay below 20, 15 and 60 kB', () => {
  const { assets } = site.deps;
  expect(fs.statSync(`${built(assets.css)}.br`).size).toBeLessThanOrEqual(20 * KB);
  expect(fs.statSync(`${built(assets.script)}.br`).size + fs.statSync(`${built(assets.theme)}.br`).size).toBeLessThanOrEqual(15 * KB);
  expect(fs.statSync(built(assets.theme)).size).toBeLessThanOrEqual(500);
  expect(fs.statSync(built(assets.font)).size).toBeLessThanOrEqual(60 * KB);
});

test('a page names no other host, but in links', () => {
  for (const [url, text] of sent) {
    const fetched = [...text.matchAll(/<(?:script|img|source|iframe|link rel="(?:stylesheet|preload|icon|manifest)")[^>]*?(?:src|srcset|href)="([^"]*)"/g)].map(([, address]) => address!);
    expect([url, fetched.filter((address) => /^(?:https?:)?\/\//.test(address))]).toEqual([url, []]);
  }
});

test('a reader gets no cookie, and nothing varies by one', async () => {
  const { headers } = await request(site.server).get('/').expect(200);
  expect(headers['set-cookie']).toBeUndefined();
  expect(headers.vary).toBe('Accept-Encoding');
});
