import { spawn, type ChildProcess } from 'node:child_process';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ROOT } from '../../src/platform/root';

/** One of our processes (server, worker, cli), run from its sources, or as operators do (`built`): compiling takes memory of its own. */
export class RunningProcess {
  output = '';
  errors = '';
  /** Exit code, or the name of the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
  private readonly child: ChildProcess;

  constructor(program: 'server' | 'worker' | 'cli', args: readonly string[], env: Readonly<Record<string, string>>, { built = false } = {}) {
    const { PATH = '', HOME = '/' } = process.env;
    const file = built ? [path.join(ROOT, 'dist', 'src', `${program}.js`)] : ['--import', 'tsx', path.join(ROOT, 'src', `${program}.ts`)];
    this.child = spawn(process.execPath, [...file, ...args], {
      cwd: ROOT, env: { PATH, HOME, ...env }, stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child.stdout!.on('data', (data: Buffer) => { this.output += data.toString(); });
    this.child.stderr!.on('data', (data: Buffer) => { this.errors += data.toString(); });
    this.ended = new Promise((resolve) => { this.child.once('close', (code, signal) => resolve(code ?? signal)); });
  }

  get pid(): number {
    return this.child.pid!;
  }

  signal(name: NodeJS.Signals): void {
    this.child.kill(name);
  }

  /** @throws with what it printed, when it ends before, or takes longer than a minute */
  async waitUntil(condition: () => boolean | Promise<boolean>): Promise<void> {
    const deadline = Date.now() + 60_000;
    while (!(await condition())) {
      if (this.child.exitCode !== null || this.child.signalCode !== null || Date.now() > deadline) {
        throw new Error(`The process ${this.child.exitCode === null ? 'was too slow' : 'ended'}: ${this.output}${this.errors}`);
      }
      await pause(25);
    }
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = net.createServer().listen(0, () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0); // signal 0 only asks
    return true;
  } catch {
    return false;
  }
}

/** The status with which an address is answered; undefined while nobody answers. */
export async function statusOf(url: string): Promise<number | undefined> {
  return fetch(url).then(({ status }) => status, () => undefined);
}
