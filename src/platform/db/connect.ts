import knex, { type Knex } from 'knex';
import { Pool, types } from 'pg';
import { camelCaseKeys, snakeCase } from './names';

/** A connection or a transaction. Queries take either, so any query can join its caller's transaction. */
export type Db = Knex;

const DATE = 1082;
/** A calendar day stays the text "2025-03-15": as a Date it would shift with the server's time zone. */
const parsers = {
  getTypeParser(id: number, format?: 'text'): (text: string) => unknown {
    return id === DATE ? (text) => text : types.getTypeParser(id, format) as (text: string) => unknown;
  },
};

export interface Timeouts {
  /** Milliseconds. */
  statementTimeout?: number;
  lockTimeout?: number;
}

/** Security rule 43: visitors wait 5 s at most, jobs a minute, migrations as long as they need but not for a lock. */
export const FOR_JOBS: Timeouts = { statementTimeout: 60_000 };
export const FOR_MIGRATIONS: Timeouts = { statementTimeout: 3_600_000, lockTimeout: 10_000 };

/** Whatever Knex would print beside our log it also throws. */
const SILENT: Knex.Logger = { debug: nothing, warn: nothing, error: nothing, deprecate: nothing };

function nothing(): void {
  // said elsewhere
}

/** Knex for everything the application asks; time-outs as in the security rules 43 and 44. */
export function connect(url: string, { statementTimeout = 5_000, lockTimeout = 2_000 }: Timeouts = {}): Db {
  return knex({
    client: 'pg',
    connection: {
      connectionString: url,
      types: parsers,
      application_name: `plenary ${process.pid}`,
      statement_timeout: statementTimeout,
      lock_timeout: lockTimeout,
      idle_in_transaction_session_timeout: 15_000,
    } as Knex.PgConnectionConfig,
    log: SILENT,
    acquireConnectionTimeout: 3_000,
    pool: { min: 0, max: 10, createTimeoutMillis: 3_000, idleTimeoutMillis: 30_000 },
    wrapIdentifier: (name, wrap) => (name === '*' ? name : wrap(snakeCase(name))),
    postProcessResponse: camelCaseKeys,
  });
}

/**
 * A plain pool for the libraries that want one: session store, rate limiter, job queue.
 * Without the listeners, a connection cut by the server ends the whole process.
 */
export function createPool(url: string, onError: (error: Error) => void = () => undefined): Pool {
  const pool = new Pool({ connectionString: url, max: 4, connectionTimeoutMillis: 3_000, application_name: `plenary ${process.pid}` });
  pool.on('error', onError); // idle connections
  pool.on('connect', (client) => { client.on('error', onError); }); // those in use
  return pool;
}
