import net, { type AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { FileStore } from '../../src/platform/files';
import { s3Files, type S3Settings } from '../../src/platform/s3-files';
import { startS3Server, type S3Server } from '../support/s3-server';

const SHORT = { connect: 300, idle: 400, put: 700 };
const UNAVAILABLE = { status: 503, message: expect.stringMatching(/^The store of images and documents does not answer/) as string };

let server: S3Server;
beforeAll(async () => { server = await startS3Server(); });
afterAll(() => server.close());

/** Every call of a store, with these settings. */
async function everyCall(settings: Partial<S3Settings>): Promise<(() => Promise<unknown>)[]> {
  const files = await s3Files({ ...server.settings, times: SHORT, ...settings });
  return [
    () => files.put('a.txt', Buffer.from('x')), () => files.put('b.txt', Readable.from(['x'])), () => files.read('a.txt'), () => files.size('a.txt'),
    () => files.delete('a.txt'), () => keysOf(files),
  ];
}

test.each<[string, Partial<S3Settings>]>([
  ['nobody listens', { endpoint: 'http://127.0.0.1:1' }],
  ['the name is unknown', { endpoint: 'http://store.invalid' }],
  ['the secret is wrong', { secretAccessKey: 'wrong' }],
  ['the key is unknown', { accessKeyId: 'nobody' }],
])('when %s every call is unavailable, in words without hosts and names', async (_, settings) => {
  for (const call of await everyCall(settings)) await expect(call()).rejects.toMatchObject(UNAVAILABLE);
}, 60_000);

test('the log gets the cause, which does not name the secret', async () => {
  const files = await s3Files({ ...server.settings, secretAccessKey: 'wrong-and-secret' });
  const error = await files.put('a.txt', Buffer.from('x')).catch((thrown: unknown) => thrown as Error);
  expect((error as Error).cause).toMatchObject({ name: 'SignatureDoesNotMatch' });
  expect(JSON.stringify((error as Error).cause)).not.toContain('wrong-and-secret');
});

test('a bucket that is not there is not a file that is not there', async () => {
  const files = await s3Files({ ...server.settings, bucket: 'elsewhere' });
  await expect(files.read('a.txt')).rejects.toMatchObject(UNAVAILABLE);
});

describe('a server that says nothing any more', () => {
  let silent: net.Server;
  let answer = '';
  const sockets = new Set<net.Socket>();

  beforeAll(async () => {
    silent = net.createServer((socket) => {
      sockets.add(socket);
      socket.once('data', () => { if (answer) socket.write(answer); }).on('error', () => undefined);
    });
    await new Promise<void>((resolve) => { silent.listen(0, '127.0.0.1', resolve); });
  });
  afterAll(() => {
    for (const socket of sockets) socket.destroy();
    silent.close();
  });
  const endpoint = () => `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;

  test('makes a call unavailable', async () => {
    answer = '';
    const files = await s3Files({ ...server.settings, endpoint: endpoint(), times: SHORT });
    await expect(files.put('a.txt', Buffer.alloc(1_000_000))).rejects.toMatchObject(UNAVAILABLE);
    await expect(files.put('b.txt', Readable.from([Buffer.alloc(1_000_000)]))).rejects.toMatchObject(UNAVAILABLE);
    await expect(files.size('a.txt')).rejects.toMatchObject(UNAVAILABLE);
  });

  test('breaks off what is read, so that nobody waits for ever or takes the half for the whole', async () => {
    answer = 'HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf';
    const files = await s3Files({ ...server.settings, endpoint: endpoint(), times: SHORT });
    const file = await files.read('a.txt');
    await expect(buffer(file!.stream)).rejects.toThrow();
  });
});

test('two prefixes in one bucket do not see each other', async () => {
  const [one, two] = [await s3Files({ ...server.settings, prefix: 'one' }), await s3Files({ ...server.settings, prefix: 'one-more' })];
  const whole = await s3Files({ ...server.settings, prefix: '' });
  await one.put('a.txt', Buffer.from('x'));
  expect(await two.size('a.txt')).toBeUndefined();
  expect(await whole.size('one/a.txt')).toBe(1);
  expect(await keysOf(one)).toEqual(['a.txt']);
  expect(await keysOf(two)).toEqual([]);
});

async function keysOf(files: FileStore): Promise<string[]> {
  const keys = [];
  for await (const { key } of files.list()) keys.push(key);
  return keys;
}
