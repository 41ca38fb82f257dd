import request from 'supertest';
import { hiddenIn, send, submissions } from '../../cms/forms/a-form';
import { unpublish } from '../../../src/cms/workflow/unpublish';
import { SYSTEM } from '../../../src/platform/history/record';
import { countQueries } from '../../support/count-queries';
import { openSeededSite, type TestSite } from '../../support/site';

let time = Date.UTC(2026, 10, 22, 12);
let site: TestSite;
let pageId: number;
beforeAll(async () => {
  site = await openSeededSite({ now: () => new Date(time) });
  pageId = (await site.deps.db('pages').where({ siteId: site.siteId, path: '/report-problem' }).first<{ id: number }>('id')).id;
}, 60_000);
afterAll(() => site.close());

const get = async (url: string) => (await request(site.server).get(url)).text;
const filledIn = (text: string) => /id="question-address-of-the-page"[^>]* value="([^"]*)"/.exec(text)![1];
const footerOf = (text: string) => text.slice(text.indexOf('<footer'));

test('the footer of every page leads to the form with the address of the page, errors and search too', async () => {
  for (const [url, named] of [
    ['/', '%2F'], ['/about/introduction/', '%2Fabout%2Fintroduction%2F'], ['/blog/', '%2Fblog%2F'], ['/search/?query=quic', '%2Fsearch%2F'], ['/nothing/here/', '%2Fnothing%2Fhere%2F'],
  ] as const) {
    expect(footerOf(await get(url))).toContain(`<a href="/report-problem/?url=${named}" rel="nofollow">Report a problem with this page</a>`);
  }
});

test('so do the end of a text and the page that says that there is none', async () => {
  expect(await get('/about/introduction/')).toContain('<a href="/report-problem/?url=%2Fabout%2Fintroduction%2F" rel="nofollow">Report a problem with this page</a>');
  expect(await get('/nothing/here/')).toContain('<a href="/report-problem/?url=%2Fnothing%2Fhere%2F">report a problem with this page</a>');
});

test('the form itself does not', async () => {
  for (const url of ['/report-problem/', '/report-problem/thanks/']) expect(footerOf(await get(url))).not.toContain('Report a problem');
});

test('the address is filled in, and search engines are told not to collect such pages', async () => {
  const { origin } = new URL(site.deps.sites.default()!.baseUrl);
  const text = await get('/report-problem/?url=%2Fabout%2F%3Fpage%3D2');
  expect(filledIn(text)).toBe(`${origin}/about/?page=2`);
  expect(text).toContain('<meta name="robots" content="noindex">');
  expect(text).toMatch(/<link rel="canonical" href="[^"]*\/report-problem\/">/);
  expect(filledIn(await get('/report-problem/'))).toBe('');
});

test.each(['//evil.example/', '/\\evil.example', 'https://evil.example/', 'javascript:alert(1)', 'about/', '', '/a%00b', `/${'a'.repeat(2_000)}`, '/%09/evil.example'])('an address that is none of ours is left out: %s', async (url) => {
  const response = await request(site.server).get(`/report-problem/?url=${encodeURIComponent(decodeURIComponent(url))}`);
  expect([response.status, filledIn(response.text)]).toEqual([200, '']);
});

test('given twice it is left out, markup in it is text', async () => {
  expect(filledIn(await get('/report-problem/?url=/a/&url=/b/'))).toBe('');
  expect(await get('/report-problem/?url=/%22%3E%3Cscript%3Ealert(1)%3C/script%3E')).not.toContain('<script>alert');
});

test('a report is kept with the path of its page and goes to support, whose answer goes to the reader', async () => {
  const hidden = hiddenIn(await get('/report-problem/?url=/about/'));
  time += 5_000;
  const { baseUrl, settings } = site.deps.sites.default()!;
  await send(site, pageId, { ...hidden, 'address-of-the-page': `${baseUrl}/about/`, 'what-is-wrong': 'A date.', 'your-e-mail-address': 'reader@example.org' }).expect(303).expect('Location', '/report-problem/thanks/');
  expect((await submissions(site)).at(-1)).toMatchObject({ url: '/about/', mail: { to: settings.supportEmail, replyTo: 'reader@example.org' } });

  await send(site, pageId, { ...hidden, 'address-of-the-page': 'https://www.example.org/', 'what-is-wrong': 'Elsewhere.' }).expect(303);
  expect((await submissions(site)).at(-1)).toMatchObject({ url: null });
});

test('what is wrong has to be said, the rest need not', async () => {
  const hidden = hiddenIn(await get('/report-problem/'));
  time += 5_000;
  expect((await send(site, pageId, hidden).expect(422)).text.match(/<li><a href="#question-/g)).toHaveLength(1);
  await send(site, pageId, { ...hidden, 'what-is-wrong': 'Something.' }).expect(303);
});

test('the link costs no query, and goes when the form does', async () => {
  await request(site.server).get('/about/?warm').expect(200);
  expect(await countQueries(site.deps.db, () => request(site.server).get('/about/?x'))).toBeLessThanOrEqual(6);
  await unpublish(site.deps, SYSTEM, { pageId, reason: 'By mail, please.' });
  expect(await get('/about/')).not.toContain('Report a problem');
});
