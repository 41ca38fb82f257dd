import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { localFiles, sweepTemporaryFiles } from '../../src/platform/files';

let folder: string;

beforeEach(() => { folder = fs.mkdtempSync(path.join(os.tmpdir(), 'files-')); });
afterEach(() => { fs.rmSync(folder, { recursive: true }); });

describe('the file store', () => {
  test('gives back what was put, from a buffer and from a stream', async () => {
    const files = localFiles(folder);
    await files.put('images/5f/a.png', Buffer.from('one'));
    await files.put('images/5f/b.png', Readable.from(['tw', 'o']));

    expect(await contentOf('images/5f/a.png')).toEqual({ bytes: 3, content: 'one' });
    expect(await contentOf('images/5f/b.png')).toEqual({ bytes: 3, content: 'two' });
  });

  test('knows no file that was not put, or that was deleted', async () => {
    const files = localFiles(folder);
    await files.put('a.txt', Buffer.from('x'));
    await files.delete('a.txt');
    await files.delete('a.txt');

    expect(await files.read('a.txt')).toBeUndefined();
    expect(await files.read('never/there.txt')).toBeUndefined();
  });

  test('leaves nothing of an upload that breaks off', async () => {
    const broken = new Readable({ read() { this.push('half'); this.destroy(new Error('gone')); } });

    await expect(localFiles(folder).put('a.txt', broken)).rejects.toThrow('gone');
    expect(await localFiles(folder).read('a.txt')).toBeUndefined();
    expect(fs.readdirSync(path.join(folder, '.incoming'))).toEqual([]);
  });

  test.each(['', '../outside', 'a/../b', '/etc/passwd', 'a//b', '.hidden', 'a/.hidden', 'A.txt', 'a\\b', 'a\0b', 'a/'])('refuses the key %j', (key) => {
    const files = localFiles(folder);
    expect(() => files.localPath(key)).toThrow('is not a key');
    expect(() => files.put(key, Buffer.from('x'))).toThrow('is not a key');
  });

  test('two writers of one key leave one whole file', async () => {
    const files = localFiles(folder);
    await Promise.all(Array.from({ length: 10 }, () => files.put('same.txt', Buffer.alloc(100_000, 'x'))));

    expect((await contentOf('same.txt')).bytes).toBe(100_000);
  });
});

describe('the sweep', () => {
  test('takes interrupted uploads of more than an hour ago, and no others', async () => {
    const incoming = path.join(folder, '.incoming');
    fs.mkdirSync(incoming);
    fs.writeFileSync(path.join(incoming, 'old'), 'x');
    fs.writeFileSync(path.join(incoming, 'new'), 'x');
    const now = new Date('2026-03-01T12:00:00Z');
    fs.utimesSync(path.join(incoming, 'old'), now, new Date(now.getTime() - 3_600_001));
    fs.utimesSync(path.join(incoming, 'new'), now, new Date(now.getTime() - 3_599_000));

    expect(await sweepTemporaryFiles(folder, () => now)).toBe(1);
    expect(fs.readdirSync(incoming)).toEqual(['new']);
  });

  test('finds nothing to do where nothing was ever stored', async () => {
    expect(await sweepTemporaryFiles(path.join(folder, 'missing'), () => new Date())).toBe(0);
  });
});

async function contentOf(key: string): Promise<{ bytes: number; content: string }> {
  const file = await localFiles(folder).read(key);
  return { bytes: file!.bytes, content: await text(file!.stream) };
}
