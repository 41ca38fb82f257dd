import { createHash } from 'node:crypto';
import path from 'node:path';
import { readSettings, type Environment } from './settings-source';
import { Refusal } from './platform/refusal';
import { ROOT } from './platform/root';
import { isLoopback } from './platform/http/origin';
import { settingsSchema, type Settings } from './settings';

/** What the operator decided, checked, with every default filled in. */
export interface Config {
  readonly environment: 'development' | 'test' | 'production';
  readonly port: number;
  /** Of the default site: `https://www.example.org`, without a final slash. */
  readonly publicUrl: string;
  /** Whether publicUrl is this machine itself: then any Host is answered (rule 35). */
  readonly loopback: boolean;
  /** null: our own PostgreSQL in `dataDir`. */
  readonly databaseUrl: string | null;
  /** A second role that owns the schema; null: the same one. */
  readonly migrateDatabaseUrl: string | null;
  /** Absolute. Holds postgres, media, mail, log and secrets. */
  readonly dataDir: string;
  /** Where images and documents lie; null: in `dataDir/media`. */
  readonly s3: S3Place | null;
  /** The first one signs, all of them verify; null: made and kept in `dataDir`. */
  readonly sessionSecrets: readonly string[] | null;
  /** null: mails are files in `dataDir/mail`. */
  readonly smtpUrl: string | null;
  /** The sender of every mail. */
  readonly mailFrom: string;
  /** For Express: how many proxies stand in front, or their addresses; false: none. */
  readonly trustProxy: number | readonly string[] | false;
  readonly seed: 'demo' | 'none';
  readonly robots: 'allow' | 'deny';
  /** The first administrator; password null: made and printed once. */
  readonly admin: { readonly email: string; readonly password: string | null };
  /** Of one person for each of the groups that a site begins with; null: there are none. */
  readonly demoPassword: string | null;
  /** Whether this process also works on jobs. */
  readonly worker: boolean;
  readonly logLevel: Settings['LOG_LEVEL'];
}

export interface S3Place {
  /** null: Amazon's own. */
  readonly endpoint: string | null;
  readonly region: string;
  readonly bucket: string;
  /** Empty: none. */
  readonly prefix: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/**
 * The only reader of the environment. Each setting may also be given as `<NAME>_FILE`, the path of a file that holds it.
 * @throws Refusal that names every bad setting at once, never its value.
 */
export function readConfig(env: Environment = process.env): Config {
  const { values, problems } = readSettings(env);
  const result = settingsSchema({ production: values.NODE_ENV === 'production', s3: values.MEDIA_STORE === 's3' }).safeParse(values);
  if (!result.success) problems.push(...result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`));
  if (!result.success || problems.length > 0) throw new Refusal(`Plenary cannot start with these settings: ${problems.sort().join('; ')}.`);
  return Object.freeze(complete(result.data));
}

function complete(settings: Settings): Config {
  const publicUrl = settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`;
  const { hostname } = new URL(publicUrl);
  const loopback = isLoopback(hostname);
  return {
    environment: settings.NODE_ENV,
    port: settings.PORT,
    publicUrl,
    loopback,
    databaseUrl: settings.DATABASE_URL ?? null,
    migrateDatabaseUrl: settings.MIGRATE_DATABASE_URL ?? null,
    dataDir: settings.DATA_DIR ? path.resolve(ROOT, settings.DATA_DIR) : defaultDataDir(),
    s3: settings.MEDIA_STORE === 's3' ? s3Place(settings) : null,
    sessionSecrets: settings.SESSION_SECRET ?? null,
    smtpUrl: settings.SMTP_URL ?? null,
    mailFrom: settings.MAIL_FROM ?? `no-reply@${hostname}`,
    trustProxy: settings.TRUST_PROXY,
    seed: settings.SEED,
    robots: settings.ROBOTS ?? (loopback ? 'deny' : 'allow'),
    admin: { email: settings.ADMIN_EMAIL, password: settings.ADMIN_PASSWORD ?? null },
    demoPassword: settings.DEMO_PASSWORD ?? null,
    worker: settings.WORKER === 'on',
    logLevel: settings.LOG_LEVEL,
  };
}

/** The schema has seen to it that nothing is missing. */
function s3Place({ S3_ENDPOINT, S3_REGION = '', S3_BUCKET = '', S3_PREFIX = '', S3_ACCESS_KEY_ID = '', S3_SECRET_ACCESS_KEY = '' }: Settings): S3Place {
  return { endpoint: S3_ENDPOINT ?? null, region: S3_REGION, bucket: S3_BUCKET, prefix: S3_PREFIX, accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY };
}

/** Root lends PostgreSQL to another account, which may not enter private homes; one folder for each checkout. */
function defaultDataDir(): string {
  if (process.getuid?.() !== 0) return path.join(ROOT, '.data');
  return path.join('/var/lib/plenary', createHash('sha256').update(ROOT).digest('hex').slice(0, 12));
}
