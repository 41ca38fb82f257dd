import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openPeopleSite, type PeopleSite } from '../../accounts/people-site';
import { eventually } from '../../support/eventually';
import { hostileUploads, neutralised, noise, type Hostile } from './hostile-files';
import { file, filesAtRest, filesBelow, multipart, MULTIPART, UploadClient, type Answer, type Part } from './upload-client';

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

test('of several files one that is too large is thrown away and named, and the others are taken', async () => {
  const before = await filesAtRest(media());
  const large = (name: string): Part => file(Buffer.alloc(20e6 + 1, 7), name);
  const parts = [{ name: '_csrf', content: client.token }, large('first.png'), file(await noise().jpeg().toBuffer(), 'good.jpg'), large('last.png')];
  const answer = await client.request('POST', '/admin/images', multipart(parts), { 'Content-Type': MULTIPART }); // as a browser without scripts
  expect([answer.status, answer.text.match(/<b>(first|last)\.png<\/b>[^]*?is larger than 20 MB/g)?.length]).toEqual([200, 2]);
  expect(answer.text).toMatch(/1 of 3 files are in the library[^]*>Good</);
  const after = await filesAtRest(media());
  expect(after.filter((name) => !before.includes(name))).toEqual([expect.stringMatching(/^images\/\w+\/original\.jpg /)]);
  expect(await site.deps.db('pendingFiles')).toEqual([]);
});

test('what is too large is never on the disk with more than is taken, also while it comes', async () => {
  const body = multipart([file(Buffer.alloc(60e6, 7), 'endless.png')]);
  const request = client.begin('POST', '/admin/images', { 'Content-Type': MULTIPART, 'X-CSRF-Token': client.token, 'Transfer-Encoding': 'chunked' }).on('error', () => undefined);
  const before = await filesAtRest(media());
  request.write(body.subarray(0, 59e6));
  await pause(600);
  const coming = filesBelow(media()).filter((name) => !before.includes(name)).map((name) => Number(name.split(' ').at(-1)));
  expect(coming).toEqual([expect.any(Number)]);
  expect(coming[0]).toBeLessThanOrEqual(20e6);
  request.destroy();
  await nothingIsLeft(before);
});

test('a form with more than all files together may have is 413 in the frame of the staff area, however long it says it is', async () => {
  const before = await filesAtRest(media());
  const plain = { 'Content-Type': MULTIPART, 'X-CSRF-Token': client.token };
  const said = await new Promise<Answer>((resolve) => {
    const request = client.begin('POST', '/admin/images', { ...plain, 'Content-Length': 401e6 }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (piece: string) => { text += piece; }).on('end', () => { request.destroy(); resolve({ status: answer.statusCode!, headers: answer.headers, text }); });
    });
    request.on('error', () => undefined).flushHeaders();
  });
  const unsaid = await client.request('POST', '/admin/images/1/versions', multipart([{ name: 'version', content: '1' }, file(Buffer.alloc(21e6, 7))]), { ...plain, 'Transfer-Encoding': 'chunked' });
  for (const [answer, words] of [[said, 'together larger than 400 MB'], [unsaid, 'larger than 20 MB']] as const) {
    expect([answer.status, answer.text.includes(words), answer.text.includes('aria-label="Staff area"')]).toEqual([413, true, true]);
  }
  await nothingIsLeft(before);
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
