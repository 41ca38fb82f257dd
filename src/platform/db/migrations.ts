import fs from 'node:fs';
import path from 'node:path';
import type { Knex } from 'knex';

const FOLDER = path.join(__dirname, '..', '..', '..', 'migrations');

/**
 * Knex remembers migrations by name. Names without extension are the same under tsx and jest (.ts)
 * and in the build (.js), so a database migrated by one is up to date for the others.
 */
class Migrations implements Knex.MigrationSource<string> {
  getMigrations(): Promise<string[]> {
    const names = fs.readdirSync(FOLDER)
      .filter((file) => /\.[jt]s$/.test(file) && !file.endsWith('.d.ts'))
      .map((file) => path.parse(file).name);
    return Promise.resolve([...new Set(names)].sort());
  }

  getMigrationName(name: string): string {
    return name;
  }

  getMigration(name: string): Promise<Knex.Migration> {
    // require() finds .ts or .js by itself; import() would need to be told which
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    return Promise.resolve(require(path.join(FOLDER, name)) as Knex.Migration);
  }
}

/** Bring the schema up to date. Several processes may call this at once: Knex locks, the others wait and find nothing to do. */
export async function migrate(db: Knex): Promise<void> {
  await db.migrate.latest({ migrationSource: new Migrations() });
}

/** Whether some migration of this program is missing in the database: then it is not ready to serve. */
export async function hasPendingMigrations(db: Knex): Promise<boolean> {
  const [, pending] = (await db.migrate.list({ migrationSource: new Migrations() })) as [unknown[], unknown[]];
  return pending.length > 0;
}
