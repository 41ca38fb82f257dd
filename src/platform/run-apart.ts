import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from './root';

export interface ApartLimits {
  readonly milliseconds: number;
  /** Of the whole process. */
  readonly megabytes: number;
  /** Of what it says. */
  readonly bytes: number;
}

export type ApartResult = { readonly code: number; readonly output: Buffer } | 'killed';

/**
 * Run one of our programs (its path without extension, and its arguments) in a process of its own, without settings and secrets, and kill it when it takes too long, too
 * much memory, or says too much: whatever `input` does to who reads it, it does to nobody else. `killed`: one of these, or a crash.
 */
export async function runApart([program, ...args]: readonly [string, ...string[]], input: Buffer, limits: ApartLimits): Promise<ApartResult> {
  const child = start(program, args, limits.megabytes);
  const stop = watch(child, limits);
  try {
    child.stdin!.on('error', () => undefined); // it ended before it had read everything
    child.stdin!.end(input);
    const [output, code] = await Promise.all([outputOf(child, limits.bytes), ended(child)]);
    return output === undefined || code === null ? 'killed' : { code, output };
  } finally {
    stop();
  }
}

/** From the sources or from the build, as this file is. */
function start(program: string, given: readonly string[], megabytes: number): ChildProcess {
  const own = path.extname(__filename);
  const sources = own === '.ts' ? ['--import', 'tsx'] : [];
  const args = [...sources, `--max-old-space-size=${Math.round(megabytes / 2)}`, '--disable-proto=delete', program + own, ...given];
  return spawn(process.execPath, args, { cwd: ROOT, stdio: ['pipe', 'pipe', 'ignore'], env: {} });
}

/** JavaScript's own memory is limited by Node; that of libraries by looking at the process, where the system tells (Linux). */
function watch(child: ChildProcess, { milliseconds, megabytes }: ApartLimits): () => void {
  const kill = (): void => { child.kill('SIGKILL'); };
  const tooLong = setTimeout(kill, milliseconds);
  const tooMuch = setInterval(() => { if (residentMegabytes(child) > megabytes) kill(); }, 50);
  return () => {
    clearTimeout(tooLong);
    clearInterval(tooMuch);
    kill();
  };
}

function residentMegabytes({ pid }: ChildProcess): number {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kilobytes ?? 0) / 1_024;
  } catch {
    return 0; // it has ended, or this system has no such files
  }
}

async function outputOf(child: ChildProcess, most: number): Promise<Buffer | undefined> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of child.stdout!) {
    bytes += (piece as Buffer).length;
    if (bytes > most) {
      child.kill('SIGKILL');
      return undefined;
    }
    pieces.push(piece as Buffer);
  }
  return Buffer.concat(pieces);
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => { child.once('error', reject).once('close', (code) => resolve(code)); });
}
