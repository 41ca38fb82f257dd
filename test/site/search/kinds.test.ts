import { find } from '../../../src/cms/search/find';
import { searchQuerySchema } from '../../../src/cms/search/forms';
import { refreshSearchDocuments } from '../../../src/cms/search/refresh';
import { resultsView } from '../../../src/cms/search/results-view';
import { personKind } from '../../../src/site/people/person-kind';
import { siteSearch } from '../../../src/site/search/site-search';
import { wellKnown } from '../../../src/site/search/well-known';
import { rfcKind } from '../../../src/site/standards/rfc-kind';
import { openSeededSite, type TestSite } from '../../support/site';

let site: TestSite;
beforeAll(async () => { site = await openSeededSite(); }, 120_000);
afterAll(() => site.close());

async function view(query: string, more: Record<string, unknown> = {}) {
  const { deps, siteId } = site;
  const asked = searchQuerySchema.parse({ query, ...more });
  const results = await find({ ...deps, siteSearch }, siteId, asked, deps.now());
  return resultsView({ ...deps, site: deps.sites.default()!, siteSearch, help: [] }, asked, results);
}

test.each([
  ['rfc9110', 'RFC 9110'], ['RFC 9110', 'RFC 9110'], ['rfc-9110', 'RFC 9110'], ['rfc 09110', 'RFC 9110'], ['9110', 'RFC 9110'], ['rfc9110.html', 'RFC 9110'],
  ['quic', 'quic'], ['QUIC WG', 'quic'], ['tls working group', 'tls'], ['http/3', 'RFC 9114'], ['tcp', 'RFC 9293'],
])('“%s” shows %s as a packet, and only once', async (query, id) => {
  const { best, hits } = await view(query);
  expect(best?.id).toBe(id);
  expect(hits.map(({ url }) => url)).not.toContain(best?.url);
});

test.each([
  ['bcp 14', 'BCP 14'], ['BCP14', 'BCP 14'], ['std97', 'STD 97'], ['draft-ietf-quic-ack-frequency', 'draft-ietf-quic-ack-frequency'],
  ['draft-ietf-quic-ack-frequency-07.txt', 'draft-ietf-quic-ack-frequency'],
])('“%s” puts %s first', async (query, label) => {
  expect((await view(query)).hits[0]?.title).toMatch(new RegExp(`^${label}`));
});

test('“ietf127” and “IETF 127” put that meeting first', async () => {
  for (const query of ['ietf127', 'IETF 127']) expect((await view(query)).hits[0]?.url).toBe('/meeting/127/');
});

test('a number that is no RFC here, and a word from the inside of JavaScript, are ordinary words', async () => {
  for (const query of ['rfc 987654', 'bcp 9999', 'constructor', '__proto__', 'toString']) expect([query, (await view(query)).best]).toEqual([query, null]);
});

test('what everybody calls by a name is in the form that names are looked up in', () => {
  expect(Object.entries(wellKnown).filter(([name, uri]) => !/^[a-z0-9.]+$/.test(name) || !/^rfc:[1-9]\d*$/.test(uri))).toEqual([]);
});

test('results are of many kinds and can be narrowed; counts say beforehand what comes', async () => {
  const all = await view('security');
  const kinds = all.facets.find(({ name }) => name === 'type')!.options;
  expect(kinds.map(({ value }) => value)).toEqual(expect.arrayContaining(['page', 'post', 'rfc', 'group', 'term']));
  for (const { value, count } of kinds) expect([value, (await view('security', { type: value })).total]).toEqual([value, count]);
  expect(kinds.reduce((sum, { count }) => sum + count!, 0)).toBe(all.total);

  const topic = all.facets.find(({ name }) => name === 'topic')!.options[0]!;
  expect((await view('security', { topic: topic.value })).total).toBe(topic.count);
  const year = all.facets.find(({ name }) => name === 'year')!.options[0]!;
  expect((await view('security', { year: year.value })).total).toBe(year.count);
});

test('filters add up within a facet and narrow across facets; each can be taken away', async () => {
  const [posts, rfcs, both] = [await view('security', { type: 'post' }), await view('security', { type: 'rfc' }), await view('security', { type: ['post', 'rfc'] })];
  expect(both.total).toBe(posts.total + rfcs.total);
  expect(both.active).toEqual([
    { text: 'Blog posts', removeUrl: '/search/?query=security&type=rfc' }, { text: 'RFCs', removeUrl: '/search/?query=security&type=post' },
  ]);
  expect((await view('security', { type: 'nonsense' })).total).toBe(0);
});

test('addresses have their names in one order, and the newest come first when asked', async () => {
  const { orderUrl } = await view('security', { type: 'post', topic: 'news', year: '2021', page: '1' });
  expect(orderUrl === null || orderUrl.startsWith('/search/?query=security&topic=news&type=post&year=2021&sort=date')).toBe(true);
  const { hits, pager } = await view('security', { type: 'post', sort: 'date' });
  const dates = hits.map(({ date }) => date!.iso);
  expect(dates).toEqual([...dates].sort().reverse());
  expect(pager?.next).toBe('/search/?query=security&type=post&sort=date&page=2');
});

test('an RFC that an import changes is found by its new title at once, one that is gone not at all', async () => {
  const { db } = site.deps;
  await db('rfcs').where({ number: 9110 }).update({ title: 'Zwiebelfisch Semantics' });
  await refreshSearchDocuments(db, rfcKind, ['9110']);
  expect((await view('zwiebelfisch')).hits[0]?.title).toBe('RFC 9110: <mark>Zwiebelfisch</mark> Semantics');
  await db('rfcRelations').where({ number: 9110 }).del();
  await db('rfcs').where({ number: 9110 }).del();
  await refreshSearchDocuments(db, rfcKind, ['9110']);
  expect((await view('zwiebelfisch')).total).toBe(0);
});

test('refreshing what has not changed writes nothing', async () => {
  const { db } = site.deps;
  const rows = () => db('searchDocuments').where({ kind: 'rfc' }).orderBy('key').select(db.raw('xmin::text || ctid::text as version'));
  const before = await rows();
  await refreshSearchDocuments(db, rfcKind, 'all');
  expect(await rows()).toEqual(before);
});

test('somebody who is hidden is not found, even before the search is told', async () => {
  const { db } = site.deps;
  const name = 'Mara Lindqvist';
  expect((await view(name)).hits.map(({ kind }) => kind)).toContain('person');
  await db('allPeople').where({ slug: 'mara-lindqvist' }).update({ hidden: true });
  expect((await view(name)).hits.map(({ kind }) => kind)).not.toContain('person');
  await refreshSearchDocuments(db, personKind, ['mara-lindqvist']);
  expect(await db('searchDocuments').where({ kind: 'person', key: 'mara-lindqvist' }).first()).toBeUndefined();
});

test('without a public glossary its words are not found, for their addresses hang on it', async () => {
  const { db } = site.deps;
  expect((await view('rough consensus')).hits.map(({ kind }) => kind)).toContain('term');
  await db('pages').where({ type: 'glossary' }).update({ effectiveAccess: 'signed-in' });
  expect((await view('rough consensus')).hits.map(({ kind }) => kind)).not.toContain('term');
});
