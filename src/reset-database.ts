import fs from 'node:fs/promises';
import path from 'node:path';
import type { Deps } from './build-deps';
import type { OpenDatabase } from './open-database';
import { whilePreparing } from './platform/db/advisory-lock';
import { connect, FOR_MIGRATIONS, type Db } from './platform/db/connect';
import { Refusal } from './platform/refusal';

/**
 * Back to an empty database; media and mails go too. The schema itself is dropped, so that this also helps after a
 * migration was edited.
 * @throws Refusal in production, and while a Plenary runs on this database: it would go on showing what it remembers.
 */
export async function resetDatabase({ config }: Deps, { ownerUrl }: OpenDatabase): Promise<void> {
  if (config.environment === 'production') throw new Refusal('With NODE_ENV=production nothing is thrown away.');
  const db = connect(ownerUrl, FOR_MIGRATIONS);
  try {
    await whilePreparing(ownerUrl, () => dropAll(db));
  } finally {
    await db.destroy();
  }
  for (const folder of ['media', 'mail']) await fs.rm(path.join(config.dataDir, folder), { recursive: true, force: true });
}

async function dropAll(db: Db): Promise<void> {
  const others: unknown = await db('pg_stat_activity')
    .where('datname', db.raw('current_database()'))
    .whereLike('application_name', 'plenary %')
    .whereNotIn('application_name', [`plenary ${process.pid}`, 'plenary preparation'])
    .first('pid');
  if (others !== undefined) throw new Refusal('Plenary is running on this database: stop it first.');
  await db.raw('drop schema if exists graphile_worker cascade; drop schema public cascade; create schema public');
}
