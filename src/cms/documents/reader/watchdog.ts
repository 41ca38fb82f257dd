import { Worker } from 'node:worker_threads';

/** A thread of its own, since the other one may never look up from a hostile file. Text, because it is the same from the sources and from the build. */
const WATCH = `
  const { megabytes, milliseconds } = require('node:worker_threads').workerData;
  const stop = () => process.kill(process.pid, 'SIGKILL');
  setTimeout(stop, milliseconds);
  setInterval(() => { if (process.memoryUsage.rss() > megabytes * 1e6) stop(); }, 50);
`;

/** This process ends itself when it takes more memory or time, also when nobody is left who would end it. It does not keep it running. */
export function startWatchdog(limits: { readonly megabytes: number; readonly milliseconds: number }): void {
  new Worker(WATCH, { eval: true, workerData: limits, execArgv: [], env: {} }).unref();
}
