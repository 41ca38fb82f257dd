import { SearchLog } from '../../../src/cms/search/log';
import { keepUpSearch } from '../../../src/cms/search/upkeep';
import { createLog } from '../../../src/platform/log';
import { countQueries } from '../../support/count-queries';
import { openEmptySite, type TestSite } from '../../support/site';
import { eventually } from '../../support/eventually';

let site: TestSite;
beforeAll(async () => { site = await openEmptySite(); });
afterAll(() => site.close());
beforeEach(() => site.deps.db('searchCounts').del());

const log = (every?: number) => new SearchLog({ ...site.deps, log: createLog({ level: 'silent', file: null }) }, every);
const rows = () => site.deps.db('searchCounts').select('query', 'searches', 'hits').orderBy('query');

test('searches are counted by query and day, whatever their case and signs, and hold nothing else', async () => {
  const counts = log();
  counts.count(site.siteId, 'Internet-Draft', 7);
  counts.count(site.siteId, 'internet draft', 7);
  counts.count(site.siteId, 'quic', 3);
  counts.count(site.siteId, '!!!', 0);
  await counts.flush();
  counts.count(site.siteId, 'quic', 4);
  await counts.flush();
  expect(await rows()).toEqual([{ query: 'internet draft', searches: 2, hits: 7 }, { query: 'quic', searches: 2, hits: 4 }]);
  expect(Object.keys(await site.deps.db('searchCounts').first())).toEqual(['siteId', 'day', 'query', 'searches', 'hits']);
});

test('a search waits for no count: they are written together, some time later', async () => {
  const counts = log(50);
  expect(await countQueries(site.deps.db, () => { for (let n = 0; n < 100; n += 1) counts.count(site.siteId, `query ${n}`, n); return Promise.resolve(); })).toBe(0);
  await eventually(async () => expect(await rows()).toHaveLength(100));
});

test('a database that does not answer loses counts and nothing else', async () => {
  const away = new SearchLog({ ...site.deps, db: Object.assign(() => undefined, { raw: () => Promise.reject(new Error('away')) }) as never, log: createLog({ level: 'silent', file: null }) });
  away.count(site.siteId, 'lost', 1);
  await expect(away.flush()).resolves.toBeUndefined();
});

test('counts are kept for 90 days', async () => {
  const day = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
  await site.deps.db('searchCounts').insert([89, 92].map((days) => ({ siteId: site.siteId, day: day(days), query: `before ${days} days`, searches: 1, hits: 0 })));
  await keepUpSearch(site.deps);
  expect((await rows()).map(({ query }: { query: string }) => query)).toEqual(['before 89 days']);
});
