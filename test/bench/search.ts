import fs from 'node:fs';
import path from 'node:path';
import { find } from '../../src/cms/search/find';
import { searchQuerySchema } from '../../src/cms/search/forms';
import { connect, FOR_MIGRATIONS } from '../../src/platform/db/connect';
import { ROOT } from '../../src/platform/root';
import { siteSearch } from '../../src/site/search/site-search';
import { addDocuments } from './documents';
import { startThrowAwayServer } from './server';

const DOCUMENTS = 100_000;
const TIMES = 5;
/** Milliseconds for 95 of 100 queries. */
const GOAL = 50;

/** How long a search takes among 100,000 documents, for everything in the file of queries; as a ratio to fetching one row. */
export async function benchSearch(): Promise<void> {
  const { deps, stop } = await startThrowAwayServer();
  const siteId = deps.sites.default()!.id;
  const owner = connect(deps.databaseUrl, FOR_MIGRATIONS);
  process.stdout.write(`writing ${DOCUMENTS.toLocaleString('en')} documents …\n`);
  await addDocuments(owner, siteId, DOCUMENTS);
  await owner.destroy();

  const base = await medianOf(() => deps.db('searchDocuments').where({ kind: 'rfc', key: '9110' }).first('title'));
  const taken: { query: string; milliseconds: number }[] = [];
  for (const query of readQueries()) {
    const asked = searchQuerySchema.parse({ query });
    taken.push({ query, milliseconds: await medianOf(() => find({ ...deps, siteSearch }, siteId, asked, deps.now())) });
  }
  report(taken.sort((one, other) => one.milliseconds - other.milliseconds), base);
  await stop();
}

function readQueries(): string[] {
  const file = path.join(ROOT, 'test', 'site', 'search', 'queries.json');
  return (JSON.parse(fs.readFileSync(file, 'utf8')) as { query: string }[]).map(({ query }) => query);
}

/** Of some runs, after one that does not count. */
async function medianOf(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run <= TIMES; run += 1) {
    const begun = performance.now();
    await work();
    if (run > 0) times.push(performance.now() - begun);
  }
  return times.sort((one, other) => one - other)[Math.floor(TIMES / 2)]!;
}

function report(taken: readonly { query: string; milliseconds: number }[], base: number): void {
  const at = (share: number): number => taken[Math.min(taken.length - 1, Math.floor(taken.length * share))]!.milliseconds;
  const line = (what: string, milliseconds: number): string => `${what.padEnd(36)} ${milliseconds.toFixed(1).padStart(7)} ms   ${(milliseconds / base).toFixed(0).padStart(5)} × one row\n`;
  process.stdout.write(line('one row by its key', base) + line(`${taken.length} searches, half of them below`, at(0.5)) + line('95 of 100 below', at(0.95)) + line('the slowest', at(1)));
  process.stdout.write(`slowest: ${taken.slice(-5).reverse().map(({ query, milliseconds }) => `${query} (${milliseconds.toFixed(0)} ms)`).join(', ')}\n`);
  process.stdout.write(at(0.95) <= GOAL ? `Within ${GOAL} ms.\n` : `More than ${GOAL} ms: was the machine busy?\n`);
}
