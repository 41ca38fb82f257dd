import fs from 'node:fs';
import path from 'node:path';
import express from 'express';
import sharp from 'sharp';
import request from 'supertest';
import { imageKind } from '../../../src/cms/media/image-reference';
import type { ImageFacts } from '../../../src/cms/media/picture';
import * as media from '../../../src/cms/media/queries';
import { mediaRoutes } from '../../../src/cms/media/routes';
import type { FileStore } from '../../../src/platform/files';
import { ROOT } from '../../../src/platform/root';
import { openLibrary, plain, type Library } from './library';

const shown: number[] = [];
let library: Library;
let image: media.ImageRow;

beforeAll(async () => {
  library = await openLibrary({ onFirstShown: (id) => { shown.push(id); return Promise.resolve(); } });
  image = await library.add({});
});
afterAll(() => library.close());

const url = (file: string, { id, hash } = image) => `/media/${id}/${hash}/${file}`;

test('a rendition is made on the first request, with headers that let it be kept for good', async () => {
  const answer = await request(library.app).get(url('card-800.webp')).expect(200);

  expect(answer.headers).toMatchObject({
    'content-type': 'image/webp',
    'cache-control': 'public, max-age=31536000, immutable',
    'cross-origin-resource-policy': 'cross-origin',
    'content-security-policy': "default-src 'none'; sandbox",
    'content-length': String((answer.body as Buffer).length),
  });
  expect(await sharp(answer.body as Buffer).metadata()).toMatchObject({ format: 'webp', width: 800, height: 500 });
  expect(shown).toContain(image.id);
});

test('the second request gets the same, and nothing is made again', async () => {
  const first = await request(library.app).get(url('card-400.jpg'));
  const before = await media.listRenditions(library.deps.db, image.id, image.hash);
  const second = await request(library.app).get(url('card-400.jpg'));

  expect(second.body).toEqual(first.body);
  expect(omitDate(second.headers)).toEqual(omitDate(first.headers));
  expect(await media.listRenditions(library.deps.db, image.id, image.hash)).toEqual(before);
});

test('HEAD says what GET says', async () => {
  const head = await request(library.app).head(url('card-400.webp')).expect(200);
  const get = await request(library.app).get(url('card-400.webp'));
  expect(omitDate(head.headers)).toEqual(omitDate(get.headers));
});

test('an AVIF that does not exist yet is made on request, and the facts name it from then on', async () => {
  const answer = await request(library.app).get(url('thumb-200.avif')).expect(200);
  expect(answer.headers['content-type']).toBe('image/avif');
  expect(await sharp(answer.body as Buffer).metadata()).toMatchObject({ format: 'heif', width: 200, height: 200 });
  expect((await factsOf(image.id)).avif).toEqual(['thumb-200']);
});

test.each([
  'card-801.webp', 'card-2400.webp', 'card-0800.webp', 'card.webp', 'original.png', 'og.webp', 'og.png', 'card-800.png', 'card-800.gif', 'card-800',
  'wide-1600.webp%00', '..%2foriginal.png', 'constructor-400.webp', 'card-800.jpg.webp',
])('%s is no file of it: 404', async (file) => {
  await request(library.app).get(url(file)).expect(404);
});

test.each(['0', '-1', '01', '1e3', '2147483648', '99999999999999999999', 'abc', '%00'])('the id %s: 404', async (id) => {
  await request(library.app).get(`/media/${id}/${image.hash}/card-800.webp`).expect(404);
});

test('what cannot be a hash: 404, without the headers of a picture', async () => {
  for (const hash of [image.hash.slice(1), `${image.hash}0`, 'original']) {
    const answer = await request(library.app).get(`/media/${image.id}/${hash}/card-800.webp`).expect(404);
    expect(answer.headers['cache-control']).toBeUndefined();
  }
});

