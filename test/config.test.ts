import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readConfig } from '../src/config';
import { ROOT } from '../src/platform/root';

const SECRET = 'q7YyB0c2mW5uX8eKfRz1TgLhJvNp4sAd';
const production = { NODE_ENV: 'production', DATABASE_URL: 'postgres://a:b@db/plenary', SESSION_SECRET: SECRET };

/** The sentence with which these settings are refused. */
function refusal(env: Record<string, string>): string {
  try {
    readConfig(env);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('They were accepted.');
}

test('without any setting everything has a default', () => {
  expect(readConfig({})).toMatchObject({
    environment: 'development', port: 3000, publicUrl: 'http://localhost:3000', loopback: true, databaseUrl: null, sessionSecrets: null,
    smtpUrl: null, mailFrom: 'no-reply@localhost', trustProxy: false, seed: 'demo', robots: 'deny', worker: true, logLevel: 'info',
    admin: { email: 'admin@example.org', password: null },
  });
});

test('what was read cannot be changed', () => {
  expect(Object.isFrozen(readConfig({}))).toBe(true);
});

test('an empty setting counts as not set', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 3000, databaseUrl: null });
});

test('the public address follows the port, and loses its final slash', () => {
  expect(readConfig({ PORT: '8080' }).publicUrl).toBe('http://localhost:8080');
  expect(readConfig({ PUBLIC_URL: 'https://www.example.org/' })).toMatchObject({ publicUrl: 'https://www.example.org', loopback: false, robots: 'allow', mailFrom: 'no-reply@www.example.org' });
});

test('every bad setting is named at once, and no value is shown', () => {
  const message = refusal({ PORT: 'eighty', PUBLIC_URL: 'ftp://x', SEED: 'everything', WORKER: 'maybe', SESSION_SECRET: 'short-and-secret', ADMIN_EMAIL: 'nobody' });
  for (const name of ['PORT', 'PUBLIC_URL', 'SEED', 'WORKER', 'SESSION_SECRET', 'ADMIN_EMAIL']) expect(message).toContain(`${name} must be`);
  expect(message).not.toContain('short-and-secret');
  expect(message).not.toContain('\n');
});

test.each(['0', '65536', '-1', '80.5', '1e3', ' 0x50'])('PORT=%s is refused', (port) => {
  expect(refusal({ PORT: port })).toContain('PORT must be');
});

test.each(['https://www.example.org/path', 'https://www.example.org/?a', 'https://user@www.example.org', 'www.example.org'])('PUBLIC_URL=%s is refused', (url) => {
  expect(refusal({ PUBLIC_URL: url })).toContain('PUBLIC_URL must be');
});

test('production asks for a database and a session secret', () => {
  const message = refusal({ NODE_ENV: 'production' });
  expect(message).toContain('DATABASE_URL is required');
  expect(message).toContain('SESSION_SECRET is required');
  expect(readConfig(production)).toMatchObject({ environment: 'production', sessionSecrets: [SECRET] });
});

test('what production misses is named beside what is wrong', () => {
  expect(refusal({ NODE_ENV: 'production', PORT: 'x' })).toMatch(/DATABASE_URL is required.*PORT must be.*SESSION_SECRET is required/);
});

test.each(['a'.repeat(40), 'change-me-change-me-change-me-change-me-1234', 'an-example-secret-of-thirty-two-bytes!'])('the session secret %s is refused', (secret) => {
  expect(refusal({ SESSION_SECRET: secret })).toContain('SESSION_SECRET must be');
});

test('several session secrets are given with white space between, the new one first', () => {
  const old = [...SECRET].reverse().join('');
  expect(readConfig({ SESSION_SECRET: `${SECRET}\n${old}` }).sessionSecrets).toEqual([SECRET, old]);
});

describe('MEDIA_STORE=s3', () => {
  const place = { MEDIA_STORE: 's3', S3_REGION: 'eu-central-1', S3_BUCKET: 'example-media', S3_ACCESS_KEY_ID: 'AKIAEXAMPLE', S3_SECRET_ACCESS_KEY: 'a/secret+with=signs' };

  test('says where images and documents lie', () => {
    expect(readConfig(place).s3).toEqual({ endpoint: null, region: 'eu-central-1', bucket: 'example-media', prefix: '', accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'a/secret+with=signs' });
    expect(readConfig({ ...place, S3_ENDPOINT: 'https://s3.example.org:9000/', S3_PREFIX: 'website/media/' }).s3).toMatchObject({ endpoint: 'https://s3.example.org:9000', prefix: 'website/media' });
  });

  test('without what leads there is refused, all of it by name, also in production', () => {
    for (const more of [{}, production]) {
      const message = refusal({ ...more, MEDIA_STORE: 's3', S3_ENDPOINT: 'nowhere' });
      for (const name of ['S3_REGION is required', 'S3_BUCKET is required', 'S3_ACCESS_KEY_ID is required', 'S3_SECRET_ACCESS_KEY is required', 'S3_ENDPOINT must be']) expect(message).toContain(name);
    }
  });

  test.each([['S3_BUCKET', 'UPPER'], ['S3_PREFIX', '/absolute'], ['S3_PREFIX', 'a/../b'], ['S3_ENDPOINT', 'https://s3.example.org/bucket'], ['MEDIA_STORE', 'disk']])('%s=%s is refused', (name, value) => {
    expect(refusal({ ...place, [name]: value })).toContain(`${name} must be`);
  });

  test('without it, files lie in the data folder, whatever else is set', () => {
    expect(readConfig({ ...place, MEDIA_STORE: 'local' }).s3).toBeNull();
    expect(readConfig({ S3_BUCKET: 'left-over' }).s3).toBeNull();
  });
});

describe('a setting in a file', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'plenary-config-'));
  const file = path.join(folder, 'secret');
  beforeAll(() => { fs.writeFileSync(file, `${SECRET}\n`); });
  afterAll(() => { fs.rmSync(folder, { recursive: true }); });

  test('is read, without the line end', () => {
    expect(readConfig({ SESSION_SECRET_FILE: file }).sessionSecrets).toEqual([SECRET]);
  });

  test('that cannot be read is named', () => {
    expect(refusal({ SESSION_SECRET_FILE: path.join(folder, 'none') })).toContain('SESSION_SECRET_FILE names a file that cannot be read');
  });

  test('may not be given plainly as well', () => {
    expect(refusal({ SESSION_SECRET_FILE: file, SESSION_SECRET: SECRET })).toContain('SESSION_SECRET and SESSION_SECRET_FILE are both set');
  });
});

describe('TRUST_PROXY', () => {
  test.each<[string, unknown]>([['0', false], ['1', 1], ['2', 2], ['10.0.0.1', ['10.0.0.1']], ['loopback, 10.0.0.0/8', ['loopback', '10.0.0.0/8']], ['fd00::1', ['fd00::1']]])('%s', (text, value) => {
    expect(readConfig({ TRUST_PROXY: text }).trustProxy).toEqual(value);
  });

  test.each(['true', 'all', '-1', '10.0.0.1,'])('%s is refused', (text) => {
    expect(refusal({ TRUST_PROXY: text })).toContain('TRUST_PROXY must be');
  });
});

test('the data folder is one of this checkout alone', () => {
  const folder = readConfig({}).dataDir;
  if (process.getuid?.() === 0) expect(folder).toMatch(/^\/var\/lib\/plenary\/[0-9a-f]{12}$/);
  else expect(folder).toBe(path.join(ROOT, '.data'));
  expect(readConfig({ DATA_DIR: 'elsewhere' }).dataDir).toBe(path.join(ROOT, 'elsewhere'));
});
