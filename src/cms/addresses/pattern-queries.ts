import type { Db } from '../../platform/db/connect';
import type { AddressRule } from './patterns';

/** The first position of rules that come with the seeds. */
export const SEEDED = 10_000;

export interface SeededRule extends AddressRule {
  /** For staff: what it rests on. */
  readonly note: string | null;
}

/** All rules of a site in their order: some hundreds, kept in memory per content version. */
export async function listAddressRules(db: Db, siteId: number): Promise<AddressRule[]> {
  return db('addressPatterns').select<AddressRule[]>('kind', 'pattern', 'query', 'status', 'target', 'reason', 'standsIn')
    .where('siteId', siteId).orderBy('position');
}

/** The seeds' rules anew; those of staff stay. */
export async function replaceSeededRules(trx: Db, siteId: number, rules: readonly SeededRule[]): Promise<void> {
  await trx('addressPatterns').where('siteId', siteId).where('position', '>=', SEEDED).del();
  const rows = rules.map(({ query, ...rule }, index) => ({ siteId, position: SEEDED + index, query: JSON.stringify(query), ...rule }));
  if (rows.length > 0) await trx('addressPatterns').insert(rows);
}

export interface OldAddress {
  readonly path: string;
  /** Null: gone. */
  readonly target: string | null;
  readonly reason: string | null;
}

/** Into the register. What is there already, such as a live page, is left alone: gives the paths that were free. */
export async function insertOldAddresses(trx: Db, siteId: number, addresses: readonly OldAddress[], now: Date): Promise<string[]> {
  const rows = addresses.map(({ path, target, reason }) => ({ siteId, path, kind: target === null ? 'gone' : 'redirect', target, reason, createdAt: now }));
  if (rows.length === 0) return [];
  const inserted = await trx('addresses').insert(rows).onConflict(['siteId', 'path']).ignore().returning<{ path: string }[]>('path');
  return inserted.map(({ path }) => path);
}
