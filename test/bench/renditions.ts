import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { storeImage } from '../../src/cms/images/store-image';
import { formatsOf, renditionsOf, type Cut, type Format } from '../../src/cms/media/renditions';
import { connect } from '../../src/platform/db/connect';
import { localFiles } from '../../src/platform/files';
import { memoryOf } from '../../src/platform/memory';
import { migrate } from '../../src/platform/db/migrations';
import { temporaryDirectory } from '../../src/platform/postgres/directories';
import { startEmbeddedPostgres } from '../../src/platform/postgres/start';
import { photo } from '../browser/photos';
import { freePort, RunningProcess, statusOf } from '../support/process';

const PICTURES = 25;
const SIZE: [number, number] = [2400, 1500];
const CUTS: Cut[] = ['wide', 'card', 'thumb', 'body', 'logo', 'og'];
const AT_ONCE = 200;
const PAGE = '/';

interface File {
  readonly url: string;
  readonly format: Format;
}

/**
 * A thousand renditions of photographs, two at a time, in the built program: time by format, and whether memory grows. Then 200 asked
 * for at once, and readers who leave: what memory that takes, and how long pages take meanwhile.
 */
export async function benchRenditions(): Promise<void> {
  const directory = temporaryDirectory();
  const postgres = await startEmbeddedPostgres({ directory });
  // as npm start and the Dockerfile do
  const env = { MALLOC_ARENA_MAX: '2', LOG_LEVEL: 'warn', DATA_DIR: path.join(directory, 'data'), DATABASE_URL: postgres.url, SEED: 'none', WORKER: 'off', PORT: String(await freePort()) };
  const files = await addPictures(env);
  const origin = `http://127.0.0.1:${env.PORT}`;
  const server = new RunningProcess('server', [], env, { built: true });
  await server.waitUntil(async () => await statusOf(origin + PAGE) === 200);

  const [many, burst, left] = [files.slice(0, 1_000), files.slice(1_000, 1_000 + AT_ONCE), files.slice(1_000 + AT_ONCE)];
  say(`started: ${Math.round(memoryOf(server.pid).now)} MB`);
  await makeAll(server, origin, many);
  await ask(server, origin, 'that are all waited for', burst, (url) => fetch(url).then((answer) => answer.arrayBuffer()));
  await ask(server, origin, 'whose readers leave after 50 ms', left, (url) => fetch(url, { signal: AbortSignal.timeout(50) }).then((answer) => answer.arrayBuffer()));

  server.signal('SIGTERM');
  await server.ended;
  await postgres.stop();
  fs.rmSync(directory, { recursive: true, force: true });
}

async function addPictures({ DATABASE_URL, DATA_DIR }: { DATABASE_URL: string; DATA_DIR: string }): Promise<File[]> {
  const db = connect(DATABASE_URL);
  await migrate(db);
  const files: File[] = [];
  for (let number = 0; number < PICTURES; number += 1) {
    const deps = { db, files: localFiles(path.join(DATA_DIR, 'media')), now: () => new Date() };
    const id = await storeImage(deps, { name: `photo-${number}`, title: 'Photo', alt: '', credit: null, focalX: 0.5, focalY: 0.5, bytes: await photo(number, SIZE) });
    const { hash } = await db('images').where({ id }).first<{ hash: string }>('hash');
    for (const { spec, cut } of CUTS.flatMap((cut) => renditionsOf({ width: SIZE[0], height: SIZE[1] }, cut))) {
      files.push(...formatsOf({ transparent: false }, cut).map((format) => ({ url: `/media/${id}/${hash}/${spec}.${format}`, format })));
    }
  }
  await db.destroy();
  return files;
}

async function makeAll(server: RunningProcess, origin: string, files: readonly File[]): Promise<void> {
  const waiting = [...files];
  const times = new Map<Format, number[]>();
  let made = 0;
  const work = async (): Promise<void> => {
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      const begun = performance.now();
      const answer = await fetch(origin + file.url);
      await answer.arrayBuffer();
      if (answer.status !== 200) throw new Error(`${file.url}: ${answer.status}`);
      times.set(file.format, [...times.get(file.format) ?? [], performance.now() - begun]);
      if ((made += 1) % 200 === 0) say(`${made} renditions: ${Math.round(memoryOf(server.pid).now)} MB now, ${Math.round(memoryOf(server.pid).most)} MB at most`);
    }
  };
  const begun = performance.now();
  await Promise.all([work(), work()]);
  say(`${files.length} renditions in ${((performance.now() - begun) / 1_000).toFixed(0)} s`);
  for (const [format, taken] of times) say(`  ${format.padEnd(5)} ${taken.length} files, median ${at(taken, 0.5)} ms, 95 of 100 below ${at(taken, 0.95)} ms`);
}

/** All at once. A reader of pages comes every 20 ms until the last is made. */
async function ask(server: RunningProcess, origin: string, what: string, files: readonly File[], get: (url: string) => Promise<unknown>): Promise<void> {
  const quiet = await readPages(origin, pause(2_000));
  const work = Promise.allSettled(files.map(({ url }) => get(origin + url))).then(() => wholeQueue(origin, files));
  const busy = await readPages(origin, work);
  say(`${files.length} at once, ${what}: ${Math.round(memoryOf(server.pid).now)} MB now, ${Math.round(memoryOf(server.pid).most)} MB at most`);
  for (const [when, taken] of [['before', quiet], ['meanwhile', busy]] as const) say(`  a cached page ${when}: median ${at(taken, 0.5)} ms, 95 of 100 below ${at(taken, 0.95)} ms, slowest ${at(taken, 1)} ms`);
}

/** The last of them comes when all before it are made: they are made in order. */
async function wholeQueue(origin: string, files: readonly File[]): Promise<void> {
  await Promise.all(files.slice(-2).map(async ({ url }) => (await fetch(origin + url)).arrayBuffer()));
}

async function readPages(origin: string, until: Promise<unknown>): Promise<number[]> {
  const taken: number[] = [];
  let going = true;
  void until.finally(() => { going = false; });
  while (going) {
    const begun = performance.now();
    await (await fetch(origin + PAGE)).arrayBuffer();
    taken.push(performance.now() - begun);
    await pause(20);
  }
  await until;
  return taken;
}

function at(taken: readonly number[], share: number): number {
  const sorted = [...taken].sort((one, other) => one - other);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
