import fs from 'node:fs';
import path from 'node:path';
import { historyOf } from '../../accounts/people-site';
import { eventually } from '../../support/eventually';
import { addPage } from '../../support/site';
import { noise } from './hostile-files';
import { imagesIn, jsonOf, openImageSite, type ImageRow, type ImageSite } from './image-site';
import { file, filesAtRest, filesBelow, type Answer } from './upload-client';

/** What staff do with images, over HTTP as our scripts and forms send it. */
let site: ImageSite;
const contentVersion = async (): Promise<number> => (await site.deps.db('sites').first<{ contentVersion: number }>('contentVersion')).contentVersion;

beforeAll(async () => { site = await openImageSite(); });
afterAll(() => site.close());
beforeEach(() => site.deps.db('rateLimits').del());

describe('changing', () => {
  test('keeps what is said, grows the version, and tells history what it was', async () => {
    const image = await site.upload();
    const before = await contentVersion();
    const answer = await site.change(image, { title: 'A map', altDecision: 'described', alt: 'Halls and rooms', credit: 'Us', licence: 'CC0', tags: 'Maps, venue,maps', focalX: '20', focalY: '80' });
    expect(answer.status).toBe(200);
    expect(await site.rowOf(image.id)).toMatchObject({ version: 2, title: 'A map', alt: 'Halls and rooms', altDecision: 'described', tags: ['maps', 'venue'], focalX: 0.2 });
    expect((await site.rowOf(image.id)).hash).not.toBe(image.hash);
    expect(await contentVersion()).toBe(before + 1);
    expect((await historyOf(site, 'image.changed')).at(-1)).toMatchObject({ detail: { before: { title: 'Picture' }, after: { title: 'A map' } } });
  });

  test('of what only staff see makes no page new; of nothing leaves no trace', async () => {
    const image = await site.upload();
    const before = await contentVersion();
    await site.change(image, { tags: 'one' });
    expect([await contentVersion(), (await site.rowOf(image.id)).version]).toEqual([before, 2]);
    await site.change(await site.rowOf(image.id), { tags: 'one', title: image.title });
    expect((await site.rowOf(image.id)).version).toBe(2);
  });

  test('a stale version is refused, and the pane keeps what was typed', async () => {
    const image = await site.upload();
    await site.change(image, { title: 'First' });
    expect((await site.change(image, { title: 'Second' }, site.second)).status).toBe(409);
    const page = await site.second.form(`/admin/images/${image.id}`, { version: String(image.version), title: 'Second' }, { method: 'PATCH' });
    expect([page.status, page.text.includes('Second'), page.text.includes('First')]).toEqual([409, true, true]);
    expect((await site.rowOf(image.id)).title).toBe('First');
  });

  test.each([
    [{ altDecision: 'described', alt: ' ' }, 422], [{ focalX: '101' }, 422], [{ focalX: 'NaN' }, 422], [{ title: '' }, 422], [{ collection: '999' }, 422], [{ tags: 'x'.repeat(60) }, 422], [{ owner: '1' }, 400], [{ version: 'x' }, 422],
  ])('%j is refused', async (fields, status) => {
    const image = await site.upload();
    expect((await site.change(image, fields as Record<string, string>)).status).toBe(status);
    expect(await site.rowOf(image.id)).toEqual(image);
  });
});

describe('replacing', () => {
  test('keeps id, name and the address of the original, gives new renditions, and deletes the old ones', async () => {
    const image = await site.upload();
    const old = `/media/${image.id}/${image.hash}/thumb-160.webp`;
    expect((await site.client.request('GET', old)).status).toBe(200);
    expect((await site.replace(image)).status).toBe(200);
    const now = await site.rowOf(image.id);
    expect([now.filename, now.version, now.hash === image.hash]).toEqual(['new.png', 2, false]);
    expect(await site.deps.db('renditions').where({ imageId: image.id })).toEqual([]);
    expect(filesBelow(site.media).filter((name) => name.includes(image.hash))).toEqual([]);
    expect(await site.deps.db('fileVersions').where({ imageId: image.id }).orderBy('number').pluck('filename')).toEqual(['picture.jpg', 'new.png']);
    expect(fs.existsSync(path.join(site.media, image.storageKey))).toBe(true);
  });

  test('at once: the second is refused, and nothing of theirs is left', async () => {
    const image = await site.upload();
    const before = await filesAtRest(site.media);
    const statuses = (await Promise.all([site.replace(image, site.client), site.replace(image, site.second)])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 409]);
    await eventually(() => expect(filesBelow(site.media)).toHaveLength(before.length + 1));
    expect(await site.deps.db('fileVersions').where({ imageId: image.id })).toHaveLength(2);
    expect(await site.deps.db('pendingFiles')).toEqual([]);
  });

  test('with the file that it has, or with what is no picture, is refused', async () => {
    const content = await noise().png().toBuffer();
    const { id } = imagesIn(await site.client.upload([file(content)]))[0]!;
    expect((await site.replace(await site.rowOf(id), site.client, content)).status).toBe(422);
    expect((await site.replace(await site.rowOf(id), site.client, Buffer.from('<html>'))).status).toBe(422);
    expect((await site.rowOf(id)).version).toBe(1);
  });

  test('is taken back by putting a former file back, as a version of its own', async () => {
    const image = await site.upload();
    await site.replace(image);
    const answer = await site.client.form(`/admin/images/${image.id}/versions/1/restoration`, { version: '2' }, { json: true });
    expect(answer.status).toBe(200);
    expect(await site.rowOf(image.id)).toMatchObject({ version: 3, sha256: image.sha256, hash: image.hash, filename: 'picture.jpg' });
    expect(await site.deps.db('fileVersions').where({ imageId: image.id }).orderBy('number').pluck('sha256')).toHaveLength(3);
    expect((await site.client.form(`/admin/images/${image.id}/versions/9/restoration`, { version: '3' }, { json: true })).status).toBe(404);
  });
});

