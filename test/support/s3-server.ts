import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { S3Settings } from '../../src/platform/s3-files';

export interface S3Server {
  /** Of a bucket that is there, with the key that the server knows. */
  settings: S3Settings;
  close(): Promise<void>;
}

const BUCKET = 'media';

/** A server that speaks S3 over HTTP, in a process and on a port of its own. It verifies the signature of every request. */
export async function startS3Server(): Promise<S3Server> {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 's3-'));
  const program = path.join(__dirname, 's3-process.ts');
  // the server encrypts its continuation tokens with DES, which OpenSSL 3 keeps among the things of the past
  const child = spawn(process.execPath, ['--openssl-legacy-provider', '--import', 'tsx', program, path.join(home, 'buckets'), BUCKET], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [port] = await once(child.stdout.setEncoding('utf8'), 'data') as [string];
  return {
    settings: {
      endpoint: `http://127.0.0.1:${port.trim()}`, region: 'us-east-1', bucket: BUCKET, prefix: 'site/one', accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER',
      forcePathStyle: true, spoolFolder: path.join(home, 'spool'),
    },
    async close() {
      child.kill();
      await once(child, 'exit');
      fs.rmSync(home, { recursive: true });
    },
  };
}
