import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { openSeededSite, type TestSite } from '../support/site';

let site: TestSite;
beforeAll(async () => { site = await openSeededSite(); }, 60_000);
afterAll(() => site.close());

interface Answer { status: number; headers: http.IncomingHttpHeaders; text: string }

/** The request target exactly as given: supertest and URL would tidy it. */
function raw(path: string, options: http.RequestOptions = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { port } = site.server.address() as AddressInfo;
    const request = http.request({ port, host: '127.0.0.1', path, ...options }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => { text += part; }).on('end', () => {
        resolve({ status: response.statusCode!, headers: response.headers, text });
      });
    });
    request.on('error', reject).end();
  });
}

const HOSTILE: [string, number][] = [
  ['/%', 400], ['/%E0%A4%A', 400], ['/%00', 400], ['/..%2f..%2fetc/passwd', 400], ['/../../etc/passwd', 400], ['/a%5c..%5cb', 400],
  ['//evil.example', 404], ['/\t', 404], [`/${'a'.repeat(8_192)}`, 414], [`/search/?query=${'a'.repeat(3_900)}`, 400],
  [`/search/?query=${'a'.repeat(10_000)}`, 414], ['/search/?query=%00', 400], ['/search/?query=%27%3B%20drop%20table%20pages', 200],
  ['/search/?query=%22unbalanced', 200], ['/search/?query=%26%7C!()%3A*', 200], ['/search/?query=😀'.replace('😀', encodeURIComponent('😀')), 200],
  ['/search/?query=a&query=b', 200], ['/search/?query[]=a', 200], ['/search/?page=-1&query=the', 200], ['/search/?page=1e999&query=the', 200],
  ['/media/1/x/y', 404], ['/media/99999999999/0123456789ab/card-800.webp', 404], ['/documents/1/..%2fx', 301], ['/static/..%2f..%2fpackage.json', 404],
  ['/static/manifest.json', 404], ['/documents/x/y', 404], ['/.env', 404], ['/admin', 303], ['/__proto__/', 404], [`/${'a/'.repeat(1_000)}`, 404], ['*', 400], ['/search', 301], ['/SEARCH/', 404], ['/constructor', 404], ['/?%00', 200],
];

test.each(HOSTILE.map(([path, status]) => [path.length > 60 ? `${path.slice(0, 50)}… (${path.length})` : path, path, status] as const))(
  '%s is answered properly', async (_name, path, status) => {
    if (path === '/\t') return expect(() => http.request({ path })).toThrow(); // Node itself refuses to send it
    const { status: got, headers, text } = await raw(path);
    expect(got).toBe(status);
    expect(text.length).toBeLessThan(100_000);
    expect(headers['x-content-type-options']).toBe('nosniff');
    if (got >= 400) expect(text).toContain('<h1');
  });

test('a method that nobody knows is answered in the frame too', async () => {
  const { status, text } = await raw('/about/', { method: 'PROPFIND' });
  expect([status, text.includes('<header')]).toEqual([501, true]);
});

test('searching is limited by address', async () => {
  const answers: number[] = [];
  for (let count = 0; count < 40; count += 1) answers.push((await raw('/search/?query=limit')).status);
  expect(answers).toContain(429);
});

test('an answer never says what it runs on', async () => {
  const { headers } = await raw('/nothing-here/');
  expect(headers['x-powered-by']).toBeUndefined();
  expect(headers.server).toBeUndefined();
});

test('a client that wants JSON gets a problem document, and it does not poison the cache', async () => {
  const { status, headers, text } = await raw('/nothing-here/', { headers: { accept: 'application/json' } });
  expect([status, headers['content-type']]).toEqual([404, 'application/problem+json; charset=utf-8']);
  expect(JSON.parse(text)).toMatchObject({ status: 404 });
  expect((await raw('/nothing-here/')).headers['content-type']).toBe('text/html; charset=utf-8');
});
