import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { keptSecret } from '../../src/platform/secrets';

let folder: string;
beforeEach(() => { folder = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'plenary-secrets-')), 'secrets'); });
afterEach(() => { fs.rmSync(path.dirname(folder), { recursive: true }); });

test('a secret is made once and is the same ever after', () => {
  const secret = keptSecret(folder, 'session-secret');
  expect(Buffer.byteLength(secret)).toBeGreaterThanOrEqual(32);
  expect(keptSecret(folder, 'session-secret')).toBe(secret);
});

test('two secrets differ', () => {
  expect(keptSecret(folder, 'one')).not.toBe(keptSecret(folder, 'two'));
});

test('only its owner may read it', () => {
  keptSecret(folder, 'session-secret');
  expect(fs.statSync(path.join(folder, 'session-secret')).mode & 0o777).toBe(0o600);
  expect(fs.statSync(folder).mode & 0o777).toBe(0o700);
  expect(fs.readdirSync(folder)).toEqual(['session-secret']);
});
