import { setTimeout as pause } from 'node:timers/promises';
import type { Deps } from './build-deps';
import type { OpenDatabase } from './open-database';
import type { Runner } from './platform/jobs/runner';
import { Refusal } from './platform/refusal';
import type { WebServer } from './web-server';

/** What a process has opened so far; each part is put here as soon as it exists. */
export interface Parts {
  database?: OpenDatabase;
  deps?: Deps;
  cms?: { stop(): Promise<void> };
  jobs?: Runner;
  web?: WebServer;
}

/** Time for the proxy to notice that /readyz says no (rule 48). */
const PROXY_NOTICES = 5_000;
/** Below the container's grace period of 40 s, after which it is killed. */
const GIVE_UP = 35_000;
/** Ctrl-C reaches the process twice at once, through the terminal and through npm; only a later one means impatience. */
const IMPATIENT = 1_000;

/**
 * Run a process until a signal or a failure ends it, and close what it opened in the right order.
 * Exit codes: 0 after a signal, 1 when it could not start or failed.
 */
export function runProcess(start: (parts: Parts) => Promise<void>): void {
  const parts: Parts = {};
  let stoppingSince: number | undefined;

  const stop = (code: number): void => {
    if (stoppingSince !== undefined) {
      if (performance.now() - stoppingSince > IMPATIENT) process.exit(code);
      return;
    }
    stoppingSince = performance.now();
    setTimeout(() => process.exit(1), GIVE_UP).unref();
    closeAll(parts).then(() => process.exit(code), (error: unknown) => { report(error, parts); process.exit(1); });
  };
  const fail = (error: unknown): void => {
    if (stoppingSince !== undefined) return; // what we close under its feet complains
    report(error, parts);
    stop(1);
  };

  process.on('SIGTERM', () => stop(0));
  process.on('SIGINT', () => stop(0));
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
  start(parts).catch(fail);
}

/** Requests, jobs, pools, database: nobody loses what he still needs. */
export async function closeAll({ web, jobs, cms, deps, database }: Parts): Promise<void> {
  deps?.health.drain();
  if (web && deps?.config.environment === 'production') await pause(PROXY_NOTICES);
  await web?.close();
  await jobs?.stop();
  await cms?.stop();
  await deps?.close();
  await database?.stop();
}

/** A Refusal is a sentence for the operator; anything else is a fault of ours, with its stack. */
export function report(error: unknown, { deps }: Parts): void {
  if (error instanceof Refusal) process.stderr.write(`${error.message}\n`);
  else if (deps) deps.log.fatal({ err: error }, 'Plenary stops because of an error');
  else process.stderr.write(`${(error as Error).stack ?? String(error)}\n`);
}
