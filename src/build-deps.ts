import path from 'node:path';
import type { Pool } from 'pg';
import { buildCms, type CmsDeps } from './build-cms';
import { buildWeb, type WebDeps } from './build-web';
import type { Registrations } from './cms/registry';
import { SearchLog } from './cms/search/log';
import type { Config } from './config';
import { connect, createPool, type Db } from './platform/db/connect';
import { hasPendingMigrations } from './platform/db/migrations';
import { localFiles, temporaryFolder, type FileStore } from './platform/files';
import { createHealth, type Health } from './platform/http/health';
import { Templates } from './platform/http/views';
import type { Log } from './platform/log';
import { createMailer, type Mailer } from './platform/mail';
import { ROOT } from './platform/root';
import { s3Files } from './platform/s3-files';
import { keptSecret } from './platform/secrets';

/** The things that requests and jobs work with. */
export interface Deps extends CmsDeps, WebDeps {
  readonly config: Config;
  readonly databaseUrl: string;
  readonly db: Db;
  /** For the libraries that want one: sessions, rate limits. */
  readonly pool: Pool;
  readonly now: () => Date;
  readonly log: Log;
  readonly mail: Mailer;
  /** What is searched for, counted. */
  readonly searchLog: SearchLog;
  /** Uploaded and derived files. */
  readonly files: FileStore;
  /** On this machine: where they lie unless they lie in S3, and where those on their way in do. */
  readonly mediaFolder: string;
  readonly templates: Templates;
  /** The first signs cookies, all of them verify. */
  readonly sessionSecrets: readonly string[];
  readonly health: Health;
  /** Lets go of every connection. */
  close(): Promise<void>;
}

interface Given {
  databaseUrl: string;
  now: () => Date;
  log: Log;
  more?: More;
}

/** Registered besides what the site has, and folders with its views: for tests. */
export type More = Partial<Registrations> & { views?: readonly string[] };

/** From settings to things. Nothing here asks the database, so it works before the migrations. */
export async function buildDeps(config: Config, { databaseUrl, now, log, more = {} }: Given): Promise<Deps> {
  const db = connect(databaseUrl);
  const pool = createPool(databaseUrl, (error) => log.warn({ err: error }, 'A database connection was lost'));
  const mediaFolder = path.join(config.dataDir, 'media');
  const sessionSecrets = config.sessionSecrets ?? [keptSecret(path.join(config.dataDir, 'secrets'), 'session-secret')];
  return {
    ...buildCms({ db, now, config, more }),
    ...buildWeb({ config, db, pool, now, log, sessionSecrets }),
    config,
    databaseUrl,
    db,
    pool,
    now,
    log,
    searchLog: new SearchLog({ db, now, log }),
    mail: createMailer({ smtpUrl: config.smtpUrl, from: config.mailFrom, folder: path.join(config.dataDir, 'mail'), now }),
    files: await openFileStore(config, mediaFolder),
    mediaFolder,
    templates: new Templates({ folders: [path.join(ROOT, 'views'), ...(more.views ?? [])], strict: config.environment !== 'production', cache: !isEdited(config) }),
    sessionSecrets,
    health: createHealth({ check: readiness(db), https: config.publicUrl.startsWith('https:') }),
    close: async () => { await Promise.all([db.destroy(), pool.end()]); },
  };
}

/** Streams on their way to S3 wait where other files on their way in do: on the one volume that may be written. */
async function openFileStore({ s3 }: Config, folder: string): Promise<FileStore> {
  if (s3 === null) return localFiles(folder);
  return s3Files({ ...s3, forcePathStyle: s3.endpoint !== null, spoolFolder: temporaryFolder(folder) });
}

/** Rule 47: the database answers, and it has every migration of this program; the second is asked until it was true once. */
function readiness(db: Db): () => Promise<void> {
  let migrated = false;
  return async () => {
    migrated ||= !(await hasPendingMigrations(db));
    if (!migrated) throw new Error('Migrations are pending');
    await db.raw('select 1');
  };
}

/** Running from the sources (npm run dev), views are read anew for every page. */
function isEdited({ environment }: Config): boolean {
  return environment === 'development' && __filename.endsWith('.ts');
}
