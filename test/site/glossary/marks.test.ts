import request from 'supertest';
import { commonFieldsSchema } from '../../../src/cms/pages/common-fields';
import { NO_COMMON_FIELDS } from '../../../src/cms/pages/page';
import { parseHtml } from '../../../src/cms/rich-text/parse-html';
import { upsertSnippet } from '../../../src/cms/snippets/queries';
import { addPage, openEmptySite, openSeededSite, type TestSite } from '../../support/site';
import { listPublicPages } from '../../support/public-pages';

/** GL-03: which words of which pages are marked. How they are found is in test/cms/references/text-marks.test.ts. */
let site: TestSite;
beforeAll(async () => {
  site = await openEmptySite();
  await addPage(site, { path: '/words', type: 'glossary', title: 'Words' });
  for (const [key, title, abbreviation, unmarked] of [['last-call', 'Last Call', 'LC', false], ['area', 'Area', null, false], ['mailing-list', 'Mailing list', null, true]] as const) {
    await upsertSnippet(site.deps.db, new Date(), { type: 'term', key, title, content: { title, abbreviation, definition: parseHtml('<p>The end of a working group’s Last Call.</p>', 'small'), link: null, unmarked } });
  }
  site.deps.versions.startOver();
});
afterAll(() => site.close());

const text = { introduction: 'A Last Call.', keyInfo: [
  { id: 'a', type: 'heading', value: { text: 'The Last Call', level: 2, anchor: null } },
  { id: 'b', type: 'paragraph', value: { text: parseHtml('<h3>Last Call</h3><p>A last call on a mailing list in an area.</p>', 'full') } },
  { id: 'c', type: 'markdown', value: { markdown: 'Another LC in the Security Area.' } },
], inDepth: [], questions: [{ question: 'What is a Last Call?', answer: parseHtml('<p>A Last Call.</p>', 'small') }], relatedLinks: [], callToAction: null, signUp: null };

test('the first use in the text of a page leads to the term’s own page, across blocks; headings and questions are left alone', async () => {
  await addPage(site, { path: '/marked', content: text });
  const { text: html } = await request(site.server).get('/marked/').expect(200);
  expect([...html.matchAll(/<a class="term" href="([^"]*)" title="[^"]*">([^<]*)<\/a>/g)].map(([, url, words]) => `${url} ${words}`))
    .toEqual(['/words/last-call/ last call', '/words/area/ Area']);
});

test('a page can switch it off', async () => {
  await addPage(site, { path: '/unmarked', content: text, common: { hideTerms: true } });
  const { text: html } = await request(site.server).get('/unmarked/').expect(200);
  expect(html).toContain('A last call on a mailing list');
  expect(html).not.toContain('class="term"');
});

test('revisions from before that switch are as valid as ever', () => {
  const { hideTerms, ...before } = NO_COMMON_FIELDS;
  expect(hideTerms).toBe(false);
  expect(commonFieldsSchema.parse(before)).toEqual(NO_COMMON_FIELDS);
});

test('definitions are not marked, neither on their own page nor in the list', async () => {
  for (const url of ['/words/', '/words/last-call/']) expect((await request(site.server).get(url).expect(200)).text).not.toContain('class="term"');
});

test('the demonstration marks enough to help and too little to annoy', async () => {
  const demo = await openSeededSite();
  try {
    const counts: number[] = [];
    for (const { url } of await listPublicPages(demo)) counts.push((await request(demo.server).get(url)).text.match(/<a class="term"/g)?.length ?? 0);
    expect(Math.max(...counts)).toBeLessThanOrEqual(12);
    const average = counts.reduce((sum, one) => sum + one, 0) / counts.length;
    expect(average).toBeGreaterThan(1);
    expect(average).toBeLessThan(6);
    const [{ count }] = await demo.deps.db('snippets').where('type', 'term').count<{ count: string }[]>() as [{ count: string }];
    expect(Number(count)).toBeGreaterThanOrEqual(125);
  } finally {
    await demo.close();
  }
}, 120_000);