describe('the trash', () => {
  const pictured = (image: ImageRow, published: boolean): Promise<number> => addPage(site, {
    path: `/page-${image.id}`, title: `Page of ${image.id}`, published, common: { socialImage: { ref: `image:${image.id}`, alt: 'x', decorative: false } },
  });

  test.each([['a page shows', true], ['a draft has', false]])('does not take what %s, and names it', async (_who, published) => {
    const image = await site.upload();
    await pictured(image, published);
    const answer = await site.trash(image);
    expect([answer.status, answer.text]).toEqual([409, expect.stringContaining(`Page of ${image.id}`)]);
    expect((await site.rowOf(image.id)).trashedAt).toBeNull();
  });

  test('takes what nothing uses, gives it back, and lets it be deleted for good with all its files', async () => {
    const image = await site.upload();
    await site.replace(image);
    await site.client.request('GET', `/media/${image.id}/${(await site.rowOf(image.id)).hash}/thumb-160.webp`);
    expect((await site.client.form(`/admin/images/${image.id}`, {}, { method: 'DELETE', json: true })).status).toBe(409); // not in the trash
    expect((await site.trash(await site.rowOf(image.id))).status).toBe(200);
    expect((await site.change(await site.rowOf(image.id), { title: 'x' })).status).toBe(409);
    expect((await site.client.form(`/admin/images/${image.id}/trash`, {}, { method: 'DELETE', json: true })).status).toBe(200);
    expect((await site.trash(await site.rowOf(image.id))).status).toBe(200);
    const folders = (await site.deps.db('fileVersions').where({ imageId: image.id }).pluck<string[]>('storage_key')).map((key) => path.dirname(key));
    expect((await site.client.form(`/admin/images/${image.id}`, {}, { method: 'DELETE', json: true })).status).toBe(200);
    expect(filesBelow(site.media).filter((name) => folders.some((folder) => name.startsWith(folder)))).toEqual([]);
    expect(await site.deps.db('fileVersions').where({ imageId: image.id })).toEqual([]);
    expect((await historyOf(site, 'image.deleted')).at(-1)).toMatchObject({ objectId: String(image.id) });
  });
});

test('many at once: each by itself, with a report of those that could not', async () => {
  const [free, used] = [await site.upload(), await site.upload()];
  await addPage(site, { path: '/bulk', title: 'Uses one', common: { feedImage: { ref: `image:${used.id}`, alt: 'x', decorative: false } } });
  const bulk = (fields: Record<string, string>, json = true): Promise<Answer> => site.client.form('/admin/images/bulk', { ids: `${free.id} ${used.id}`, ...fields }, { json });
  expect(jsonOf(await bulk({ do: 'tag', tag: 'one, two' }))).toEqual({ done: [free.id, used.id], refused: [] });
  await bulk({ do: 'untag', tag: 'one' });
  expect((await site.rowOf(free.id)).tags).toEqual(['two']);
  expect(jsonOf(await bulk({ do: 'trash' }))).toEqual({ done: [free.id], refused: [{ id: used.id, title: 'Picture', message: expect.stringContaining('Uses one') }] });
  const page = await bulk({ do: 'trash', ids: String(used.id) }, false);
  expect([page.status, page.text.includes('Uses one')]).toEqual([409, true]);
  expect(jsonOf(await bulk({ do: 'trash' }))).toMatchObject({ done: [free.id], refused: [{ id: used.id }] }); // it is there already
  expect((await bulk({ do: 'restore', ids: String(free.id) }, false)).headers.location).toContain('done=restored');
  expect((await bulk({ do: 'tag', tag: ' ' })).status).toBe(422);
});
