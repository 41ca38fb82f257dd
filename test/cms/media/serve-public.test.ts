import request from 'supertest';
import { storeImage } from '../../../src/cms/images/store-image';
import { countQueries } from '../../support/count-queries';
import { openEmptySite, type TestSite } from '../../support/site';
import { plain } from './library';

let site: TestSite;
let url: string;
beforeAll(async () => {
  site = await openEmptySite({ env: { PUBLIC_URL: 'https://www.example.org' } });
  const id = await storeImage(site.deps, { name: 'a', title: 'A', alt: 'A', credit: null, focalX: 0.5, focalY: 0.5, bytes: await plain(500, 400) });
  const { hash } = await site.deps.db('images').where({ id }).first<{ hash: string }>('hash');
  url = `/media/${id}/${hash}/card-400.webp`;
});
afterAll(() => site.close());

const get = (path: string, host = 'www.example.org') => request(site.server).get(path).set('Host', host);

test('a public rendition that is there is sent without the app and without a query, with what the app says of it', async () => {
  const made = await get(url).expect(200);
  await get(url).expect(200); // by now the job that follows the first is left, too
  let sent: request.Response | undefined;
  expect(await countQueries(site.deps.db, async () => { sent = await get(url).set('Cookie', '__Host-sess=somebody').expect(200); })).toBe(0);
  const { 'reporting-endpoints': _endpoints, 'referrer-policy': _policy, date: _date, ...headers } = made.headers as Record<string, string>; // of pages
  const { date, ...others } = sent!.headers as Record<string, string>;
  expect([others, sent!.body, date !== undefined]).toEqual([headers, made.body, true]);
  const head = await request(site.server).head(url).set('Host', 'www.example.org').expect(200);
  expect(head.headers['content-length']).toBe(others['content-length']);
});

test('for a host that is not ours, another method or another address the app answers', async () => {
  await get(url, 'elsewhere.example').expect(400);
  await request(site.server).post(url).set('Host', 'www.example.org').set('Origin', 'https://www.example.org').expect((answer) => expect(answer.status).toBeGreaterThanOrEqual(400));
  for (const [path, status] of [[url.replace('400.webp', '401.webp'), 404], [`${url}/`, 404], [url.replace(/[0-9a-f]{16}/, '0'.repeat(16)), 301], [`${url}?x=1`, 200], ['/media/%ff/a/b', 400]] as const) {
    expect([path, (await get(path)).status]).toEqual([path, status]);
  }
});
