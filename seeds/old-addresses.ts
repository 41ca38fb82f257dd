import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { OldAddress, SeededRule } from '../src/cms/addresses/pattern-queries';
import { parsePath } from '../src/cms/addresses/path';
import { problemOfRule } from '../src/cms/addresses/rule-problems';
import { ROOT } from '../src/platform/root';
import { parseCsv } from './csv';

const FILE = path.join(ROOT, 'seeds', 'reference', 'old-addresses.csv');

const rowSchema = z.strictObject({
  from: z.string().regex(/^\//),
  to: z.string(),
  status: z.enum(['301', '302', '410']).transform(Number),
  kind: z.enum(['exact', 'exact-query', 'pattern', 'prefix']),
  stands_in: z.enum(['', 'yes']),
  /** An address that the rule answers, where `from` is none. */
  example: z.string(),
  /** For readers, of what is gone. */
  reason: z.string(),
  note: z.string().min(1),
});

export type OldAddressRow = z.infer<typeof rowSchema>;

/** `seeds/reference/old-addresses.csv` as it is. */
export function readOldAddresses(): OldAddressRow[] {
  return parseCsv(fs.readFileSync(FILE, 'utf8')).map((row) => rowSchema.parse(row));
}

/** A row for the register. */
export function toAddress({ from, to, reason }: OldAddressRow): OldAddress {
  return { path: parsePath(from).path, target: to || null, reason: reason || null };
}

/**
 * A row for the rules; the query of an `exact-query` becomes its conditions.
 * @throws Error that says what is wrong with it
 */
export function toRule({ from, to, status, kind, stands_in: standsIn, reason, note }: OldAddressRow): SeededRule {
  const [pattern = '', query = ''] = from.split('?');
  const rule = {
    kind: kind as SeededRule['kind'], pattern, query: Object.fromEntries(query.split('&').filter(Boolean).map(pairOf)), status: status as SeededRule['status'],
    target: to || null, reason: reason || null, standsIn: standsIn === 'yes', note,
  };
  const problem = problemOfRule(rule);
  if (problem) throw new Error(`seeds/reference/old-addresses.csv, ${from}: ${problem}`);
  return rule;
}

function pairOf(pair: string): [string, string] {
  const [name = '', value = ''] = pair.split('=');
  return [name, value];
}
