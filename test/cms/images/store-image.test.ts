import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { checkMedia, type Finding } from '../../../src/cms/media/check-media';
import { Unprocessable } from '../../../src/platform/http/errors';
import { ROOT } from '../../../src/platform/root';
import { openLibrary, plain, type Library } from '../media/library';

let library: Library;
beforeAll(async () => { library = await openLibrary(); });
afterAll(() => library.close());

const svg = (width: number, height: number, content = '<rect width="10" height="10" fill="#f00"/>') =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" width="${width}" height="${height}" preserveAspectRatio="none">${content}</svg>`);

function originalOf({ storageKey }: { storageKey: string }): Promise<sharp.Metadata> {
  return sharp(path.join(library.folder, storageKey)).metadata();
}

test('a drawing becomes a picture of its own width', async () => {
  const image = await library.add({ bytes: svg(1_700, 200) });
  expect(image).toMatchObject({ width: 1_700, height: 200, mimeType: 'image/png', transparent: false });
  expect(await originalOf(image)).toMatchObject({ format: 'png', width: 1_700, height: 200 });
});

test('a huge drawing is drawn 2400 pixels wide', async () => {
  expect(await library.add({ bytes: svg(6000, 3000) })).toMatchObject({ width: 2400, height: 1200 });
});

test('metadata does not survive, and the picture stands upright', async () => {
  const bytes = await sharp(await plain(300, 200)).withExif({ IFD0: { Copyright: 'secret' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } }).withMetadata({ orientation: 6 }).jpeg().toBuffer();
  const image = await library.add({ bytes });
  expect(image).toMatchObject({ width: 200, height: 300, mimeType: 'image/jpeg' });
  const original = await originalOf(image);
  expect(original.exif).toBeUndefined();
  expect(original.orientation).toBeUndefined();
});

test('what follows the picture in its file is left behind', async () => {
  const image = await library.add({ bytes: Buffer.concat([await plain(50, 50), Buffer.from('<script>alert(1)</script>')]) });
  expect(fs.readFileSync(path.join(library.folder, image.storageKey)).includes('<script>')).toBe(false);
});

test('a picture that shows what lies behind is known as such; one with an unused alpha channel is not', async () => {
  const half = { create: { width: 20, height: 20, channels: 4 as const, background: { r: 1, g: 2, b: 3, alpha: 0.5 } } };
  expect((await library.add({ bytes: await sharp(half).png().toBuffer() })).transparent).toBe(true);
  const full = { create: { ...half.create, background: { r: 1, g: 2, b: 3, alpha: 1 } } };
  expect((await library.add({ bytes: await sharp(full).png().toBuffer() })).transparent).toBe(false);
});

test('the same content under the same name is the same row, with the new words', async () => {
  const bytes = await plain(120, 80);
  const first = await library.add({ name: 'twice', bytes, title: 'Before' });
  const second = await library.add({ name: 'twice', bytes, title: 'After' });
  expect(second).toEqual({ ...first, title: 'After' });
});

test('another content under the same name keeps the id and changes the address', async () => {
  const first = await library.add({ name: 'replaced', bytes: await plain(120, 80) });
  const second = await library.add({ name: 'replaced', bytes: await plain(90, 60, '#ff0000') });
  expect(second).toMatchObject({ id: first.id, width: 90, height: 60 });
  expect(second.hash).not.toBe(first.hash);
});

test('a lost file is stored again', async () => {
  const bytes = await plain(121, 81);
  const image = await library.add({ name: 'lost', bytes });
  fs.rmSync(path.join(library.folder, image.storageKey));
  await library.add({ name: 'lost', bytes });
  expect(fs.existsSync(path.join(library.folder, image.storageKey))).toBe(true);
});

describe('refused, quickly:', () => {
  test.each([
    ['more than 50 million pixels', () => plain(9000, 9000), /50 million/],
    ['a drawing of absurd size', () => svg(100_000, 100_000), /50 million/],
    ['nothing', () => Buffer.alloc(0), /empty/],
    ['noise', () => Buffer.from('GIF89a but not really, only these words'), /cannot be read/],
    ['half a picture', async () => (await noisy()).subarray(0, 4000), /cannot be read/],
    ['a web page', () => Buffer.from('<!doctype html><title>x</title>'), /no picture/],
    ['a drawing that reads files', () => svg(10, 10, '<image href="file:///etc/passwd" width="10" height="10"/>').subarray(0, 60), /cannot be read/],
    ['21 MB', () => Buffer.alloc(21e6), /20 MB/],
  ] as [string, () => Buffer | Promise<Buffer>, RegExp][])('%s', async (_what, make, message) => {
    const bytes = await make();
    const started = performance.now();
    const refusal = await library.add({ bytes }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Unprocessable);
    expect((refusal as Error).message).toMatch(message);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

// Processor time, not the clock's: what else the machine does must not decide.
test('thirty pictures of the demonstration take at most a third of a second of a processor each', async () => {
  const folder = path.join(ROOT, 'seeds', 'demo', 'pictures');
  const names = fs.readdirSync(folder).filter((name) => name.endsWith('.svg')).sort().slice(0, 30);
  expect(names).toHaveLength(30);
  const started = process.cpuUsage();
  for (const name of names) await library.add({ name, bytes: fs.readFileSync(path.join(folder, name)) });
  const { user, system } = process.cpuUsage(started);
  expect((user + system) / 1e6 / names.length).toBeLessThan(1 / 3);
}, 120_000);

function noisy(): Promise<Buffer> {
  return sharp({ create: { width: 200, height: 200, channels: 3, background: '#000', noise: { type: 'gaussian', mean: 128, sigma: 60 } } }).png().toBuffer();
}

test('of the same upload another version of the encoder makes another file, under another key and another address', async () => {
  const { db, files } = library.deps;
  const bytes = await plain(77, 55);
  const before = await library.add({ bytes });
  const old = { storageKey: `images/${createHash('sha256').update(bytes).digest('hex')}/original.png`, bytes: 9 };
  await files.put(old.storageKey, Buffer.from('as it was'));
  for (const [table, key] of [['images', 'id'], ['fileVersions', 'imageId']] as const) await db(table).where(key, before.id).update(old);

  const again = await library.add({ bytes });
  const row = await db('images').where('id', before.id).first<{ hash: string }>('hash');
  expect([again.sha256, again.storageKey === old.storageKey, again.hash === row.hash]).toEqual([before.sha256, false, false]);
  const findings: Finding[] = [];
  const check = () => checkMedia(library.deps, { repair: false, hash: true }, (finding) => findings.push(finding));
  await check();
  expect(findings).toEqual([]);

  const stored = path.join(library.folder, again.storageKey);
  fs.writeFileSync(stored, fs.readFileSync(stored).fill(0, 60));
  await check();
  expect(findings).toEqual([expect.objectContaining({ key: again.storageKey, problem: expect.stringContaining('SHA-256') })]);
});
