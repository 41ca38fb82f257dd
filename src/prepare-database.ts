import { seedDemo } from '../seeds/load';
import { seedBare } from '../seeds/load-bare';
import { loadMedia } from '../seeds/load-media';
import { ensureDemoPeople } from './accounts/demo-people';
import { ensureFirstAdministrator } from './accounts/first-administrator';
import type { Deps } from './build-deps';
import type { OpenDatabase } from './open-database';
import { whilePreparing } from './platform/db/advisory-lock';
import { connect, createPool, FOR_MIGRATIONS } from './platform/db/connect';
import { migrate } from './platform/db/migrations';
import { migrateJobs } from './platform/jobs/migrate';
import type { Log } from './platform/log';

/** The account that was made just now; null when there was one already. */
export type NewAdministrator = Awaited<ReturnType<typeof ensureFirstAdministrator>>;

/** Everything a fresh database needs before the first request. Of several processes one does it, the others wait. */
export function prepareDatabase(deps: Deps, database: OpenDatabase): Promise<NewAdministrator> {
  return whilePreparing(database.ownerUrl, async () => {
    await migrateAll(database, deps.log);
    if (await isEmpty(deps)) await seed(deps);
    const administrator = mayMakeAdministrator(deps) ? await ensureFirstAdministrator(deps, deps.config.admin) : null;
    const { demoPassword, seed: content } = deps.config;
    if (demoPassword !== null && content === 'demo') await ensureDemoPeople(deps, demoPassword);
    if (!(await hasUsers(deps))) deps.log.warn('Nobody can sign in yet: the command create-admin makes the first administrator');
    return administrator;
  });
}

/** The tables, and those of the job queue. */
export async function migrateAll({ ownerUrl }: OpenDatabase, log: Log): Promise<void> {
  const db = connect(ownerUrl, FOR_MIGRATIONS);
  const pool = createPool(ownerUrl);
  try {
    await migrate(db);
    await migrateJobs(pool, log);
  } finally {
    await Promise.all([db.destroy(), pool.end()]);
  }
}

/**
 * The demonstration or a bare site, whole or not at all: a kill in the middle leaves no site, and the next start tries again. Pictures and
 * documents come before, each in a transaction of its own (`keepFile`); what is there already is not stored again.
 */
export async function seed(deps: Deps): Promise<void> {
  const media = deps.config.seed === 'demo' ? await loadMedia(deps) : {};
  await deps.db.transaction(async (trx) => {
    await trx.raw('set local idle_in_transaction_session_timeout = 0; set local statement_timeout = 60000');
    // Renditions are made when somebody sees them: the first minute on a fresh machine belongs to the visitor, not to the jobs.
    const seeding = { ...deps, db: trx, reactions: {} };
    await (deps.config.seed === 'demo' ? seedDemo(seeding, media) : seedBare(seeding));
  });
}

export async function isEmpty({ db }: Deps): Promise<boolean> {
  const site: unknown = await db('sites').first('id');
  return site === undefined;
}

async function hasUsers({ db }: Deps): Promise<boolean> {
  const user: unknown = await db('users').first('id');
  return user !== undefined;
}

/** A password of our making would stay in the container's log: in production somebody asks for the account. */
function mayMakeAdministrator({ config }: Deps): boolean {
  return config.environment !== 'production' || config.admin.password !== null;
}
