import request from 'supertest';
import { upsertPromotion } from '../../../src/cms/search/promotion-queries';
import { replaceSearchWords } from '../../../src/cms/search/index-queries';
import { unpublish } from '../../../src/cms/workflow/unpublish';
import { SYSTEM } from '../../../src/platform/history/record';
import { exampleBody } from '../../../src/site/example';
import { countQueries } from '../../support/count-queries';
import { addPage, openEmptySite, type TestSite } from '../../support/site';
import { openSearch } from './open-search';

let site: TestSite;
beforeAll(async () => {
  site = await openEmptySite({ env: { TRUST_PROXY: '1' } });
  await page('zurich', 'Trains to Zürich', 'The night train leaves at nine. Congestion is rare.');
  await page('protocols', 'HTTP/3 and TLS 1.3', 'A page about protocols, with rough consensus and running code.');
  await page('consensus', 'Consensus', 'Where consensus is rough, people hum. The code runs elsewhere.');
  await page('old-rules', 'Rules about trains', 'What held before.', 'superseded');
  await page('new-rules', 'Rules about trains', 'What holds now.');
  for (let number = 1; number <= 23; number += 1) await page(`many-${number}`, `Minutes number ${number}`, 'Gemeinsam.');
  await replaceSearchWords(site.deps.db, new Date());
}, 60_000);
afterAll(() => site.close());

function page(slug: string, title: string, text: string, status: 'current' | 'superseded' = 'current'): Promise<number> {
  return addPage(site, { path: `/${slug}`, title, content: { introduction: null, keyInfo: exampleBody(text), inDepth: [], questions: [], relatedLinks: [], callToAction: null, signUp: null }, common: { status } });
}

const search = (query: string, more = '') => openSearch(site, query, more);

test('accents do not matter, nor endings, nor case', async () => {
  for (const query of ['zurich', 'ZÜRICH', 'train zürich', 'trains']) expect((await search(query)).urls).toContain('/zurich/');
});

test('"HTTP/3" is found as http/3, http 3 and http3, "TLS 1.3" as tls1.3', async () => {
  for (const query of ['http/3', 'http 3', 'HTTP3', 'tls 1.3', 'tls1.3']) expect([query, (await search(query)).urls]).toEqual([query, ['/protocols/']]);
});

test('a phrase has its words side by side, and a minus leaves pages out', async () => {
  expect((await search('"rough consensus"')).urls).toEqual(['/protocols/']);
  expect((await search('consensus -code')).total).toBe(0);
  expect((await search('consensus -hum')).urls).toEqual(['/protocols/']);
});

test('the page that is called so comes first, what was superseded after what holds, and says so', async () => {
  expect((await search('consensus')).urls[0]).toBe('/consensus/');
  const { urls, text } = await search('rules about trains');
  expect(urls.slice(0, 2)).toEqual(['/new-rules/', '/old-rules/']);
  expect(text).toContain('>Superseded<');
});

test('extracts show the words found, and nothing of the page is markup', async () => {
  await page('markup', 'Angle <b>brackets</b>', 'Written as a < b && "c" they are vogelfrei text.');
  const { text } = await search('vogelfrei');
  expect(text).toContain('a &lt; b &amp;&amp; &quot;c&quot; they are <mark>vogelfrei</mark> text');
  expect((await search('brackets')).text).toContain('&lt;b&gt;<mark>brackets</mark>&lt;/b&gt;');
});

test('a mistyped word is corrected, and the correction is a link', async () => {
  const { urls, text } = await search('consenus');
  expect(urls[0]).toBe('/consensus/');
  expect(text).toContain('Did you mean <a href="/search/?query=consensus">consensus</a>?');
});

test('where nothing has all words, what has most of them is shown, and it is said', async () => {
  const { urls, text } = await search('rough consensus about zebras');
  expect(urls).toContain('/protocols/');
  expect(text).toContain('Nothing has all of these words');
});

test('without a result there are other words, other places and a way out', async () => {
  const { text, total } = await search('xylophonist');
  expect(total).toBe(0);
  expect(text).toContain('Nothing on this site matches');
  expect(text).toContain('https://mail.example.org/arch/search/?q=xylophonist');
  expect(text).toContain('https://tracker.example.org/doc/search/?name=xylophonist');
});

test('ten on a page; no number is the first page, out of range the last (SEARCH-06)', async () => {
  expect((await search('minutes')).urls).toHaveLength(10);
  for (const [asked, shown] of [['x', 1], ['2', 2], ['3', 3], ['4', 3], ['0', 3], ['-1', 3], ['99999999999999999999999', 3]] as const) {
    const { text, urls } = await search('minutes', `&page=${asked}`);
    expect([asked, /<b aria-current="page">.*?(\d+)<\/b>/.exec(text)?.[1], urls.length]).toEqual([asked, String(shown), shown === 3 ? 3 : 10]);
  }
});

test('all pages together show every result once', async () => {
  const pages = await Promise.all([1, 2, 3].map(async (number) => (await search('minutes', `&page=${number}`)).urls));
  expect(new Set(pages.flat()).size).toBe(23);
});

test('a search costs at most four queries, whatever it finds', async () => {
  await search('warm');
  for (const query of ['minutes', 'consenus', 'xylophonist glockenspiel', 'rough consensus about zebras', 'quic']) {
    expect([query, await countQueries(site.deps.db, () => search(query)) <= 4]).toEqual([query, true]);
  }
});

test('what is recommended comes first for exactly its question, unless nobody may see it', async () => {
  const hidden = await page('hidden', 'Nobody sees this', 'Nothing.');
  await site.deps.db('pages').where({ id: hidden }).update({ effectiveAccess: 'signed-in' });
  const { id } = await site.deps.db('pages').where({ path: '/zurich' }).first<{ id: number }>('id');
  for (const target of [`page:${hidden}`, `page:${id}`, 'https://example.org/way/']) {
    await upsertPromotion(site.deps.db, { siteId: site.siteId, query: 'How to get there?', target, title: target.startsWith('https') ? 'The <way>' : null, text: null });
  }
  const { text } = await search('how TO get  there');
  expect(text).toContain('Trains to Zürich');
  expect(text).toContain('<a href="https://example.org/way/">The &lt;way&gt;</a>');
  expect(text).not.toContain('Nobody sees this');
  expect((await search('how to get there', '&page=2')).text).not.toContain('https://example.org/way/');
  expect((await search('get there')).text).not.toContain('https://example.org/way/');
});

test('a page is findable at once, and not any more at once', async () => {
  const pageId = await page('sudden', 'Suddenly Mondschein', 'Text.');
  expect((await search('mondschein')).urls).toEqual(['/sudden/']);
  await unpublish(site.deps, SYSTEM, { pageId, reason: 'Gone.' });
  expect((await search('mondschein')).total).toBe(0);
});

test('the answer is nobody else’s and not for search engines; without the slash it is redirected', async () => {
  const { headers } = await request(site.server).get('/search/?query=minutes').set('X-Forwarded-For', '198.51.100.77').expect(200);
  expect(headers['cache-control']).toContain('no-store');
  expect(headers['x-robots-tag']).toContain('noindex');
  await request(site.server).get('/search?query=a').expect(301).expect('Location', '/search/?query=a');
});
