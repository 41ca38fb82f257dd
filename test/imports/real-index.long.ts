import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import request from 'supertest';
import { ROOT } from '../../src/platform/root';
import { temporaryDirectory } from '../../src/platform/postgres/directories';
import { countQueries } from '../support/count-queries';
import { RunningProcess } from '../support/process';
import { openSeededSite, type TestSite } from '../support/site';

/** The real index, 9,319 RFCs; it is not part of the project, and on machines without it these tests say so. */
const FILE = path.join(ROOT, '..', 'shared', 'data', 'rfc-index.xml.gz');
const there = fs.existsSync(FILE);
const real = there ? test : test.skip;
if (!there) process.stderr.write(`${FILE} is not there: the tests with the real index are left out.\n`);

let site: TestSite;
let folder: string;
beforeAll(async () => {
  execFileSync(process.execPath, ['build.cjs'], { cwd: ROOT });
  site = await openSeededSite();
  folder = temporaryDirectory();
}, 180_000);
afterAll(async () => {
  await site.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

async function run(): Promise<{ output: string; seconds: number; megabytes: number }> {
  const running = new RunningProcess('cli', ['import', 'rfcs', '--from', FILE], { DATABASE_URL: site.deps.databaseUrl, DATA_DIR: folder }, { built: true });
  const begun = performance.now();
  expect([await running.ended, running.errors]).toEqual([0, '']);
  const seconds = (performance.now() - begun) / 1_000;
  return { output: running.output, seconds, megabytes: Number(/at most (\d+) MB/.exec(running.output)?.[1]) };
}

real('it is imported within 20 s and 300 MB, and a second time nothing changes', async () => {
  const first = await run();
  expect(first.output).toMatch(/^9319 RFCs, 357 of BCP, STD and FYI; numbers never issued: 187\./);
  expect(first.seconds).toBeLessThan(20);
  expect(first.megabytes).toBeLessThan(300);
  const second = await run();
  expect(second.output).toContain('\n0 new, 0 changed, 9319 unchanged, 0 gone.\n');
  expect(second.megabytes).toBeLessThan(300);
}, 120_000);

real('its pages are quick and light, and cost no more queries than those of the demonstration', async () => {
  const { db } = site.deps;
  await request(site.server).get('/rfc/1/').expect(200); // menus and the like are read once
  for (const url of ['/rfc/', '/rfc/9110/', '/rfc/1035/', '/rfc/2026/', '/rfc/bcp/9/', '/rfc/std/13/', '/rfc/status/proposed-standard/', '/rfc/stream/ietf/?page=50', '/rfc/year/2008/', '/rfc/bcp/']) {
    let milliseconds = 0;
    const queries = await countQueries(db, async () => {
      const begun = performance.now();
      await request(site.server).get(url).expect(200);
      milliseconds = performance.now() - begun;
    });
    expect([url, queries <= 6, milliseconds < 500]).toEqual([url, true, true]);
  }
}, 60_000);

real('numbers that were never issued are gone, with the reason', async () => {
  const { text } = await request(site.server).get('/rfc/14/').expect(410);
  expect(text).toContain('never issued');
});
