import autocannon from 'autocannon';

const SECONDS = 4;

export async function requestsPerSecond(url: string, headers: Record<string, string> = {}): Promise<number> {
  await autocannon({ url, headers, connections: 10, duration: 1, workers: 1 });
  const { requests } = await autocannon({ url, headers, connections: 10, duration: SECONDS, workers: 1 });
  return requests.average;
}

/** Ratios within one run on one machine say more than rates. */
export function report(what: string, rate: number, base: number): void {
  const ratio = rate / base;
  process.stdout.write(`${what.padEnd(36)} ${rate.toFixed(0).padStart(7)}/s   ${(ratio >= 0.1 ? ratio.toFixed(2) : ratio.toFixed(3)).padStart(6)} of the bare server\n`);
}
