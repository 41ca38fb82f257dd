import request from 'supertest';
import { listPublicPages } from '../../support/public-pages';
import { openSeededSite, type TestSite } from '../../support/site';

let site: TestSite;
beforeAll(async () => { site = await openSeededSite({ env: { PUBLIC_URL: 'http://localhost:3000' } }); }, 60_000);
afterAll(() => site.close());

const attribute = (text: string, pattern: RegExp): string | undefined => pattern.exec(text)?.[1]?.replace(/&amp;/g, '&').replace(/&#39;|&#34;/g, '"');

async function heads(): Promise<{ url: string; text: string }[]> {
  const pages = await listPublicPages(site);
  return Promise.all(pages.map(async ({ url }) => ({ url, text: (await request(site.server).get(url).expect(200)).text })));
}

test('every page has its own title and description, and a canonical address from the configuration', async () => {
  const pages = await heads();
  const titles = pages.map(({ text }) => attribute(text, /<title>([^<]*)<\/title>/));
  const descriptions = pages.map(({ text }) => attribute(text, /<meta name="description" content="([^"]*)"/));
  expect(titles).not.toContain(undefined);
  expect(descriptions.filter((description) => !description)).toEqual([]);
  expect(new Set(titles).size).toBe(pages.length);
  expect(new Set(descriptions).size).toBe(pages.length);
  expect(pages.map(({ text }) => attribute(text, /<link rel="canonical" href="([^"]*)"/))).toEqual(pages.map(({ url }) => `http://localhost:3000${url}`));
});

test('every page has a card for sharing, with a picture that exists', async () => {
  for (const { url, text } of await heads()) {
    const image = attribute(text, /<meta property="og:image" content="([^"]*)"/);
    expect([url, image]).toEqual([url, expect.stringMatching(/^http:\/\/localhost:3000\/media\/\d+\/[0-9a-f]+\/og\.jpg$/)]);
    const [width, height] = ['width', 'height'].map((side) => Number(attribute(text, new RegExp(`<meta property="og:image:${side}" content="([^"]*)"`))));
    expect([url, width! >= 600, Math.round(100 * width! / height!)]).toEqual([url, true, Math.round(100 * 1200 / 630)]);
    expect(attribute(text, /<meta property="og:title" content="([^"]*)"/)).toBeTruthy();
  }
  const { text } = await request(site.server).get('/');
  const image = attribute(text, /<meta property="og:image" content="([^"]*)"/)!;
  const { body } = await request(site.server).get(new URL(image).pathname).expect(200).expect('Content-Type', 'image/jpeg');
  expect((body as Buffer).length).toBeLessThan(300_000);
}, 30_000);

const TYPES: [string, string[]][] = [
  ['/', ['Organization', 'WebSite']], ['/process/rfcs/', ['BreadcrumbList', 'FAQPage']], ['/meeting/128/', ['BreadcrumbList', 'Event']], ['/blog/edhoc/', ['BreadcrumbList', 'BlogPosting']],
];

test.each(TYPES)('%s tells machines that it is %s', async (url, types) => {
  const { text } = await request(site.server).get(url).expect(200);
  const data = [...text.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(([, json]) => JSON.parse(json!) as { '@type': string });
  expect(data.map((object) => object['@type'])).toEqual(expect.arrayContaining(types));
});

test('an address that is not there is not offered to search engines', async () => {
  const { text } = await request(site.server).get('/nothing/').expect(404);
  expect(text).toContain('<meta name="robots" content="noindex');
  expect(text).not.toContain('rel="canonical"');
});
