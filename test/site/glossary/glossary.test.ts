import request from 'supertest';
import type { RichText } from '../../../src/cms/rich-text/document';
import { upsertSnippet } from '../../../src/cms/snippets/queries';
import { parseHtml } from '../../../src/cms/rich-text/parse-html';
import { byInitial, inOrder, shortDefinition, type Term } from '../../../src/site/glossary/glossary';
import { countQueries } from '../../support/count-queries';
import { addPage, openEmptySite, type TestSite } from '../../support/site';

let site: TestSite;
beforeAll(async () => {
  site = await openEmptySite();
  await addTerm('working-group', 'Working Group', 'WG', '<p>Writes documents under a charter. See <a href="rfc:2418"></a>.</p>');
  await addTerm('area', 'Area', null, '<p>A division of the <a href="term:working-group">working groups</a>, led by <em>directors</em>.</p>');
  await addTerm('6lowpan', '6LoWPAN', null, '<p>Small frames.</p>');
  await addTerm('auth48', 'AUTH48', null, '<p>The last check by the authors.</p>');
  await addPage(site, { path: '/glossary', type: 'glossary', title: 'Glossary', content: { introduction: 'All words.', relatedLinks: [], callToAction: null, signUp: null, terms: ['glossary:terms'] } });
});
afterAll(() => site.close());

async function addTerm(key: string, title: string, abbreviation: string | null, definition: string): Promise<void> {
  const content = { title, abbreviation, definition: parseHtml(definition, 'small'), link: null, unmarked: false };
  await upsertSnippet(site.deps.db, new Date('2026-01-01T00:00:00Z'), { type: 'term', key, title, content });
  site.deps.versions.startOver();
}

const get = async (url: string): Promise<string> => (await request(site.server).get(url).expect(200)).text;
/** Keys of the terms listed, in order. */
const listed = (html: string): string[] => [...html.matchAll(/<div class="entry" id="term-([^"]*)"/g)].map(([, key]) => key!);

