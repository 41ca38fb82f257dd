import request from 'supertest';
import { givenBytes } from '../../../src/cms/documents/given-file';
import { uploadDocument } from '../../../src/cms/documents/upload-document';
import { deleteDocument, trashDocument } from '../../../src/cms/documents/trash-document';
import { checkMedia, type Finding } from '../../../src/cms/media/check-media';
import { listPending } from '../../../src/cms/media/pending-queries';
import { storeImage } from '../../../src/cms/images/store-image';
import { SYSTEM } from '../../../src/platform/history/record';
import { startS3Server, type S3Server } from '../../support/s3-server';
import { openEmptySite, type TestSite } from '../../support/site';
import { listKeys } from './file-rows';
import { plain } from './library';

let server: S3Server;
let site: TestSite;

beforeAll(async () => {
  server = await startS3Server();
  const { endpoint, region, bucket, prefix, accessKeyId, secretAccessKey } = server.settings;
  site = await openEmptySite({
    env: { MEDIA_STORE: 's3', S3_ENDPOINT: endpoint!, S3_REGION: region, S3_BUCKET: bucket, S3_PREFIX: prefix, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey },
  });
});
afterAll(() => site.close());

const text = '0123456789'.repeat(100);
const uploadText = (filename: string) => uploadDocument(site.deps, SYSTEM, { ...givenBytes(filename, Buffer.from(`${filename} ${text}`)), collectionId: null, again: false });

test('documents in S3 are served whole, in parts, and not at all when nothing changed', async () => {
  const { id } = await uploadText('a.txt');
  const whole = await request(site.server).get(`/documents/${id}/a.txt`);
  expect({ status: whole.status, text: whole.text }).toEqual({ status: 200, text: `a.txt ${text}` });

  const part = await request(site.server).get(`/documents/${id}/a.txt`).set('Range', 'bytes=6-9');
  expect({ status: part.status, text: part.text, range: part.headers['content-range'] as string }).toEqual({ status: 206, text: '0123', range: 'bytes 6-9/1006' });
  expect((await request(site.server).get(`/documents/${id}/a.txt`).set('If-None-Match', whole.headers.etag!)).status).toBe(304);
});

test('pictures in S3 are drawn at the first request, and lie there from then on', async () => {
  const id = await storeImage(site.deps, { name: 'picture', title: 'A picture', alt: 'A picture', credit: null, focalX: 0.5, focalY: 0.5, bytes: await plain(1_600, 1_000) });
  const { hash } = (await site.deps.db('images').where('id', id).first<{ hash: string }>('hash'));
  const answer = await request(site.server).get(`/media/${id}/${hash}/card-400.webp`);
  expect([answer.status, answer.type]).toEqual([200, 'image/webp']);
  expect((await listKeys(site.deps.files)).filter((key) => key.endsWith(`${hash}-card-400.webp`))).toHaveLength(1);
});

test('what is deleted for good is gone from S3, and the store and the rows agree', async () => {
  const { id } = await uploadText('b.txt');
  await trashDocument(site.deps, SYSTEM, { id, viewer: undefined });
  const before = await listKeys(site.deps.files);
  await deleteDocument(site.deps, SYSTEM, { id });
  expect(await listKeys(site.deps.files)).toHaveLength(before.length - 1);

  const findings: Finding[] = [];
  await checkMedia(site.deps, { repair: false, hash: true }, (finding) => findings.push(finding));
  expect([findings, await listPending(site.deps.db)]).toEqual([[], []]);
});

test('when the store is away, pages go on, files and uploads are 503, and nothing of them is left', async () => {
  const { id } = await uploadText('c.txt');
  await server.close();
  expect((await request(site.server).get('/')).status).toBe(200);
  expect((await request(site.server).get(`/documents/${id}/c.txt`)).status).toBe(503);
  await expect(uploadText('d.txt')).rejects.toMatchObject({ status: 503 });
  expect(await site.deps.db('documents').where('filename', 'd.txt')).toEqual([]);
}, 40_000);
