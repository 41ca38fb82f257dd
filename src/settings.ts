import { z } from 'zod';

/** Every setting, as it is written in the environment. Messages continue the name: "PORT must be …". */
const SETTINGS = {
  NODE_ENV: z.enum(['development', 'test', 'production'], 'must be development, test or production').default('development'),
  PORT: z.string().refine(isPort, 'must be a whole number from 1 to 65535').transform(Number).default(3000),
  PUBLIC_URL: z.string().refine(isOrigin, 'must be an http or https address without a path, such as https://www.example.org').transform(toOrigin).optional(),
  DATABASE_URL: databaseUrl().optional(),
  MIGRATE_DATABASE_URL: databaseUrl().optional(),
  DATA_DIR: z.string().optional(),
  MEDIA_STORE: z.enum(['local', 's3'], 'must be local or s3').default('local'),
  S3_ENDPOINT: z.string().refine(isOrigin, 'must be an http or https address without a path, such as https://s3.example.org').transform(toOrigin).optional(),
  S3_REGION: z.string().regex(/^[a-z0-9-]{1,40}$/, 'must be the name of a region, such as eu-central-1').optional(),
  S3_BUCKET: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be the name of a bucket').optional(),
  S3_PREFIX: z.string().regex(/^[a-z0-9][a-z0-9._-]*(\/[a-z0-9][a-z0-9._-]*)*\/?$/, 'must be the name of a folder, such as website/media').transform((text) => text.replace(/\/$/, '')).optional(),
  S3_ACCESS_KEY_ID: z.string().regex(/^[\w.-]{3,128}$/, 'must be the name of a key').optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(6, 'must be the secret of the key').optional(),
  SESSION_SECRET: z.string().transform((text) => text.split(/\s+/)).refine((secrets) => secrets.every(isSecret), 'must be at least 32 random bytes (openssl rand -base64 48)').optional(),
  SMTP_URL: z.string().refine((text) => hasProtocol(text, ['smtp:', 'smtps:']), 'must be an address such as smtps://name:password@mail.example.org').optional(),
  MAIL_FROM: z.string().refine((text) => text.includes('@') && !/[\r\n]/.test(text), 'must be a mail address').optional(),
  TRUST_PROXY: z.string().refine(isTrust, 'must be the number of proxies in front, or their addresses with commas between').transform(toTrust).default(false),
  SEED: z.enum(['demo', 'none'], 'must be demo or none').default('demo'),
  ROBOTS: z.enum(['allow', 'deny'], 'must be allow or deny').optional(),
  ADMIN_EMAIL: z.email('must be a mail address').transform((text) => text.toLowerCase()).default('admin@example.org'),
  DEMO_PASSWORD: z.string().min(8, 'must have at least 8 characters').max(128, 'must have at most 128 characters').optional(),
  ADMIN_PASSWORD: z.string().min(8, 'must have at least 8 characters').max(128, 'must have at most 128 characters').optional(),
  WORKER: z.enum(['on', 'off'], 'must be on or off').default('on'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], 'must be trace, debug, info, warn, error, fatal or silent').default('info'),
};

const REQUIRED = 'is required with NODE_ENV=production';
const FOR_S3 = 'is required with MEDIA_STORE=s3';

export type SettingName = keyof typeof SETTINGS;
export const SETTING_NAMES = Object.keys(SETTINGS) as SettingName[];
export type Settings = z.infer<ReturnType<typeof settingsSchema>>;

/** In production neither the bundled database nor a secret of our own making will do; S3 needs to be told where and as whom. */
export function settingsSchema({ production, s3 }: { production: boolean; s3: boolean }) {
  const shape = production ? forProduction() : z.object(SETTINGS);
  if (!s3) return shape;
  return shape.extend({
    S3_REGION: z.string(FOR_S3).pipe(SETTINGS.S3_REGION.unwrap()),
    S3_BUCKET: z.string(FOR_S3).pipe(SETTINGS.S3_BUCKET.unwrap()),
    S3_ACCESS_KEY_ID: z.string(FOR_S3).pipe(SETTINGS.S3_ACCESS_KEY_ID.unwrap()),
    S3_SECRET_ACCESS_KEY: z.string(FOR_S3).pipe(SETTINGS.S3_SECRET_ACCESS_KEY.unwrap()),
  });
}

function forProduction() {
  return z.object(SETTINGS).extend({
    DATABASE_URL: z.string(REQUIRED).pipe(SETTINGS.DATABASE_URL.unwrap()),
    SESSION_SECRET: z.string(REQUIRED).pipe(SETTINGS.SESSION_SECRET.unwrap()),
    DEMO_PASSWORD: z.string().refine(() => false, 'is for demonstrations, and refused with NODE_ENV=production').optional(),
  });
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535;
}

function databaseUrl() {
  return z.string().refine((text) => hasProtocol(text, ['postgres:', 'postgresql:']), 'must be an address such as postgres://name:password@host:5432/plenary');
}

function hasProtocol(text: string, protocols: readonly string[]): boolean {
  return URL.canParse(text) && protocols.includes(new URL(text).protocol);
}

function isOrigin(text: string): boolean {
  if (!hasProtocol(text, ['http:', 'https:'])) return false;
  const { pathname, search, hash, username, password } = new URL(text);
  return pathname === '/' && `${search}${hash}${username}${password}` === '';
}

function toOrigin(text: string): string {
  return new URL(text).origin;
}

/** Long enough, and not one of those that stand in every example. */
function isSecret(text: string): boolean {
  return Buffer.byteLength(text) >= 32 && new Set(text).size >= 10 && !/change.?me|example|your.?secret/i.test(text);
}

/** "true" would believe every stranger's X-Forwarded-For, so there is no such value (rule 29). */
function isTrust(text: string): boolean {
  return /^\d{1,2}$/.test(text) || text.split(',').every((part) => /^(loopback|linklocal|uniquelocal|[0-9a-f.:]+(\/\d{1,3})?)$/i.test(part.trim()) && /[.:a-z]/i.test(part));
}

function toTrust(text: string): number | string[] | false {
  if (/^\d+$/.test(text)) return Number(text) || false;
  return text.split(',').map((part) => part.trim());
}