describe('the list', () => {
  test('is alphabetical, digits and signs at the end, with a strip of the initials that exist (GL-02)', async () => {
    const html = await get('/glossary/');
    expect(listed(html)).toEqual(['area', 'auth48', 'working-group', '6lowpan']);
    expect([...html.matchAll(/<li><a href="#([^"]*)">([^<]*)<\/a><\/li>/g)].map(([, anchor, text]) => `${anchor} ${text}`)).toEqual(['A A', 'W W', 'digits 0–9']);
    expect([...html.matchAll(/<h2 id="([^"]*)">/g)].map(([, id]) => id)).toEqual(['A', 'W', 'digits']);
  });

  test('links each term to its own address and resolves what definitions cite', async () => {
    const html = await get('/glossary/');
    expect(html).toContain('<h3><a href="/glossary/working-group/">Working Group</a> <span class="tag">WG</span></h3>');
    expect(html).toContain('<a href="/glossary/working-group/">working groups</a>');
  });

  test('is a DefinedTermSet for machines (SEO-06)', async () => {
    const data = structured(await get('/glossary/'), 'DefinedTermSet');
    expect(data).toMatchObject({ name: 'Glossary' });
    expect(JSON.stringify(data)).toContain('"termCode":"WG"');
  });
});

describe('the search', () => {
  test.each([
    ['documents', ['working-group']], ['writing document', ['working-group']], ['wg', ['working-group']], ['orking gr', ['working-group']],
    ['directors', ['area']], ['group', ['area', 'working-group']], ['2418', ['working-group']], ['RFC 2418', ['working-group']], ['paragraph', []], ['LOWPAN', ['6lowpan']],
  ])('finds “%s” in title, abbreviation and definition, alphabetically (GL-01)', async (query, keys) => {
    expect(listed(await get(`/glossary/?query=${encodeURIComponent(query)}`))).toEqual(keys);
  });

  test('says how many terms match, and leads back to all', async () => {
    const html = await get('/glossary/?query=group');
    expect(html).toMatch(/<strong>2 terms match<\/strong> “group”\. <a href="\/glossary\/">Show all terms<\/a>/);
    expect(html).toContain('noindex');
  });

  test('says so when nothing matches', async () => {
    const html = await get('/glossary/?query=%3Cb%3Enothing');
    expect(html).toMatch(/No terms match “&lt;b&gt;nothing”\. <a href="\/glossary\/">Show all terms<\/a>/);
  });

  test.each([['%00', 'cannot be typed'], ['x'.repeat(201), 'at most 200 characters']])('answers %.10s with a sentence at the field (SEARCH-02)', async (query, sentence) => {
    const html = await get(`/glossary/?query=${query}`);
    expect(html).toMatch(new RegExp(`<p class="problem" id="glossary-problem">[^<]*${sentence}`));
    expect(listed(html)).toHaveLength(4);
  });

  test('an empty question is none; the first of several counts; what is no text is ignored', async () => {
    await request(site.server).get('/glossary/?query=%20').expect(302).expect('Location', '/glossary/');
    expect(listed(await get('/glossary/?query=area&query=x'))).toEqual(['area']);
    expect(listed(await get('/glossary/?query[a]=area'))).toHaveLength(4);
    for (const odd of ['%27', '%5C', '%25', "a'b", '(((', '%22', ':*', '%C2%A0']) await request(site.server).get(`/glossary/?query=${odd}`).expect((res) => expect([200, 302]).toContain(res.status));
  });
});

describe('a term', () => {
  test('has an address of its own with its neighbours, and who names it', async () => {
    const html = await get('/glossary/working-group/');
    expect(html).toMatch(/<h1>Working Group<\/h1>[\s\S]*<strong class="mono">WG<\/strong>/);
    expect(html).toContain('<title>Working Group');
    expect(html).toMatch(/rel="canonical" href="[^"]*\/glossary\/working-group\/"/);
    expect(html).toMatch(/<span class="tag">Previous<\/span>AUTH48/);
    expect(html).toMatch(/<span class="tag">Next<\/span>6LoWPAN/);
    expect(html).toMatch(/Named by<\/h2>\s*<ul class="links">\s*<li><a href="\/glossary\/area\/">Area/);
    expect(structured(html, 'DefinedTerm')).toMatchObject({ name: 'Working Group', termCode: 'WG' });
  });

  test('says where the site uses it: public pages only, at most ten', async () => {
    const content = { introduction: null, keyInfo: [{ id: 'a', type: 'paragraph', value: { text: parseHtml('<p>A <a href="term:auth48">state</a>.</p>', 'full') } }], inDepth: [], questions: [], relatedLinks: [], callToAction: null, signUp: null };
    for (let number = 1; number <= 11; number += 1) await addPage(site, { path: `/uses-${number}`, title: `Uses ${number}`, content });
    const draft = await addPage(site, { path: '/draft', title: 'Hidden draft', content });
    await site.deps.db('pages').where({ id: draft }).update({ liveRevisionId: null });
    site.deps.versions.startOver();

    const html = await get('/glossary/auth48/');
    expect(html.match(/<a href="\/uses-\d+\/">/g)).toHaveLength(10);
    expect(html).not.toContain('Hidden draft');
    expect(await get('/uses-1/')).toContain('<a href="/glossary/auth48/">state</a>');
  });

  test('that nobody knows is not found, and neither is one below another', async () => {
    await request(site.server).get('/glossary/nothing/').expect(404);
    await request(site.server).get('/glossary/working-group/x/').expect(404);
    await request(site.server).get('/glossary/working-group').expect(301).expect('Location', '/glossary/working-group/');
  });

  test('in capitals has one redirect to its address (P-02)', async () => {
    await request(site.server).get('/glossary/Working-Group/').expect(301).expect('Location', '/glossary/working-group/');
    await request(site.server).get('/glossary/NOTHING/').expect(404);
  });

  test('and the list cost at most six queries, however many terms there are', async () => {
    for (const url of ['/glossary/?query=group&n=1', '/glossary/area/?n=1']) {
      expect([url, await countQueries(site.deps.db, () => request(site.server).get(url).expect(200)) <= 6]).toEqual([url, true]);
    }
  });
});

test('without a public glossary a term is a word, and nothing is marked', async () => {
  await site.deps.db('pages').where({ path: '/glossary' }).update({ effectiveAccess: 'signed-in' });
  site.deps.versions.startOver();
  const html = await get('/uses-2/');
  expect(html).toContain('<p>A <span class="term" title="The last check by the authors.">state</span>.</p>');
  expect(html).not.toContain('<a class="term"');
  await site.deps.db('pages').where({ path: '/glossary' }).update({ effectiveAccess: 'public' });
});

describe('order and lines', () => {
  const term = (title: string, key = title): Term => ({ key, title, abbreviation: null, definition: text(''), link: null, unmarked: false });
  const text = (words: string): RichText => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] });

  test('case, accents and hyphens do not decide where a term stands', () => {
    expect(inOrder(['zone', 'Évian', '3GPP', 'Email', '6LoWPAN', 'E-mail list', '.arpa'].map((title) => term(title))).map(({ title }) => title))
      .toEqual(['Email', 'E-mail list', 'Évian', 'zone', '3GPP', '6LoWPAN', '.arpa']);
    expect(byInitial([term('Évian')])[0]).toMatchObject({ heading: 'E', anchor: 'E' });
  });

  test('a short definition ends with a sentence where it can', () => {
    expect(shortDefinition(text('One. Two is longer.'), 10)).toBe('One.');
    expect(shortDefinition(text('A sentence without an end in sight'), 14)).toBe('A sentence…');
    expect(shortDefinition(text('Short.'))).toBe('Short.');
  });
});

/** The JSON-LD object of a type. */
function structured(html: string, type: string): unknown {
  const objects = [...html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)].flatMap(([, json]) => JSON.parse(json!) as unknown);
  return objects.flatMap((one) => (Array.isArray(one) ? one as object[] : [one as object])).find((one) => (one as Record<string, unknown>)['@type'] === type);
}
