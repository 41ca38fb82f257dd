import type { Db } from '../../../src/platform/db/connect';
import { searchDocuments, listTermFacts, type Search } from '../../../src/cms/search/queries';
import { listSuggestions } from '../../../src/cms/search/suggestion-queries';
import { parseTerms, writeQuery } from '../../../src/cms/search/terms';
import { siteSearch } from '../../../src/site/search/site-search';
import { addDocuments } from '../../bench/documents';
import { openSeededSite, type TestSite } from '../../support/site';

let site: TestSite;
beforeAll(async () => {
  site = await openSeededSite();
  await addDocuments(site.deps.db, site.siteId, 3_000);
  await site.deps.db.raw('analyze'); // or PostgreSQL guesses about the tables that autovacuum has not seen yet
}, 180_000);
afterAll(() => site.close());

/** What PostgreSQL would do for the statements that `work` sends. */
async function plansOf(work: (db: Db) => Promise<unknown>): Promise<string> {
  const { db } = site.deps;
  const statements: { sql: string; bindings: readonly unknown[] }[] = [];
  const listen = ({ sql, bindings }: { sql: string; bindings: readonly unknown[] }): void => { statements.push({ sql, bindings }); };
  db.on('query', listen);
  await work(db);
  db.off('query', listen);
  const plans: string[] = [];
  for (const { sql, bindings } of statements) plans.push(await explain(db, sql, bindings));
  return plans.join('\n');
}

async function explain(db: Db, sql: string, bindings: readonly unknown[]): Promise<string> {
  const client = await db.client.acquireConnection() as { query(text: string, values: readonly unknown[]): Promise<{ rows: Record<string, string>[] }> };
  try {
    return (await client.query(`explain ${sql}`, bindings)).rows.map((row) => row['QUERY PLAN']).join('\n');
  } finally {
    await db.client.releaseConnection(client);
  }
}

/**
 * Words that few documents have. Of those that every sixth document has, whoever looks for any of them may as well read the table
 * from the start, until the limit is reached: PostgreSQL decides that by a hair, and rightly either way.
 */
const RARE = 'photography xylophones';

const scans = (plan: string): string[] => plan.match(/Seq Scan on (search_documents|pages|page_references)\b.*/g) ?? [];

const asked = (text: string, more: Partial<Search> = {}): Search => ({
  ...writeQuery(parseTerms(text), siteSearch.wording), siteId: site.siteId, now: new Date(), typed: text, kinds: [], homes: [],
  types: null, terms: null, years: null, newestFirst: false, loose: false, limit: 10, page: 1, ...more,
});

test.each([
  ['best first', {}], ['with looser words', { loose: true }], ['filtered', { types: ['rfc'] }],
] as const)('no search, %s, reads all documents: names, heads and texts come from their indexes', async (_name, more) => {
  const plan = await plansOf((db) => searchDocuments(db, asked(RARE, more)));
  expect(scans(plan)).toEqual([]);
  for (const index of ['search_documents_names_idx', 'search_documents_head_idx', 'search_documents_words_idx']) expect(plan).toContain(index);
});

test('suggestions and corrections neither', async () => {
  const { siteId } = site;
  const plan = await plansOf(async (db) => {
    await listSuggestions(db, { siteId, now: new Date(), typed: 'photogr', beginning: `'photogr':*A`, kinds: [], homes: [], limit: 8 });
    await listTermFacts(db, { siteId, now: new Date(), words: [{ word: 'photografy', query: `'photografy'` }] });
  });
  expect(scans(plan)).toEqual([]);
});
