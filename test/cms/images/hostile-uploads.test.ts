import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openPeopleSite, type PeopleSite } from '../../accounts/people-site';
import { eventually } from '../../support/eventually';
import { hostileUploads, neutralised, noise, type Hostile } from './hostile-files';
import { file, filesAtRest, filesBelow, multipart, MULTIPART, UploadClient } from './upload-client';

/** Uploads as nobody's browser sends them, over HTTP. Whatever comes: a clear answer, and nothing left. Time and memory: hostile-uploads.long.ts. */
let site: PeopleSite;
let client: UploadClient;
let hostile: Hostile[];
const media = (): string => path.join(site.deps.config.dataDir, 'media');

beforeAll(async () => {
  site = await openPeopleSite();
  client = await UploadClient.signedIn(site.origin, 'admin@example.org');
  hostile = await hostileUploads({ zeros: 50e6 });
});
afterAll(() => site.close());
beforeEach(() => site.deps.db('rateLimits').del());

async function nothingIsLeft(before: readonly string[]): Promise<void> {
  await eventually(() => expect(filesBelow(media())).toEqual(before));
  expect(await site.deps.db('pendingFiles')).toEqual([]);
}

test('everything hostile is refused with a reason, and leaves nothing', async () => {
  const before = await filesAtRest(media());
  const wrong: string[] = [];
  for (const { what, body, type, status, says } of hostile) {
    const answer = await client.request('POST', '/admin/images', body, { 'Content-Type': type, 'X-CSRF-Token': client.token, Accept: 'application/json' });
    if (answer.status !== status || !says.test(answer.text)) wrong.push(`${what}: ${answer.status} ${answer.text.slice(0, 300)}`);
    await site.deps.db('rateLimits').del();
  }
  expect(wrong).toEqual([]);
  await nothingIsLeft(before);
  expect(await site.deps.db('images').count('id as count').first()).toEqual({ count: '0' });
}, 60_000);

test('what is hidden in pictures that are taken is in no stored file', async () => {
  for (const { what, file: content, hidden } of await neutralised({ zeros: 50e6 })) {
    const answer = await client.upload([file(content)]);
    expect([what, answer.status]).toEqual([what, 201]);
    const found = filesBelow(media()).filter((name) => !name.startsWith('.incoming')).filter((name) => fs.readFileSync(path.join(media(), name.split(' ')[0]!)).includes(hidden));
    expect([what, found]).toEqual([what, []]);
  }
}, 60_000);

test.each([
  ['a line break', 'a\r\nSet-Cookie: x=y.jpg', 'file'],
  ['a line break that the parser undoes', 'a%0d%0aSet-Cookie: x=y.jpg', 'a Set-Cookie x=y.jpg'],
  ['a path', '../../../etc/cron.d/x.jpg', 'x.jpg'],
  ['a path of Windows', 'C:\\Users\\x\\y.jpg', 'y.jpg'],
  ['a path in disguise', '..%2f..%2fx.jpg', '2f.. 2fx.jpg'],
  ['letters that turn the text round', 'in\u202egpj.exe.jpg', 'in gpj.exe.jpg'],
  ['four hundred letters', `${'ä'.repeat(400)}.jpg`, `${'ä'.repeat(116)}.jpg`],
  ['nothing but dots', '....', 'file'],
  ['a mark of HTML', '<img src=x onerror=alert(1)>.jpg', 'img src=x onerror=alert(1).jpg'],
])('a name with %s becomes a label', async (_what, filename, label) => {
  const content = await noise().jpeg().toBuffer();
  const answer = await client.upload([file(content, filename)]);
  if (filename.includes('\r\n')) return expect(answer.status).toBe(422); // a broken head: no file
  expect(answer.status).toBe(201);
  const { images: [image] } = JSON.parse(answer.text) as { images: { id: number }[] };
  expect((await site.deps.db('images').where('id', image!.id).first<{ filename: string }>('filename')).filename).toBe(label);
});

test('a request that breaks off in the middle leaves nothing', async () => {
  const before = await filesAtRest(media());
  const body = multipart([file(Buffer.alloc(5e6, 7))]);
  for (const share of [0.1, 0.5, 0.99]) {
    const request = client.begin('POST', '/admin/images', { 'Content-Type': MULTIPART, 'X-CSRF-Token': client.token, 'Content-Length': body.length }).on('error', () => undefined);
    request.write(body.subarray(0, body.length * share));
    await pause(150);
    expect(filesBelow(media()).length).toBe(before.length + 1); // on its way in
    request.destroy();
    await nothingIsLeft(before);
  }
});

test('a request that does not say how long it is counts as the longest that is taken', async () => {
  const body = multipart([file(await noise().jpeg().toBuffer())]);
  const answer = await client.request('POST', '/admin/images', body, { 'Content-Type': MULTIPART, 'X-CSRF-Token': client.token, Accept: 'application/json', 'Transfer-Encoding': 'chunked' });
  expect(answer.status).toBe(201);
  expect(await site.deps.db('rateLimits').where('key', 'like', 'upload-kb:%').pluck('points')).toEqual([400_000]);
});

test('a stranger, and whoever may not, is refused before a byte is read', async () => {
  const before = await filesAtRest(media());
  const strange = await new UploadClient(site.origin).request('POST', '/admin/images', multipart([file('x')]), { 'Content-Type': MULTIPART, Accept: 'application/json' });
  expect(strange.status).toBe(401);
  await nothingIsLeft(before);
});
