import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { S3Client } from '@aws-sdk/client-s3';
import { checkedKey, isKey, noSpace, type FileStore, type Part, type StoredFile } from './files';
import { fromStore, isMissingObject } from './s3-errors';

export interface S3Settings {
  /** Null: Amazon's own, by the region. */
  readonly endpoint: string | null;
  readonly region: string;
  readonly bucket: string;
  /** In front of every key, as a folder: several sites may share a bucket. Empty: none. */
  readonly prefix: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** `endpoint/bucket/key`, as stores other than Amazon's want it, instead of `bucket.endpoint/key`. */
  readonly forcePathStyle: boolean;
  /** Where streams wait on this machine until their length is known; swept with other temporary files. */
  readonly spoolFolder: string;
  readonly times?: S3Times;
}

/** Milliseconds. */
export interface S3Times {
  readonly connect: number;
  /** Without a byte in either direction. */
  readonly idle: number;
  /** For a whole `put`: shorter than the transaction that waits for it may be idle (src/cms/media/keep-file.ts). */
  readonly put: number;
}

const TIMES: S3Times = { connect: 3_000, idle: 10_000, put: 50_000 };

/** Whatever the library would print beside our log it also throws. */
const SILENT = { debug: nothing, info: nothing, warn: nothing, error: nothing };

function nothing(): void {
  // said elsewhere
}

type Sdk = typeof import('@aws-sdk/client-s3');

/** What every call needs. */
interface Store extends S3Settings {
  readonly sdk: Sdk;
  readonly client: S3Client;
  readonly times: S3Times;
  locate(key: string): { Bucket: string; Key: string };
}

/**
 * Files in a bucket of Amazon S3 or a store that speaks its protocol. The library for it is loaded here and nowhere else, so that
 * installations with local files do without. Every call throws Unavailable (503) when the store does not answer, or refuses us.
 */
export async function s3Files(settings: S3Settings): Promise<FileStore> {
  const store = await open(settings);
  return {
    put: (key, content) => put(store, key, content),
    read: (key, part) => read(store, key, part),
    size: (key) => size(store, key),
    list: () => list(store),
    async delete(key) {
      await store.client.send(new store.sdk.DeleteObjectCommand(store.locate(key))).catch(fromStore);
    },
  };
}

async function open(settings: S3Settings): Promise<Store> {
  const { endpoint, region, bucket, prefix, accessKeyId, secretAccessKey, forcePathStyle, times = TIMES } = settings;
  const sdk = await import('@aws-sdk/client-s3');
  const client = new sdk.S3Client({
    ...(endpoint === null ? {} : { endpoint }), region, forcePathStyle, credentials: { accessKeyId, secretAccessKey },
    // what may wait for us is a visitor, so a second attempt is the last
    maxAttempts: 2, logger: SILENT, requestHandler: { connectionTimeout: times.connect, socketTimeout: times.idle },
    // other stores do not understand the checksums that Amazon's library would add; ours is Content-MD5, which all of them check
    requestChecksumCalculation: 'WHEN_REQUIRED', responseChecksumValidation: 'WHEN_REQUIRED',
  });
  const folder = prefix === '' ? '' : `${prefix}/`;
  return { ...settings, sdk, client, times, locate: (key) => ({ Bucket: bucket, Key: folder + checkedKey(key) }) };
}

async function put(store: Store, key: string, content: Buffer | Readable): Promise<void> {
  const place = store.locate(key);
  if (Buffer.isBuffer(content)) return send(store, place, { body: content, bytes: content.length, md5: createHash('md5').update(content).digest('base64') });

  const file = path.join(store.spoolFolder, randomUUID());
  try {
    const spooled = await spool(content, file);
    await send(store, place, { ...spooled, body: fs.createReadStream(file) });
  } catch (error) {
    throw noSpace(error) ?? error;
  } finally {
    content.destroy();
    await rm(file, { force: true });
  }
}

interface Body {
  readonly body: Buffer | Readable;
  readonly bytes: number;
  /** RFC 1864, section 2: the store refuses what arrives otherwise. */
  readonly md5: string;
}

async function send({ sdk, client, times }: Store, place: { Bucket: string; Key: string }, { body, bytes, md5 }: Body): Promise<void> {
  const command = new sdk.PutObjectCommand({ ...place, Body: body, ContentLength: bytes, ContentMD5: md5 });
  try {
    await client.send(command, { abortSignal: AbortSignal.timeout(times.put) }).catch(fromStore);
  } finally {
    if (!Buffer.isBuffer(body)) body.destroy();
  }
}

/** A request to S3 begins with its length, which a stream does not know. */
async function spool(content: Readable, file: string): Promise<Omit<Body, 'body'>> {
  const hash = createHash('md5');
  let bytes = 0;
  const count = new Transform({
    transform(chunk: Buffer | string, encoding, done) {
      const data = typeof chunk === 'string' ? Buffer.from(chunk, encoding) : chunk;
      bytes += data.length;
      hash.update(data);
      done(null, data);
    },
  });
  await mkdir(path.dirname(file), { recursive: true });
  await pipeline(content, count, fs.createWriteStream(file, { flags: 'wx', mode: 0o600 }));
  return { bytes, md5: hash.digest('base64') };
}

async function read({ sdk, client, locate }: Store, key: string, part?: Part): Promise<{ stream: Readable; bytes: number } | undefined> {
  const command = new sdk.GetObjectCommand({ ...locate(key), ...(part && { Range: `bytes=${part.start}-${part.end}` }) });
  const answer = await client.send(command).catch(undefinedIfMissing);
  if (!answer) return undefined;
  const { Body: stream, ContentLength: bytes } = answer;
  if (!(stream instanceof Readable) || bytes === undefined) throw new Error('S3 answered without a content');
  if (part && bytes !== part.end - part.start + 1) {
    stream.destroy();
    throw new Error('S3 answered with another part'); // some stores know parts only partly: nobody is told wrong bytes
  }
  return { stream, bytes };
}

async function size({ sdk, client, locate }: Store, key: string): Promise<number | undefined> {
  const answer = await client.send(new sdk.HeadObjectCommand(locate(key))).catch(undefinedIfMissing);
  return answer?.ContentLength;
}

/** A thousand at a time, as S3 gives them. */
async function* list({ sdk, client, bucket, prefix }: Store): AsyncGenerator<StoredFile> {
  const folder = prefix === '' ? '' : `${prefix}/`;
  let next: string | undefined;
  do {
    const page = await client.send(new sdk.ListObjectsV2Command({ Bucket: bucket, Prefix: folder, ContinuationToken: next })).catch(fromStore);
    for (const { Key = '', Size = 0, LastModified = new Date(0) } of page.Contents ?? []) {
      const key = Key.slice(folder.length);
      if (isKey(key)) yield { key, bytes: Size, modifiedAt: LastModified };
    }
    next = page.IsTruncated ? page.NextContinuationToken : undefined;
  } while (next !== undefined);
}

function undefinedIfMissing(error: unknown): undefined {
  if (!isMissingObject(error)) fromStore(error);
}
