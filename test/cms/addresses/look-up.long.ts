import { lookUp } from '../../../src/cms/addresses/look-up';
import { openEmptySite, type TestSite } from '../../support/site';

/** Old addresses are kept for ever: the register of a site of twenty years. */
const ADDRESSES = 200_000;

let site: TestSite;
beforeAll(async () => {
  site = await openEmptySite();
  await site.deps.db.raw('set statement_timeout = 0');
  await site.deps.db.raw(`
    insert into addresses (site_id, path, kind, target, created_at)
    select ?, '/archive/' || n % 500 || '/Old-Page-' || n, 'redirect', 'https://archive.example/', now() from generate_series(1, ?) n`, [site.siteId, ADDRESSES]);
  await site.deps.db.raw('analyze addresses');
}, 300_000);
afterAll(() => site.close());

interface Plan { 'Node Type': string; 'Relation Name'?: string; 'Index Name'?: string; Plans?: Plan[] }

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

test(`one address of ${ADDRESSES} is found through the index, in no more than some milliseconds`, async () => {
  const { db } = site.deps;
  const asked: { sql: string; bindings: unknown[] }[] = [];
  const onQuery = (query: { sql: string; bindings: unknown[] }): void => { asked.push(query); };
  db.on('query', onQuery);
  const found = await lookUp(db, site.siteId, '/archive/77/old-page-77', new Date());
  db.off('query', onQuery);
  expect(found).toMatchObject({ kind: 'redirect', to: 'https://archive.example/' });

  expect(asked).toHaveLength(1);
  const explain = ['explain (format json)', asked[0]!.sql.replace(/\$\d+/g, '?')].join(' ');
  const { rows: [row] } = await db.raw<{ rows: Record<string, { Plan: Plan }[]>[] }>(explain, asked[0]!.bindings as string[]);
  const nodes = nodesOf(Object.values(row!)[0]![0]!.Plan);
  expect(nodes.filter((node) => node['Node Type'] === 'Seq Scan' && node['Relation Name'] === 'addresses')).toEqual([]);
  expect(nodes.map((node) => node['Index Name'])).toContain('addresses_path_folded_idx');

  const begin = performance.now();
  for (let count = 0; count < 100; count += 1) await lookUp(db, site.siteId, `/archive/${count}/Old-Page-${count * 500 + count}`, new Date());
  expect((performance.now() - begin) / 100).toBeLessThan(20);
}, 60_000);
