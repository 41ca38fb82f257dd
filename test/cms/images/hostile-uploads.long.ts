import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { openPeopleSite, type PeopleSite } from '../../accounts/people-site';
import { memoryOf } from '../../../src/platform/memory';
import { ROOT } from '../../../src/platform/root';
import { temporaryDirectory } from '../../../src/platform/postgres/directories';
import { freePort, RunningProcess, statusOf } from '../../support/process';
import { hostileUploads, neutralised, noise } from './hostile-files';
import { file, filesAtRest, multipart, MULTIPART, UploadClient } from './upload-client';

/** What hostile files cost: time and memory of a server as operators run it. Its peak of memory is the system's own (Linux), begun anew for each file. */
let site: PeopleSite;
let folder: string;
let server: RunningProcess;
let client: UploadClient;

beforeAll(async () => {
  execFileSync(process.execPath, ['build.cjs'], { cwd: ROOT });
  site = await openPeopleSite();
  folder = temporaryDirectory();
  const port = await freePort();
  server = new RunningProcess('server', [], {
    NODE_ENV: 'test', LOG_LEVEL: 'silent', PORT: String(port), DATABASE_URL: site.deps.databaseUrl, DATA_DIR: folder, SEED: 'none', WORKER: 'off',
  }, { built: true });
  const origin = `http://localhost:${port}`;
  await server.waitUntil(async () => (await statusOf(`${origin}/readyz`)) === 200);
  client = await UploadClient.signedIn(origin, 'admin@example.org');
  for (const size of [400, 3_000]) await client.upload([file(await noise(size, size).jpeg().toBuffer())]); // what is loaded once
}, 240_000);
afterAll(async () => {
  server.signal('SIGKILL');
  await server.ended;
  await site.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

interface Cost { what: string; status: number; milliseconds: number; megabytes: number }

async function costOf(what: string, body: Buffer, type = MULTIPART): Promise<Cost> {
  await site.deps.db('rateLimits').del();
  fs.writeFileSync(`/proc/${server.pid}/clear_refs`, '5'); // the peak begins anew
  const [before, begun] = [memoryOf(server.pid).now, performance.now()];
  const { status } = await client.request('POST', '/admin/images', body, { 'Content-Type': type, 'X-CSRF-Token': client.token, Accept: 'application/json' });
  return { what, status, milliseconds: Math.round(performance.now() - begun), megabytes: Math.round(memoryOf(server.pid).most - before) };
}

test('no hostile file costs more than 150 MB, and every one is answered soon', async () => {
  const costs: Cost[] = [];
  for (const { what, body, type } of await hostileUploads({ zeros: 1e9 })) costs.push(await costOf(what, body, type));
  for (const { what, file: content } of await neutralised({ zeros: 1e9 })) costs.push(await costOf(what, multipart([file(content)])));
  // as large as is taken, and small on the wire
  const vast = (): sharp.Sharp => sharp({ create: { width: 7_000, height: 7_000, channels: 4, background: { r: 10, g: 90, b: 200, alpha: 0.5 } } });
  costs.push(await costOf('a progressive JPEG of 49 megapixels', multipart([file(await vast().flatten().jpeg({ progressive: true }).toBuffer())])));
  costs.push(await costOf('an interlaced PNG of 49 megapixels', multipart([file(await vast().png({ progressive: true }).toBuffer())])));
  process.stderr.write(`${costs.map((cost) => `${cost.status} ${cost.milliseconds} ms ${cost.megabytes} MB  ${cost.what}`).join('\n')}\n`);
  expect(costs.filter((cost) => cost.megabytes > 150 || cost.milliseconds > 20_000)).toEqual([]);
  expect(costs.filter(({ status }) => status >= 500)).toEqual([]);
  expect((await filesAtRest(path.join(folder, 'media'))).filter((name) => name.startsWith('.incoming'))).toEqual([]);
}, 240_000);
