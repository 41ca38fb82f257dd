import fs from 'node:fs';
import path from 'node:path';
import { importIndex } from '../../../src/imports/rfc-editor/import-index';
import { readSourceFile } from '../../../src/imports/source-file';
import { connect, FOR_JOBS } from '../../../src/platform/db/connect';
import { ROOT } from '../../../src/platform/root';
import { openSeededSite, type TestSite } from '../../support/site';
import { judge } from './judge';

/** The real index, which is not part of the project: see the README there. */
const INDEX = path.join(ROOT, '..', 'shared', 'data', 'rfc-index.xml.gz');
const whenThere = fs.existsSync(INDEX) ? test : test.skip;
if (!fs.existsSync(INDEX)) process.stdout.write(`Skipped, since ${INDEX} is not there: the quality of the search over the real RFC index.\n`);

let site: TestSite;
beforeAll(async () => { site = await openSeededSite({ now: () => new Date('2026-11-22T12:00:00Z') }); }, 120_000);
afterAll(() => site.close());

whenThere('with the 9,319 real RFCs beside the pages, 85 % come first and 97 % among the first three', async () => {
  const db = connect(site.deps.config.databaseUrl ?? '', FOR_JOBS);
  await db.transaction((trx) => importIndex(trx, readSourceFile(INDEX), { at: site.deps.now(), allowFewer: true }));
  await db.raw('analyze search_documents');
  await db.destroy();

  const { asked, first, firstThree, misses } = await judge(site, 'real');
  process.stdout.write(`Search with the real RFC index, ${asked} queries: ${(first * 100).toFixed(1)} % first, ${(firstThree * 100).toFixed(1)} % among the first three.\n${misses.join('\n')}\n`);
  expect(first).toBeGreaterThanOrEqual(0.85);
  expect(firstThree).toBeGreaterThanOrEqual(0.97);
}, 240_000);
