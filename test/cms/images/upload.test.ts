import { gzipSync } from 'node:zlib';
import { historyOf } from '../../accounts/people-site';
import { noise } from './hostile-files';
import { imagesIn, jsonOf, openImageSite, type ImageSite } from './image-site';
import { file, filesAtRest, filesBelow, multipart, MULTIPART, UploadClient } from './upload-client';

/** Files on their way into the library, over HTTP as our scripts and forms send them. */
let site: ImageSite;
const contentVersion = async (): Promise<number> => (await site.deps.db('sites').first<{ contentVersion: number }>('contentVersion')).contentVersion;

beforeAll(async () => { site = await openImageSite(); });
afterAll(() => site.close());
beforeEach(() => site.deps.db('rateLimits').del());

test('uploading gives it a title in words, keeps its file, tells history, and leaves the job', async () => {
  const before = await contentVersion();
  const answer = await site.client.upload([file(await noise().jpeg().toBuffer(), 'venue-map_final.jpg')]);
  const [image] = imagesIn(answer);
  const { id, thumb } = image!;
  expect(image).toMatchObject({ uri: `image:${id}`, label: 'Venue map final', url: `/admin/images/${id}`, alt: null, altDecision: null, duplicateOf: null, note: null, thumb: expect.stringMatching(/^\/media\/\d+\/[0-9a-f]{16}\/thumb-\d+\.webp$/) });
  expect(jsonOf(answer)['refused']).toEqual([]);
  expect(await historyOf(site, 'image.uploaded')).toContainEqual(expect.objectContaining({ objectId: String(id) }));
  expect(await site.deps.db('graphile_worker._private_jobs').where('key', `warm-images:image:${id}`)).toHaveLength(1);
  expect(await contentVersion()).toBe(before); // readers see nothing of it
  expect((await site.client.request('GET', thumb)).status).toBe(200);
});

test('uploading of the same file makes nothing new and names the one that is there, also when both come at once', async () => {
  const content = await noise().jpeg().toBuffer();
  const answers = await Promise.all([site.client.upload([file(content, 'first.jpg')]), site.second.upload([file(content, 'second.jpg')])]);
  const images = answers.map((answer) => imagesIn(answer)[0]!);
  expect(new Set(images.map(({ uri }) => uri)).size).toBe(1);
  expect(images.filter(({ duplicateOf }) => duplicateOf === null)).toHaveLength(1);
});

test('uploading of a file that is in the trash is refused, until it is sent again on purpose', async () => {
  const content = await noise().jpeg().toBuffer();
  const [first] = imagesIn(await site.client.upload([file(content)]));
  await site.client.form(`/admin/images/${first!.id}/trash`, { version: '1' }, { json: true });
  const refused = await site.client.upload([file(content)]);
  expect([refused.status, jsonOf(refused)]).toEqual([422, { images: [], refused: [{ filename: 'picture.jpg', message: expect.stringContaining('in the trash'), again: true, twin: { title: first!.label, url: `/admin/images/${first!.id}` } }] }]);
  const again = await site.client.upload([{ name: 'again', content: '1' }, file(content)]);
  expect([again.status, imagesIn(again)[0]!.id === first!.id]).toEqual([201, false]);
});

test('uploading of several files takes the good ones and says what is wrong with the others', async () => {
  const answer = await site.client.upload([file(await noise().jpeg().toBuffer(), 'good.jpg'), file('<html>', 'bad.jpg')]);
  expect([answer.status, jsonOf(answer)]).toMatchObject([201, { images: [{ label: 'Good' }], refused: [{ filename: 'bad.jpg', again: false }] }]);
});

test('uploading works as a plain form, with the token before the file', async () => {
  const parts = [{ name: '_csrf', content: site.client.token }, { name: 'collection', content: '' }, file(await noise().jpeg().toBuffer(), 'plain.jpg')];
  const answer = await site.client.request('POST', '/admin/images', multipart(parts), { 'Content-Type': MULTIPART });
  expect([answer.status, answer.headers.location]).toEqual([303, expect.stringMatching(/^\/admin\/images\/\d+\?done=uploaded/)]);
  const refused = await site.client.request('POST', '/admin/images', multipart([parts[0]!, file('<html>', 'bad.jpg')]), { 'Content-Type': MULTIPART });
  expect([refused.status, refused.text.includes('bad.jpg')]).toEqual([422, true]);
});

test('a form that is compressed on its way is refused in words, with what would be taken', async () => {
  const headers = { 'Content-Type': MULTIPART, 'X-CSRF-Token': site.client.token, Accept: 'application/json', 'Content-Encoding': 'gzip' };
  const answer = await site.client.request('POST', '/admin/images', gzipSync(multipart([file(await noise().jpeg().toBuffer())])), headers);
  expect([answer.status, answer.headers['accept-encoding'], answer.text]).toEqual([415, 'identity', expect.stringContaining('not compressed')]);
});

test.each([
  ['without the token', (_token: string, picture: Buffer) => [file(picture)]],
  ['with the token behind the file', (token: string, picture: Buffer) => [file(picture), { name: '_csrf', content: token }]],
  ['with a wrong token', (token: string, picture: Buffer) => [{ name: '_csrf', content: `${token}x` }, file(picture)]],
  ['with two tokens', (token: string, picture: Buffer) => [{ name: '_csrf', content: token }, { name: '_csrf', content: token }, file(picture)]],
  ['without token and file', () => [{ name: 'collection', content: '' }]],
] as [string, (token: string, picture: Buffer) => Parameters<typeof multipart>[0]][])('uploading %s is refused', async (_how, parts) => {
  const before = await filesAtRest(site.media);
  const answer = await site.client.request('POST', '/admin/images', multipart(parts(site.client.token, await noise().jpeg().toBuffer())), { 'Content-Type': MULTIPART });
  expect(answer.status).toBe(403);
  expect(filesBelow(site.media)).toEqual(before); // at once: it was never written
});

test('uploading is refused to whoever may not, before the first byte', async () => {
  const viewer = await UploadClient.signedIn(site.origin, 'viewer@example.org');
  const answer = new Promise<number | undefined>((resolve) => {
    const request = viewer.begin('POST', '/admin/images', { 'Content-Type': MULTIPART, 'X-CSRF-Token': viewer.token, 'Content-Length': 9_000_000, Accept: 'application/json' }, ({ statusCode }) => { resolve(statusCode); request.destroy(); });
    request.on('error', () => undefined).flushHeaders(); // and not one byte of the body
  });
  expect(await answer).toBe(403);
});

test('uploading stops at a hundred an hour, with the time to wait', async () => {
  await site.upload('count.jpg');
  await site.deps.db('rateLimits').where('key', 'like', 'upload:%').update({ points: 100 });
  const answer = await site.client.upload([file(await noise().jpeg().toBuffer())]);
  const wait = Number(answer.headers['retry-after']);
  expect([answer.status, wait > 3_000, jsonOf(answer)['detail']]).toEqual([429, true, `100 files an hour are taken from one person. You can go on in ${Math.ceil(wait / 60)} minutes.`]);
  await site.deps.db('rateLimits').del();
  await site.upload('count.jpg');
  await site.deps.db('rateLimits').where('key', 'like', 'upload-kb:%').update({ points: 1_999_999 });
  const tomorrow = await site.client.upload([file(Buffer.alloc(9_000))]);
  expect([tomorrow.status, jsonOf(tomorrow)['detail']]).toEqual([429, '2 GB a day are taken from one person. You can go on in 24 hours.']);
});
