import request from 'supertest';
import { listPublicPages } from '../support/public-pages';
import { openSeededSite, type TestSite } from '../support/site';

let site: TestSite;
let pages: { url: string; html: string }[];
beforeAll(async () => {
  site = await openSeededSite();
  pages = [];
  for (const { url } of await listPublicPages(site)) pages.push({ url, html: (await request(site.server).get(url).expect(200)).text });
}, 120_000);
afterAll(() => site.close());

const attributesOf = (element: string): Record<string, string> => Object.fromEntries([...element.matchAll(/ ([a-z]+)="([^"]*)"/g)].map(([, name, value]) => [name!, value!]));
const elements = (html: string, name: string): string[] => html.match(new RegExp(`<${name}\\b[^>]*>`, 'g')) ?? [];

test('every picture is offered as WebP and in a format that everybody reads, with its box known before it loads', () => {
  let seen = 0;
  const wrong: string[] = [];
  for (const { url, html } of pages) {
    for (const [picture] of html.matchAll(/<picture>[^]*?<\/picture>/g)) {
      seen += 1;
      const sources = elements(picture, 'source').map(attributesOf);
      const img = attributesOf(elements(picture, 'img')[0] ?? '');
      const whole = sources.some(({ type, srcset, sizes }) => type === 'image/webp' && srcset && sizes) && /\.(?:jpg|png)$/.test(img['src'] ?? '')
        && img['srcset'] && 'alt' in img && Number(img['width']) > 0 && Number(img['height']) > 0 && img['decoding'] === 'async' && /^(?:lazy|eager)$/.test(img['loading'] ?? '');
      if (!whole) wrong.push(`${url}: ${picture}`);
    }
    const bare = elements(html.replace(/<picture>[^]*?<\/picture>/g, ''), 'img');
    wrong.push(...bare.map((img) => `${url}: ${img}`));
  }
  expect(seen).toBeGreaterThan(100);
  expect(wrong).toEqual([]);
});

test('the picture at the top is not lazy, and the head asks for it before the body does', () => {
  const tops = pages.filter(({ html }) => html.includes('fetchpriority="high">\n</picture>'));
  expect(tops.length).toBeGreaterThan(50);
  for (const { url, html } of pages) {
    const preloads = elements(html, 'link').map(attributesOf).filter(({ rel, as }) => rel === 'preload' && as === 'image');
    const hero = elements(html, 'img').map((element) => ({ element, ...attributesOf(element) as { loading?: string } })).find(({ element }) => element.includes('fetchpriority="high"'));
    expect([url, preloads.length, hero?.loading]).toEqual([url, hero ? 1 : 0, hero && 'eager']);
    const source = elements(html.slice(0, html.indexOf(hero?.element ?? '')), 'source').map(attributesOf).findLast(({ type }) => type === preloads[0]?.['type']);
    if (hero) expect([url, preloads[0]!['imagesrcset'], preloads[0]!['imagesizes']]).toEqual([url, source?.['srcset'], source?.['sizes']]);
  }
});

test('no page asks for more than two pictures before its reader scrolls', () => {
  const eager = pages.map(({ url, html }) => [url, elements(html, 'img').filter((img) => img.includes('loading="eager"')).length] as const);
  expect(eager.filter(([, count]) => count > 2)).toEqual([]);
});
