import request from 'supertest';
import { countQueries } from '../../support/count-queries';
import type { ImageRow } from '../../../src/cms/media/queries';
import { openLibrary, plain, type Library } from './library';

let library: Library;
let image: ImageRow;
beforeAll(async () => {
  library = await openLibrary();
  image = await library.add({ bytes: await plain(900, 600) });
});
afterAll(() => library.close());

const get = (file: string, { id, hash } = image) => request(library.app).get(`/media/${id}/${hash}/${file}`);
const queriesOf = (work: () => Promise<unknown>) => countQueries(library.deps.db, work);
let version = 0;
const somethingChanges = () => library.versions.learn(1, version += 1, new Date());

test('the second request for a public rendition asks the database nothing, nor do one that leads on and the original', async () => {
  await get('card-400.webp').expect(200);
  expect(await queriesOf(() => get('card-400.webp').expect(200))).toBe(0);
  expect(await queriesOf(() => get('card-400.webp', { ...image, hash: '0'.repeat(16) }).expect(301))).toBe(0);
  expect(await queriesOf(() => request(library.app).get(`/media/${image.id}/original`).expect(200))).toBe(0);
});

test('what changed is known as soon as a content version is', async () => {
  await get('card-400.webp').expect(200);
  await library.deps.db('images').where('id', image.id).update({ trashedAt: new Date() });
  await get('card-400.webp').expect(200); // whoever changes it by the actions tells
  somethingChanges();
  await get('card-400.webp').expect(410);
  await library.deps.db('images').where('id', image.id).update({ trashedAt: null });
  somethingChanges();
  expect(await queriesOf(() => get('card-400.webp').expect(200))).toBe(1);
});

test('what changes while the database answers is not remembered', async () => {
  somethingChanges();
  library.deps.db.once('query', () => somethingChanges());
  await get('card-400.webp').expect(200);
  expect(await queriesOf(() => get('card-400.webp').expect(200))).toBe(1);
});

test('an image that is not there is asked for each time, so that guessing pushes out nothing', async () => {
  expect(await queriesOf(() => get('card-400.webp', { ...image, id: 4_000 }).expect(404))).toBe(1);
  expect(await queriesOf(() => get('card-400.webp', { ...image, id: 4_000 }).expect(404))).toBe(1);
});

test('a private image is asked for each time, kept by nobody, and for those who may not have it not there', async () => {
  const [page] = await library.deps.db('sites').insert(siteRow).returning<{ id: number }[]>('id').then(([site]) => library.deps.db('pages').insert({ ...pageRow, siteId: site!.id }).returning<{ id: number }[]>('id'));
  const [collection] = await library.deps.db('collections').insert({ name: 'Private', pageId: page!.id, createdAt: new Date() }).returning<{ id: number }[]>('id');
  const secret = await library.add({ bytes: await plain(800, 500) });
  await library.deps.db('images').where('id', secret.id).update({ collectionId: collection!.id });
  somethingChanges();
  const unknown = await get('card-400.webp', { ...secret, id: 4_000 }).expect(404);
  for (const hash of [secret.hash, '0'.repeat(16)]) {
    const refused = await get('card-400.webp', { ...secret, hash }).expect(404);
    expect({ ...refused.headers, date: '' }).toEqual({ ...unknown.headers, date: '' });
    expect(refused.text).toBe(unknown.text);
  }

  const path = `/media/${secret.id}/${secret.hash}/card-400.webp`;
  const answer = await request(library.app).get(library.deps.signedAddresses.sign(path)).expect(200);
  expect(answer.headers).toMatchObject({ 'cache-control': 'private, no-store', 'cross-origin-resource-policy': 'cross-origin', 'content-type': 'image/webp' });
  await request(library.app).get(`/media/${secret.id}/original?signed=${library.deps.signedAddresses.sign(path).split('=')[1]}`).expect(404);
});

const siteRow = {
  key: 'test', name: 'Test', organisation: 'Test', lang: 'en', timeZone: 'UTC', isDefault: true, settings: '{}', contentVersion: 1, contentChangedAt: new Date(), createdAt: new Date(),
};
const pageRow = {
  parentId: null, ancestorIds: [], position: 0, type: 'home', slug: '', path: '/', title: 'A draft', effectiveAccess: 'public', createdAt: new Date(), updatedAt: new Date(),
};
