import request from 'supertest';
import type { FileStore } from '../../../src/platform/files';
import * as media from '../../../src/cms/media/queries';
import { warmImagesTask, type WarmDeps } from '../../../src/cms/media/warm';
import { warmImageKey } from '../../../src/cms/media/warm-job';
import { reactions } from '../../../src/reactions';
import { openLibrary, plain, type Library } from './library';

let library: Library;
let changes = 0;
beforeAll(async () => { library = await openLibrary(); });
afterAll(() => library.close());
beforeEach(() => { changes = 0; });

/** As if readers saw them: a snippet names them. */
const show = async (...images: media.ImageRow[]) => {
  const content = JSON.stringify({ text: images.map(({ id }) => `image:${id}`).join(' ') });
  await library.deps.db('snippets').insert({ type: 'test', key: `key-${images[0]!.id}`, title: 'Shows pictures', content, createdAt: new Date(), updatedAt: new Date() });
};
const warm = (payload: unknown, more: Partial<WarmDeps> = {}) => warmImagesTask({ ...library.deps, ...more, onMade: () => { changes += 1; return Promise.resolve(); } })(payload);
const filesOf = async ({ id, hash }: media.ImageRow) => (await media.listRenditions(library.deps.db, id, hash)).map(({ spec, format }) => `${spec}.${format}`);

test('every width of what was shown is made, and the content version changes once', async () => {
  const images = [await library.add({ bytes: await plain(900, 600) }), await library.add({ bytes: await plain(900, 600, '#00ff00') })];
  await show(...images);
  for (const { id, hash } of images) await request(library.app).get(`/media/${id}/${hash}/card-400.webp`).expect(200);

  await warm({ imageIds: images.map(({ id }) => id) });

  const expected = ['card-240.avif', 'card-240.webp', 'card-400.avif', 'card-400.webp', 'card-800.avif', 'card-800.webp', 'card-900.avif', 'card-900.webp'];
  for (const image of images) expect(await filesOf(image)).toEqual(expected);
  expect(changes).toBe(1);
});

test('a picture that no page shows gets what pages usually name, and readers keep their pages', async () => {
  const image = await library.add({ bytes: await plain(300, 200) });
  await warm({ imageId: image.id });
  expect(changes).toBe(0);
  expect(await filesOf(image)).toEqual(['body-300.avif', 'body-300.webp', 'card-240.avif', 'card-240.webp', 'card-300.avif', 'card-300.webp', 'wide-300.avif', 'wide-300.webp']);
});

test('doing it again makes nothing and changes nothing', async () => {
  const image = await library.add({ bytes: await plain(200, 100) });
  await show(image);
  await warm({ imageId: image.id });
  expect(changes).toBe(1);
  changes = 0;
  await warm({ imageId: image.id });
  expect(changes).toBe(0);
});

test('images that are gone, and pages without images, are no error', async () => {
  await warm({ imageIds: [2_000_000_000] });
  await warm({ pageId: 2_000_000_000 });
  expect(changes).toBe(0);
});

test('one damaged original does not keep the others from being made', async () => {
  const damaged = await library.add({ bytes: await plain(210, 100) });
  const sound = await library.add({ bytes: await plain(220, 100) });
  await show(damaged, sound);
  await library.deps.files.put(damaged.storageKey, Buffer.from('nothing'));

  await warm({ imageIds: [damaged.id, sound.id] });

  expect((await filesOf(sound)).length).toBeGreaterThan(0);
  expect(changes).toBe(1);
});

test('a picture that is replaced while it is worked on is no error; one whose file is gone is', async () => {
  const said: unknown[] = [];
  const log = { ...library.deps.log, error: (facts: unknown) => { said.push(facts); } } as unknown as WarmDeps['log'];
  const replaced = await library.add({ bytes: await plain(230, 100) });
  const reading: FileStore = { ...library.deps.files, read: async (key, part) => {
    await library.deps.db('images').where('id', replaced.id).update({ focalX: 0.1 });
    return library.deps.files.read(key, part);
  } };
  await warm({ imageId: replaced.id }, { log, files: reading });
  expect(said).toEqual([]);

  const lost = await library.add({ bytes: await plain(240, 100) });
  await library.deps.files.delete(lost.storageKey);
  await warm({ imageId: lost.id }, { log });
  expect(said).toEqual([expect.objectContaining({ imageId: lost.id })]);
});

test('the jobs of a page and of a picture with the same number wait beside each other', () => {
  const entry = { action: 'page.published', objectType: 'page', objectId: '9', siteId: 1 };
  expect(reactions['page.published']!(entry).map(({ key }) => key)).not.toContain(warmImageKey(9));
  expect(reactions['image.uploaded']!({ ...entry, action: 'image.uploaded' }).map(({ key }) => key)).toEqual([warmImageKey(9)]);
});
