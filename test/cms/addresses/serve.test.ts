import request from 'supertest';
import { publish } from '../../../src/cms/workflow/publish';
import { unpublish } from '../../../src/cms/workflow/unpublish';
import { SYSTEM } from '../../../src/platform/history/record';
import { addPage, openEmptySite, savePage, type TestSite } from '../../support/site';

let site: TestSite;
beforeAll(async () => {
  site = await openEmptySite();
  await addPage(site, { path: '/about', type: 'section', title: 'About' });
  await addPage(site, { path: '/about/people', title: 'People' });
});
afterAll(() => site.close());

const get = (path: string) => request(site.server).get(path);
const example = () => site.deps.registry.pageTypes.get('standard')!.example;

test.each([
  ['/about', '/about/'],
  ['/About/', '/about/'],
  ['/ABOUT', '/about/'],
  ['//about//', '/about/'],
  ['/about//people', '/about/people/'],
  ['/About/People?tab=1', '/about/people/?tab=1'],
])('%s is sent to %s by one redirect', async (asked, target) => {
  const response = await get(asked).expect(301);
  expect(response.headers.location).toBe(target);
  expect(response.headers['cache-control']).toBe('public, max-age=3600');
  await get(target).expect(200);
});

test.each(['/nothing', '/Nothing/', '//nothing', '/about/nothing', '//evil.example', '//evil.example/about/', '/about/people/x/'])(
  '%s is a 404 at once: no redirect leads nowhere', async (path) => {
    await get(path).expect(404);
  });

test('a renamed page is found at its old address, and so is what stands below it', async () => {
  const pageId = await addPage(site, { path: '/about/groups', type: 'section', title: 'Groups' });
  await addPage(site, { path: '/about/groups/iab', title: 'IAB' });
  const content = site.deps.registry.pageTypes.get('section')!.example;
  const revisionId = await savePage(site, pageId, { slug: 'bodies', title: 'Bodies', content });
  await get('/about/groups/').expect(200); // the slug lives in the draft until it is published
  await publish(site.deps, SYSTEM, { pageId, revisionId });

  await get('/about/bodies/iab/').expect(200);
  expect((await get('/about/groups/?a=1').expect(301)).headers.location).toBe('/about/bodies/?a=1');
  expect((await get('/about/groups/iab/').expect(301)).headers.location).toBe('/about/bodies/iab/');
  expect((await get('/About/Groups/Iab').expect(301)).headers.location).toBe('/about/bodies/iab/');
});

test('a draft leaves no trace', async () => {
  await addPage(site, { path: '/about/secret', title: 'A secret draft', published: false });
  const { text } = await get('/about/secret/').expect(404);
  expect(text).not.toContain('A secret draft');
});

test('an unpublished page answers 410 with the reason, in the frame', async () => {
  const pageId = await addPage(site, { path: '/about/fair', title: 'The fair' });
  await unpublish(site.deps, SYSTEM, { pageId, reason: 'The fair of 2020 did not take place.' });
  const response = await get('/about/fair/').expect(410);
  expect(response.text).toContain('The fair of 2020 did not take place.');
  expect(response.text).toContain('<header');
  expect(response.headers['cache-control']).toBe('public, max-age=60');
});

test('a new page at an address that was gone is found again', async () => {
  const pageId = await addPage(site, { path: '/about/again', title: 'First' });
  await unpublish(site.deps, SYSTEM, { pageId, reason: 'Not needed.' });
  const revisionId = await savePage(site, pageId, { slug: 'again', title: 'Second', content: example() });
  await publish(site.deps, SYSTEM, { pageId, revisionId });
  const { text } = await get('/about/again/').expect(200);
  expect(text).toContain('Second');
});

test('a redirect of our own table answers once, and keeps the query', async () => {
  const now = new Date();
  await site.deps.db('addresses').insert([
    { siteId: site.siteId, path: '/old', kind: 'redirect', target: '/about/people/', createdAt: now },
    { siteId: site.siteId, path: '/elsewhere', kind: 'redirect', target: 'https://example.net/x', createdAt: now },
  ]);
  expect((await get('/old/?q=1').expect(301)).headers.location).toBe('/about/people/?q=1');
  expect((await get('/elsewhere').expect(301)).headers.location).toBe('https://example.net/x');
});

test('a redirect leads straight to where its target has moved, and says so when that is gone', async () => {
  const pageId = await addPage(site, { path: '/about/first', title: 'First' });
  const rows = [['/oldest', '/about/first/#part'], ['/other', '/about/people/']].map(([path, target]) => ({ siteId: site.siteId, path, kind: 'redirect', target, createdAt: new Date() }));
  await site.deps.db('addresses').insert(rows);
  const revisionId = await savePage(site, pageId, { slug: 'second', title: 'Second', content: example() });
  await publish(site.deps, SYSTEM, { pageId, revisionId });
  expect((await get('/oldest').expect(301)).headers.location).toBe('/about/second/#part');
  expect((await get('/oldest/?q=1').expect(301)).headers.location).toBe('/about/second/?q=1#part');

  await unpublish(site.deps, SYSTEM, { pageId, reason: 'It is over.' });
  expect((await get('/oldest').expect(410)).text).toContain('It is over.');
  expect((await get('/other').expect(301)).headers.location).toBe('/about/people/');
});

test('HEAD says what GET says, without the body', async () => {
  const { headers, text } = await request(site.server).head('/about/').expect(200);
  expect(headers.etag).toBe((await get('/about/')).headers.etag);
  expect(text).toBeFalsy();
});

test('other methods are refused with the list of those that work', async () => {
  const response = await request(site.server).delete('/about/').set('Sec-Fetch-Site', 'same-origin').expect(405);
  expect(response.headers.allow).toBe('GET, HEAD');
});
