import fs from 'node:fs';

/**
 * What a process holds now and the most it has held, in megabytes. Linux counts both per program (`VmHWM`, proc(5)); `getrusage` there
 * does not: the peak it gives is inherited over fork and exec, so a small command started by a large program looks as large as that.
 * Elsewhere `getrusage` is all there is, and only about this process.
 */
export function memoryOf(pid: number | 'self'): { now: number; most: number } {
  if (process.platform !== 'linux') return { now: process.memoryUsage.rss() / 1_048_576, most: process.resourceUsage().maxRSS / 1_024 };
  const status = fs.readFileSync(`/proc/${pid}/status`, 'utf8');
  const of = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1]) / 1_024;
  return { now: of('VmRSS'), most: of('VmHWM') };
}
