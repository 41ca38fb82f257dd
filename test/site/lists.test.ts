import request from 'supertest';
import { registrations } from '../../src/site/index';
import { upsertPerson } from '../../src/site/people/queries';
import { addPage, openEmptySite, type PageToAdd, type TestSite } from '../support/site';

const NOW = new Date('2025-02-10T12:00:00Z');

let site: TestSite;
beforeAll(async () => {
  site = await openEmptySite({ now: () => NOW });
  await upsertPerson(site.deps.db, { slug: 'mara-lindqvist', name: 'Mara Lindqvist', role: null, about: null, invented: true });
});
afterAll(() => site.close());

/** A page made of its type's example, with something else in it. */
async function add(path: string, type: string, content: Record<string, unknown> = {}, more: Partial<PageToAdd> = {}): Promise<number> {
  const { example } = registrations.pageTypes.find(({ key }) => key === type)!;
  return addPage(site, { path, type, title: `Title ${path.split('/').at(-1)}`, content: { ...example, ...content }, ...more });
}

async function mainOf(path: string): Promise<string> {
  const { text } = await request(site.server).get(path).expect(200);
  return text.slice(text.indexOf('<main'), text.indexOf('</main>'));
}

/** Where each word stands; those that are missing come as -1. */
function places(html: string, words: readonly string[]): number[] {
  return words.map((word) => html.indexOf(word));
}

function expectInOrder(html: string, words: readonly string[]): void {
  const found = places(html, words);
  expect(found).not.toContain(-1);
  expect(found).toEqual([...found].sort((one, other) => one - other));
}

describe('posts', () => {
  const at = (day: number) => ({ publishedOn: `2025-01-0${day}T10:00:00Z` });
  beforeAll(async () => {
    await add('/blog', 'blog');
    for (const day of [3, 1, 2, 4, 5, 6, 7]) {
      await add(`/blog/post${day}`, 'post', { ...at(day), authors: [{ person: 'person:mara-lindqvist', role: 'Chair' }] });
    }
    await add('/blog/hidden', 'post', at(8), { published: false });
    await add('/news', 'blog');
    await add('/news/other', 'post', at(9));
  });

  test('of one blog are listed newest first, with their authors, and no draft among them', async () => {
    const html = await mainOf('/blog/');
    expectInOrder(html, ['Title post7', 'Title post6', 'Title post2', 'Title post1']);
    expect(html).toContain('Mara Lindqvist');
    expect(html).not.toContain('Title hidden');
    expect(html).not.toContain('Title other');
  });

  test('know the one before, the one after and five others', async () => {
    const html = await mainOf('/blog/post4/');
    const neighbours = html.slice(html.indexOf('Posts before and after'));
    expectInOrder(neighbours, ['Title post3', 'Title post5']);
    expect(places(html, ['Title post7', 'Title post6', 'Title post2', 'Title post1'])).toEqual([expect.any(Number), expect.any(Number), expect.any(Number), -1]);
    expect(html).not.toContain('Title other');
    expect(html).toContain('Mara Lindqvist');
    expect(html).toContain('Chair');
  });

  test('of the same instant come in the order of their ids, none of them lost', async () => {
    await add('/news/twin-a', 'post', at(1));
    await add('/news/twin-b', 'post', at(1));
    const html = await mainOf('/news/twin-a/');
    expect(html.slice(html.indexOf('Posts before and after'))).toContain('Title twin-b');
  });

  test('say who wrote them, for machines too', async () => {
    const { text } = await request(site.server).get('/blog/post4/').expect(200);
    const data = [...text.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(([, json]) => JSON.parse(json!) as Record<string, unknown>);
    expect(data.find((one) => one['@type'] === 'BlogPosting')).toMatchObject({
      headline: 'Title post4', datePublished: '2025-01-04', author: [{ '@type': 'Person', name: 'Mara Lindqvist' }],
    });
  });
});

describe('statements', () => {
  beforeAll(async () => {
    await add('/statements', 'statement-index', { bodyName: 'IAB' });
    for (const year of [2001, 2002, 2003]) await add(`/statements/of-${year}`, 'statement', { publishedOn: `${year}-05-05T00:00:00Z` });
  });

  test('are listed newest first and name their body', async () => {
    const html = await mainOf('/statements/');
    expectInOrder(html, ['Title of-2003', 'Title of-2002', 'Title of-2001']);
    expect(html).toContain('IAB');
  });

  test('know the older and the newer ones', async () => {
    const html = await mainOf('/statements/of-2002/');
    expect(html).toContain('IAB statement');
    expectInOrder(html.slice(html.indexOf('Statements before and after')), ['Title of-2001', 'Title of-2003']);
  });
});

describe('events', () => {
  beforeAll(async () => {
    await add('/meeting', 'event-listing');
    await add('/meeting/late', 'event', { startDate: '2025-07-19', endDate: '2025-07-25', city: 'Madrid', country: 'ES' });
    await add('/meeting/soon', 'event', { startDate: '2025-03-15', endDate: '2025-03-21', timeZone: 'Asia/Bangkok', registrationUrl: 'https://example.org/register' });
    await add('/meeting/unknown', 'event');
    await add('/meeting/cancelled', 'event', { startDate: '2025-03-01', status: 'cancelled' });
    await add('/meeting/past', 'event', { startDate: '2024-11-02', endDate: '2024-11-08' });
    await add('/elsewhere', 'event', { startDate: '2025-02-20' });
  });

  test('of a listing come soonest first, undated last, past by year, cancelled ones not at all', async () => {
    const html = await mainOf('/meeting/');
    expectInOrder(html, ['Title soon', 'Title late', 'Title unknown', 'Past events', '2024', 'Title past']);
    expect(html).toContain('Date to be announced');
    expect(html).toContain('Madrid, Spain');
    expect(html).not.toContain('Title cancelled');
    expect(html).not.toContain('Title elsewhere');
  });

  test('chosen by hand stand first, wherever they are, and once', async () => {
    const id = await add('/meeting/chosen', 'event', { startDate: '2025-09-01' });
    await add('/chosen-meetings', 'event-listing', { promoted: [{ page: `page:${id}` }] });
    const html = await mainOf('/chosen-meetings/');
    expect(html.split('Title chosen<').length - 1).toBe(1);
    expect(html).not.toContain('Title soon');
  });

  test('a cancelled event stays and says so', async () => {
    expect(await mainOf('/meeting/cancelled/')).toContain('Cancelled');
  });

  test('say when and where for machines, unless the date is not known', async () => {
    const { text } = await request(site.server).get('/meeting/late/').expect(200);
    expect(text).toContain('"startDate":"2025-07-19"');
    expect(text).toContain('"addressCountry":"ES"');
    const undated = await request(site.server).get('/meeting/unknown/').expect(200);
    expect(undated.text).not.toContain('"@type":"Event"');
  });

  test('the home page shows the next two of any section, and the newest posts of any blog', async () => {
    const html = await mainOf('/');
    expectInOrder(html, ['Title elsewhere', 'Title soon']);
    expect(html).not.toContain('Title late');
    expectInOrder(html, ['Title other', 'Title post7']);
    expect(html).toContain('href="/meeting/"');
  });
});

test('a section shows its public pages in tree order', async () => {
  await add('/section', 'section');
  await add('/section/second', 'standard', {}, { position: 2 });
  await add('/section/first', 'standard', {}, { position: 1 });
  await add('/section/draft', 'standard', {}, { published: false });
  const html = await mainOf('/section/');
  expectInOrder(html, ['Title first', 'Title second']);
  expect(html).not.toContain('Title draft');
});
