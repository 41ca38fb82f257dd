import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { localFiles, sweepTemporaryFiles } from '../../src/platform/files';

let folder: string;

beforeEach(() => { folder = fs.mkdtempSync(path.join(os.tmpdir(), 'files-')); });
afterEach(() => { fs.rmSync(folder, { recursive: true }); });

describe('files in a folder', () => {
  test('leave nothing of an upload that breaks off', async () => {
    const broken = new Readable({ read() { this.push('half'); this.destroy(new Error('gone')); } });

    await expect(localFiles(folder).put('a.txt', broken)).rejects.toThrow('gone');
    expect(fs.readdirSync(path.join(folder, '.incoming'))).toEqual([]);
  });

  test('take the folders that they leave empty with them, and no others', async () => {
    const files = localFiles(folder);
    await Promise.all(['a/b/one.txt', 'a/b/two.txt', 'a/three.txt'].map((key) => files.put(key, Buffer.from('x'))));
    await files.delete('a/b/one.txt');
    expect(fs.readdirSync(path.join(folder, 'a', 'b'))).toEqual(['two.txt']);

    await files.delete('a/b/two.txt');
    expect(fs.readdirSync(path.join(folder, 'a'))).toEqual(['three.txt']);
    await files.delete('a/three.txt');
    expect(fs.readdirSync(folder)).toEqual(['.incoming']);
  });

  test('find their folder again that somebody else removes at the same moment', async () => {
    const files = localFiles(folder);
    await Promise.all(Array.from({ length: 60 }, async (_, index) => {
      await files.put(`a/b/${index}.txt`, Buffer.from('x'));
      await files.delete(`a/b/${index}.txt`);
    }));
    expect(fs.readdirSync(folder)).toEqual(['.incoming']);
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
