import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { checkMedia, type Finding } from '../../../src/cms/media/check-media';
import { settleFiles } from '../../../src/cms/media/keep-file';
import { listPending } from '../../../src/cms/media/pending-queries';
import { eventually } from '../../support/eventually';
import { Random } from '../../support/random';
import { openEmptySite, type TestSite } from '../../support/site';

interface Killed {
  problems: string[];
  acknowledged: number;
  /** How many kills left something to settle: else they all came at harmless moments. */
  interrupted: number;
}

/**
 * Kill a process that uploads again and again, each time at another moment, and look at store and database after each. Gives the problems
 * found; none means that every acknowledged file is there and whole, and nothing of any other.
 */
export async function killWhileUploading(times: number): Promise<Killed> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'kill-uploads-'));
  const site = await openEmptySite({ env: { DATA_DIR: dataDir } });
  const random = new Random(times);
  const problems: string[] = [];
  let [acknowledged, interrupted] = [0, 0];
  for (let round = 0; round < times; round += 1) {
    const names = await uploadUntilKilled(site, dataDir, random.below(400));
    acknowledged += names.length;
    if ((await listPending(site.deps.db)).length > 0) interrupted += 1;
    problems.push(...(await lookAfter(site, names)).map((problem) => `round ${round}: ${problem}`));
  }
  await site.close();
  fs.rmSync(dataDir, { recursive: true });
  return { problems, acknowledged, interrupted };
}

/** Gives what was acknowledged, as `image:name`. */
async function uploadUntilKilled({ deps }: TestSite, dataDir: string, delay: number): Promise<string[]> {
  const program = path.join(__dirname, 'upload-until-killed.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', program, deps.databaseUrl, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (data: string) => {
    if (said === '') setTimeout(() => child.kill('SIGKILL'), delay);
    said += data;
  });
  await once(child, 'exit');
  // what the killed process had begun ends when the database notices
  await eventually(async () => { expect(await deps.db('pg_stat_activity').where('applicationName', `plenary ${child.pid}`)).toEqual([]); });
  return said.split('\n').slice(0, -1);
}

async function lookAfter({ deps }: TestSite, names: readonly string[]): Promise<string[]> {
  await settleFiles(deps);
  const findings: Finding[] = [];
  await checkMedia(deps, { repair: false, hash: true }, (finding) => findings.push(finding));
  const left = await listPending(deps.db);
  const missing = await missingOf(deps.db, names);
  return [
    ...findings.map(({ key, problem }) => `${key} ${problem}`),
    ...left.map((key) => `${key} is still announced`),
    ...missing.map((name) => `${name} was acknowledged and is not there`),
  ];
}

/** Documents are deleted again, which the history says. */
async function missingOf(db: TestSite['deps']['db'], names: readonly string[]): Promise<string[]> {
  const kept = new Set(await db('fileVersions').pluck<string[]>('filename'));
  const deleted = await db('history').where('action', 'document.deleted').select<{ detail: { filename: string } }[]>('detail');
  for (const { detail } of deleted) kept.add(detail.filename);
  return names.filter((name) => !kept.has(name.slice(name.indexOf(':') + 1)));
}
