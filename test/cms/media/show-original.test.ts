import request from 'supertest';
import sharp from 'sharp';
import type { ImageRow } from '../../../src/cms/media/queries';
import { openLibrary, plain, type Library } from './library';

let library: Library;
let image: ImageRow;
const url = () => `/media/${image.id}/original`;
beforeAll(async () => {
  library = await openLibrary();
  image = await library.add({ name: 'map', bytes: await sharp(await plain(300, 200)).jpeg().withExif({ IFD0: { Copyright: 'Somebody' } }).toBuffer() });
  await library.deps.db('images').where('id', image.id).update({ filename: 'Plan "süd".tiff' });
});
afterAll(() => library.close());

test('the picture as we keep it, under its own name, to be asked for again after five minutes', async () => {
  const answer = await request(library.app).get(url()).expect(200);
  expect(answer.headers).toMatchObject({
    'content-type': 'image/jpeg', 'cache-control': 'public, max-age=300, must-revalidate', 'content-security-policy': "default-src 'none'; sandbox", 'accept-ranges': 'bytes',
    'content-disposition': 'inline; filename="Plan _sud_.jpg"; filename*=UTF-8\'\'Plan%20%22s%C3%BCd%22.jpg',
  });
  expect(answer.headers.etag).toMatch(/^"[0-9a-f]{32}-\d+"$/);
  const metadata = await sharp(answer.body as Buffer).metadata();
  expect([metadata.format, metadata.width, metadata.height, metadata.exif]).toEqual(['jpeg', 300, 200, undefined]);
});

test('what somebody has already is not sent again, and parts can be had', async () => {
  const { headers, body } = await request(library.app).get(url());
  await request(library.app).get(url()).set('If-None-Match', headers.etag!).expect(304);
  const part = await request(library.app).get(url()).set('Range', 'bytes=0-9').expect(206);
  expect(part.body).toEqual((body as Buffer).subarray(0, 10));
  expect((await request(library.app).head(url()).expect(200)).headers['content-length']).toBe(String((body as Buffer).length));
});

test('the address stays when the picture is replaced, and its validator changes', async () => {
  const before = await request(library.app).get(url());
  await library.add({ name: 'map', bytes: await plain(400, 300, '#993333') });
  library.versions.learn(1, 1, new Date());
  const after = await request(library.app).get(url()).set('If-None-Match', before.headers.etag!).expect(200);
  expect(after.headers['content-type']).toBe('image/png');
  expect(await sharp(after.body as Buffer).metadata()).toMatchObject({ width: 400, height: 300 });
});

test('one that is in the trash is gone, one that was never there is not found, and other methods are told so', async () => {
  await library.deps.db('images').where('id', image.id).update({ trashedAt: new Date() });
  library.versions.learn(1, 2, new Date());
  await request(library.app).get(url()).expect(410);
  for (const path of ['/media/4000/original', '/media/0/original', '/media/x/original']) await request(library.app).get(path).expect(404);
  await request(library.app).post(url()).expect(405);
});
