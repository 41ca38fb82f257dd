import { timingSafeEqual } from 'node:crypto';

/** Whether two texts are the same, without telling by the time it takes how much of them is. */
export function equalSecrets(given: string | undefined, wanted: string): boolean {
  const [a, b] = [Buffer.from(given ?? ''), Buffer.from(wanted)];
  return given !== undefined && a.length === b.length && timingSafeEqual(a, b);
}
