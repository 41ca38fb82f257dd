import { upsertRfc } from '../../../src/site/standards/queries';
import type { TestSite } from '../../support/site';
import { AT, getPage, headings, openRfcSite } from './rfc-site';

let site: TestSite;
beforeAll(async () => { site = await openRfcSite(); });
afterAll(() => site.close());

const get = (url: string) => getPage(site, url);
const dataOf = (html: string, type: string): Record<string, unknown> => [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)]
  .map(([, json]) => JSON.parse(json!) as Record<string, unknown>).find((data) => data['@type'] === type)!;

test('an RFC’s page says what it is, by whom, and what became of it', async () => {
  const html = await get('/rfc/3550/');
  expect(headings(html, 1)).toEqual(['RFC 3550: RTP: A Transport Protocol for Real-Time Applications']);
  expect(html).toContain('<a href="/rfc/status/internet-standard/">Internet Standard</a>');
  for (const fact of ['Draft Standard', 'July 2003', 'H. Schulzrinne', '>104<', '<a href="/rfc/std/64/">STD 64</a>', 'https://doi.org/10.17487/RFC3550', 'https://datatracker.ietf.org/group/avt/about/']) expect(html).toContain(fact);
  expect(html).toContain('https://www.rfc-editor.org/rfc/rfc3550.html');
  expect(html).toContain('https://www.rfc-editor.org/errata/rfc3550');
  expect(html).toMatch(/<link rel="canonical" href="[^"]*\/rfc\/3550\/">/);
  expect(html).toContain('<meta name="description" content="A transport protocol for audio, video');
});

test('it prints the day where it is known', async () => expect(await get('/rfc/1149/')).toContain('1 April 1990'));

test('it links what it replaces, and that links it back', async () => {
  const newer = await get('/rfc/3550/');
  expect(newer).toContain('<title id="relations-title">');
  expect(newer).toContain('RFC 3550 obsoletes RFC 1889; it is updated by RFC 5506, RFC 5761.');
  expect(newer).toContain('<a href="/rfc/1889/">');
  expect(newer).toContain('<a href="https://www.rfc-editor.org/rfc/rfc5506.html">'); // none of ours
  const older = await get('/rfc/1889/');
  expect(older).toMatch(/This RFC is obsolete\. It was replaced by <a href="\/rfc\/3550\/">RFC 3550<\/a>/);
});

test('a successor that we do not know is at the RFC Editor', async () => {
  await upsertRfc(site.deps.db, { ...(await site.deps.db('rfcs').where('number', 100).first()), number: 99, date: '2001-01', group: null, draft: null, obsoletes: [], obsoletedBy: [9999], updates: [], updatedBy: [] });
  expect(await get('/rfc/99/')).toMatch(/replaced by <a href="https:\/\/www\.rfc-editor\.org\/rfc\/rfc9999\.html">RFC 9999<\/a>/);
});

test('it is told to machines', async () => {
  expect(dataOf(await get('/rfc/1889/'), 'TechArticle')).toMatchObject({
    headline: 'RFC 1889: RTP: A Transport Protocol for Real-Time Applications', datePublished: '1996-01',
    author: expect.arrayContaining([{ '@type': 'Organization', name: 'Audio-Video Transport Working Group' }, { '@type': 'Person', name: 'H. Schulzrinne' }]),
  });
  expect(dataOf(await get('/rfc/1149/'), 'TechArticle')).toMatchObject({ datePublished: '1990-04-01' });
});

test('it escapes whatever the index says', async () => {
  const html = await get('/rfc/100/');
  expect(html).toContain('A title with &lt;b&gt;marks&lt;/b&gt; &amp; signs');
  expect(html).not.toContain('<b>marks');
});

test('it says when the index names it no more', async () => {
  await site.deps.db('rfcs').where('number', 101).update({ staleSince: AT });
  site.deps.versions.startOver();
  expect(await get('/rfc/101/')).toContain('did not name this RFC');
  expect(await get('/rfc/year/2001/')).not.toContain('href="/rfc/101/"');
  await site.deps.db('rfcs').where('number', 101).update({ staleSince: null });
  site.deps.versions.startOver();
});
