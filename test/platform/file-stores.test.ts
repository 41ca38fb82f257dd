import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { text } from 'node:stream/consumers';
import { localFiles, type FileStore, type StoredFile } from '../../src/platform/files';
import { s3Files } from '../../src/platform/s3-files';
import { startS3Server, type S3Server } from '../support/s3-server';

let home: string;
let server: S3Server;
const stores: Record<string, FileStore> = {};
/** Where temporary files of each store would lie. */
const temporary: Record<string, string> = {};

beforeAll(async () => {
  home = fs.mkdtempSync(path.join(os.tmpdir(), 'stores-'));
  server = await startS3Server();
  Object.assign(stores, { folder: localFiles(home), S3: await s3Files(server.settings) });
  Object.assign(temporary, { folder: path.join(home, '.incoming'), S3: server.settings.spoolFolder });
});
afterAll(async () => {
  await server.close();
  fs.rmSync(home, { recursive: true });
});

describe.each(['folder', 'S3'])('a file store in a %s', (name) => {
  let files: FileStore;
  beforeAll(() => { files = stores[name]!; });

  test('gives back what was put, from a buffer and from a stream', async () => {
    await files.put('images/5f/a.png', Buffer.from('one'));
    await files.put('images/5f/b.png', Readable.from(['tw', Buffer.from('o'), 'é']));
    await files.put('empty.txt', Buffer.alloc(0));

    expect(await contentOf(files, 'images/5f/a.png')).toEqual({ bytes: 3, content: 'one' });
    expect(await contentOf(files, 'images/5f/b.png')).toEqual({ bytes: 5, content: 'twoé' });
    expect(await contentOf(files, 'empty.txt')).toEqual({ bytes: 0, content: '' });
    expect(await files.size('images/5f/b.png')).toBe(5);
    expect(await files.size('empty.txt')).toBe(0);
  });

  test('gives a part, both ends of which belong to it', async () => {
    await files.put('parts.txt', Buffer.from('0123456789'));
    const part = async (start: number, end: number) => (await contentOf(files, 'parts.txt', { start, end }));

    expect(await part(0, 1)).toEqual({ bytes: 2, content: '01' });
    expect(await part(2, 4)).toEqual({ bytes: 3, content: '234' });
    expect(await part(9, 9)).toEqual({ bytes: 1, content: '9' });
  });

  test('knows no file that was not put, no folder, and none that was deleted', async () => {
    await files.put('deleted/a.txt', Buffer.from('x'));
    expect(await files.size('deleted')).toBeUndefined();
    expect(await files.read('deleted')).toBeUndefined();

    await files.delete('deleted/a.txt');
    await files.delete('deleted/a.txt');
    for (const key of ['deleted/a.txt', 'never/there.txt']) {
      expect(await files.size(key)).toBeUndefined();
      expect(await files.read(key)).toBeUndefined();
    }
  });

  test('puts again what is there', async () => {
    await files.put('again.txt', Buffer.from('first'));
    await files.put('again.txt', Readable.from(['second time']));
    expect(await contentOf(files, 'again.txt')).toEqual({ bytes: 11, content: 'second time' });
  });

  test('ten writers of one key leave one whole file', async () => {
    await Promise.all(Array.from({ length: 10 }, () => files.put('same.txt', Buffer.alloc(100_000, 'x'))));
    expect((await contentOf(files, 'same.txt')).bytes).toBe(100_000);
  });

  test('has nothing of a stream that breaks off, and no temporary file', async () => {
    const broken = new Readable({ read() { this.push('half'); this.destroy(new Error('gone')); } });
    await expect(files.put('broken.txt', broken)).rejects.toThrow('gone');
    expect(await files.size('broken.txt')).toBeUndefined();
    expect(fs.readdirSync(temporary[name]!)).toEqual([]);
  });

  test('lists every file, more than one page of them, with its size and age', async () => {
    const keys = Array.from({ length: 1_050 }, (_, index) => `many/${index % 7}/${index}.txt`);
    for (let from = 0; from < keys.length; from += 50) await Promise.all(keys.slice(from, from + 50).map((key) => files.put(key, Buffer.from(key))));

    const found: StoredFile[] = [];
    for await (const file of files.list()) if (file.key.startsWith('many/')) found.push(file);
    expect(found.map(({ key }) => key).sort()).toEqual([...keys].sort());
    expect(found.every(({ key, bytes }) => bytes === key.length)).toBe(true);
    expect(found.every(({ modifiedAt }) => Math.abs(modifiedAt.getTime() - Date.now()) < 120_000)).toBe(true);
  }, 60_000);

  test('takes 100 MB of a stream and gives them back, without ever holding them', async () => {
    const block = randomBytes(50_000);
    const source = Readable.from((function* blocks() { for (let count = 0; count < 2_000; count += 1) yield block; })());
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    const watch = setInterval(() => { most = Math.max(most, process.memoryUsage().arrayBuffers - before); }, 5);
    await files.put('large.bin', source);
    const [sent, received] = [createHash('sha256'), createHash('sha256')];
    for (let count = 0; count < 2_000; count += 1) sent.update(block);
    await pipeline((await files.read('large.bin'))!.stream, received);
    clearInterval(watch);

    expect(received.digest('hex')).toBe(sent.digest('hex'));
    expect(await files.size('large.bin')).toBe(100_000_000);
    expect(most).toBeLessThan(60_000_000);
  }, 60_000);

  test.each(['', '../outside', 'a/../b', '/etc/passwd', 'a//b', '.hidden', 'a/.hidden', 'A.txt', 'a\\b', 'a\0b', 'a/', 'a b', 'é.txt', 'x'.repeat(301)])('refuses the key %j', async (key) => {
    for (const use of [() => files.put(key, Buffer.from('x')), () => files.read(key), () => files.size(key), () => files.delete(key)]) {
      await expect(async () => use()).rejects.toThrow('is not a key');
    }
  });
});

async function contentOf(files: FileStore, key: string, part?: { start: number; end: number }): Promise<{ bytes: number; content: string }> {
  const file = await files.read(key, part);
  return { bytes: file!.bytes, content: await text(file!.stream) };
}
