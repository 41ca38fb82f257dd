import { createHash } from 'node:crypto';
import type { FileDeps } from './keep-file';
import { discardFiles, settleFiles } from './keep-file';
import { eachNamedFile, type NamedFile } from './check-queries';
import { isNamed, isPending, lockLeftPending } from './pending-queries';
import type { StoredFile } from '../../platform/files';

export interface MediaCheck {
  /** Remove files that no row names, when they are older than a day, and what is announced and left. */
  readonly repair: boolean;
  /** Read every original and document, and compare them with their checksums. */
  readonly hash: boolean;
}

/** One sentence about one file. */
export interface Finding {
  readonly key: string;
  readonly problem: string;
  readonly mended: boolean;
}

export interface MediaReport {
  readonly files: number;
  readonly bytes: number;
  /** How many files rows name. */
  readonly named: number;
  readonly found: number;
  readonly mended: number;
}

/** So many files without a row, and more than there are with one, are no left-overs: it is the wrong database. */
const SUSPICIOUS = 100;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * Compare the file store with the rows that name files: files that are missing, that nobody names, of another size or content, and
 * announcements that somebody left. `say` hears of each at once. The site may run meanwhile: what looks wrong is looked at again, and
 * nothing that somebody works on at this moment is wrong. In memory lies one entry for each file
 * that is named, and is let go when the file is found.
 */
export async function checkMedia(deps: FileDeps, { repair, hash }: MediaCheck, say: (finding: Finding) => void): Promise<MediaReport> {
  let [found, mended] = [0, 0];
  const report = (finding: Finding): void => {
    found += 1;
    if (finding.mended) mended += 1;
    say(finding);
  };
  await checkLeft(deps, repair, report);

  const awaited = new Map<string, NamedFile>();
  await eachNamedFile(deps.db, (file) => { awaited.set(file.storageKey, file); });
  const named = awaited.size;
  const unnamed: StoredFile[] = [];
  let [files, bytes] = [0, 0];
  for await (const file of deps.files.list()) {
    [files, bytes] = [files + 1, bytes + file.bytes];
    const row = awaited.get(file.key);
    awaited.delete(file.key);
    if (row) await checkNamed(deps, file, row, hash, report);
    else if (await isUnnamed(deps, file.key)) unnamed.push(file);
  }
  const doubtful = unnamed.length > SUSPICIOUS && unnamed.length > files - unnamed.length;
  for (const file of unnamed) await reportUnnamed(deps, file, repair ? { doubtful } : null, report);
  for (const row of awaited.values()) await checkMissing(deps, row, report);
  return { files, bytes, named, found, mended };
}

type Report = (finding: Finding) => void;

/** A minute is more than anybody needs between announcing a file and locking the announcement. */
async function checkLeft(deps: FileDeps, repair: boolean, report: Report): Promise<void> {
  const left = await deps.db.transaction((trx) => lockLeftPending(trx, new Date(deps.now().getTime() - MINUTE)));
  for (const { storageKey: key, since } of left) {
    const settled = repair && await settleFiles(deps, [key]).then(() => true, () => false);
    const problem = `was announced on ${timeOf(since)}, and nobody works on it`;
    report({ key, problem: settled ? `${problem}: settled` : problem, mended: settled });
  }
}

async function checkNamed(deps: FileDeps, file: StoredFile, row: NamedFile, hash: boolean, report: Report): Promise<void> {
  const say = (problem: string): void => report({ key: file.key, problem: `${problem} (${row.owner})`, mended: false });
  if (row.fewest !== file.bytes || row.most !== file.bytes) {
    if (await isStill(deps, row, file.bytes)) say(`has ${size(file.bytes)}, and the rows say ${row.fewest === row.most ? size(row.most) : `${row.fewest} and ${size(row.most)}`}`);
    return;
  }
  if (!hash || !isOriginal(file.key)) return;
  const problem = await readWhole(deps, file, row.sha256).catch((error: unknown) => `cannot be read: ${(error as Error).message}`);
  if (problem !== undefined) say(problem);
}

/** Whether the size is what it was when it was listed: somebody may have written the file, or changed its row, meanwhile. */
async function isStill({ db, files }: FileDeps, row: NamedFile, bytes: number): Promise<boolean> {
  return await files.size(row.storageKey) === bytes && await isNamed(db, row.storageKey) && !await isPending(db, row.storageKey);
}

function isOriginal(key: string): boolean {
  return key.startsWith('documents/') || /\/original\.[a-z]+$/.test(key);
}

async function readWhole({ files }: FileDeps, { key, bytes }: StoredFile, sha256: string | null): Promise<string | undefined> {
  const file = await files.read(key);
  if (!file) return 'cannot be read: it is gone';
  const hash = createHash('sha256');
  let length = 0;
  for await (const chunk of file.stream as AsyncIterable<Buffer>) {
    length += chunk.length;
    hash.update(chunk);
  }
  if (length !== bytes) return `gives ${size(length)} of ${bytes}`;
  return sha256 === null || hash.digest('hex') === sha256 ? undefined : 'has another content than when it was stored: its SHA-256 differs';
}

/** What is announced is somebody's work, or has been said already. */
async function isUnnamed({ db, files }: FileDeps, key: string): Promise<boolean> {
  return !await isPending(db, key) && !await isNamed(db, key) && await files.size(key) !== undefined;
}

async function reportUnnamed(deps: FileDeps, { key, bytes, modifiedAt }: StoredFile, repair: { doubtful: boolean } | null, report: Report): Promise<void> {
  const problem = `is named by no row: ${size(bytes)}, since ${timeOf(modifiedAt)}`;
  const young = deps.now().getTime() - modifiedAt.getTime() < DAY;
  const kept = !repair ? '' : repair.doubtful ? '; left, for there are more such files than others: is it the right database?' : young ? '; left, for it is younger than a day' : null;
  if (kept !== null) return report({ key, problem: problem + kept, mended: false });

  // the same way as every other file that goes: whoever begins to name it at this moment keeps it
  await discardFiles(deps.db, [key], deps.now());
  await settleFiles(deps, [key]);
  report({ key, problem: `${problem}; removed`, mended: true });
}

async function checkMissing({ db, files }: FileDeps, { storageKey: key, owner }: NamedFile, report: Report): Promise<void> {
  if (await isNamed(db, key) && await files.size(key) === undefined) report({ key, problem: `is not in the store (${owner})`, mended: false });
}

function size(bytes: number): string {
  return bytes === 1 ? '1 byte' : `${bytes} bytes`;
}

function timeOf(date: Date): string {
  return `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
