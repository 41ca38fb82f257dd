import type { Db } from '../platform/db/connect';
import { Conflict } from '../platform/http/errors';
import { ADMINISTRATORS } from './preset-groups';
import { countAdministrators, lockFirstAdministrator } from './queries';

/**
 * Do what might take the last administrator away, and refuse it if it did. Two such changes at once, each taking the
 * other's administrator, wait for each other here. @throws Conflict
 */
export async function keepingAnAdministrator(trx: Db, change: () => Promise<void>): Promise<void> {
  await lockFirstAdministrator(trx);
  const before = await countAdministrators(trx, ADMINISTRATORS);
  await change();
  if (before > 0 && (await countAdministrators(trx, ADMINISTRATORS)) === 0) throw new Conflict('This is the last administrator: make somebody else one first.');
}