test('another hash, of long ago or forged, leads to the same file as it is now, and makes nothing', async () => {
  const small = await library.add({ bytes: await plain(900, 900) });
  for (const [file, present] of [
    ['card-800.webp', 'card-800.webp'], ['card-1200.webp', 'card-900.webp'], ['body-400.png', 'body-400.jpg'], ['og.jpg', 'og.jpg'], ['og.webp', 'og.jpg'], ['logo-200.jpg', 'logo-200.png'],
  ] as const) {
    const answer = await request(library.app).get(`/media/${small.id}/${image.hash}/${file}`).expect(301);
    expect([file, answer.headers.location, answer.headers['cache-control']]).toEqual([file, url(present, small), 'no-cache']);
  }
  for (const file of ['mural-400.webp', 'constructor-400.webp', 'og-.jpg']) await request(library.app).get(`/media/${small.id}/${image.hash}/${file}`).expect(404);
  expect(await media.listRenditions(library.deps.db, small.id, image.hash)).toEqual([]);
});

test('no file is larger than the original allows', async () => {
  const small = await library.add({ bytes: await plain(500, 300) });
  await request(library.app).get(url('body-800.webp', small)).expect(404);
  await request(library.app).get(url('body-500.webp', small)).expect(200);
});

test('many requests for one file at once make it once', async () => {
  const busy = await library.add({});
  const puts: string[] = [];
  const { files } = library.deps;
  const counting: FileStore = { ...files, put: (key, content) => { puts.push(key); return files.put(key, content); } };
  const app = express().use(mediaRoutes({ ...library.deps, files: counting }));

  const answers = await Promise.all(Array.from({ length: 8 }, () => request(app).get(url('wide-800.webp', busy))));

  expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
  expect(puts).toHaveLength(1);
});

test('an original that is lost is a 404, and a rendition that is lost is made again', async () => {
  const lost = await library.add({ bytes: await plain(640, 400) });
  await request(library.app).get(url('card-400.webp', lost)).expect(200);
  const folder = path.join(library.folder, path.dirname(lost.storageKey));

  fs.rmSync(path.join(folder, `${lost.hash}-card-400.webp`));
  await request(library.app).get(url('card-400.webp', lost)).expect(200);

  fs.rmSync(folder, { recursive: true });
  const answer = await request(library.app).get(url('card-400.webp', lost)).expect(404);
  expect(answer.headers['cache-control']).toBeUndefined();
});

test('the hero of the demonstration is within its budget, on a phone and as a social card', async () => {
  const hero = await library.add({ bytes: fs.readFileSync(path.join(ROOT, 'seeds/demo/pictures/home-hero.svg')) });
  for (const [file, most] of [['wide-1200.webp', 120_000], ['wide-1600.webp', 120_000], ['og.jpg', 300_000]] as const) {
    const answer = await request(library.app).get(url(file, hero)).expect(200);
    expect(Number(answer.headers['content-length'])).toBeLessThan(most);
  }
});

test('other methods are told which ones there are', async () => {
  for (const method of ['post', 'put', 'delete'] as const) {
    const answer = await request(library.app)[method](url('card-800.webp')).expect(405);
    expect(answer.headers.allow).toBe('GET, HEAD');
  }
});

test('a new focal point is a new address, and the old one leads there', async () => {
  const bytes = await plain(700, 300);
  const before = await library.add({ name: 'moved', bytes });
  const after = await library.add({ name: 'moved', bytes, focalX: 0.25 });

  expect(after.id).toBe(before.id);
  expect(after.hash).not.toBe(before.hash);
  await request(library.app).get(url('card-400.webp', before)).expect(301).expect('Location', url('card-400.webp', after));
  await request(library.app).get(url('card-400.webp', after)).expect(200);
});

async function factsOf(id: number): Promise<ImageFacts> {
  const select = imageKind.select!;
  const { rows } = await library.deps.db.raw<{ rows: { data: unknown }[] }>(select.sql, select.bindings([String(id)], library.deps.now(), null) as string[]);
  return imageKind.target(String(id), rows[0]!.data).data as ImageFacts;
}

function omitDate({ date: _date, ...headers }: Record<string, string>): Record<string, string> {
  return headers;
}
