import request from 'supertest';
import { trash } from '../../../src/cms/workflow/trash';
import { SYSTEM } from '../../../src/platform/history/record';
import { addPage } from '../../support/site';
import { countQueries } from '../../support/count-queries';
import { docx, pdf } from '../../support/documents';
import { addPerson, historyOf, openPeopleSite, send, signedIn, type Agent, type PeopleSite } from '../../accounts/people-site';
import { sendFiles } from './upload';

let site: PeopleSite;
let admin: Agent;

beforeAll(async () => {
  site = await openPeopleSite();
  admin = await signedIn(site, 'admin@example.org');
});
afterAll(() => site.close());

interface Answer { id: number; uri: string; label: string; detail: string; url: string; address: string; version: number; duplicateOf: string | null }

let count = 0;

/** A new document with text of its own. */
async function upload(name = `file-${count += 1}.txt`, content: Buffer | string = `Content of ${name}`, fields: Record<string, string> = {}): Promise<Answer> {
  const { status, body } = await sendFiles(admin, '/admin/documents', [{ name, content }], fields);
  expect(status).toBe(201);
  return body.documents[0];
}

/** What a page that links to it holds. */
function linking(uri: string): Record<string, unknown> {
  return { ...site.deps.registry.pageTypes.get('standard')!.example, relatedLinks: [{ ref: uri, text: null }] };
}

const rowOf = async (id: number) => site.deps.db('documents').where({ id }).first();
const filesOf = async (id: number) => site.deps.db('fileVersions').where({ documentId: id }).orderBy('number').select('number', 'filename', 'bytes', 'sha256', 'storageKey');

async function storedFiles(): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of site.deps.files.list()) if (key.startsWith('documents/')) keys.push(key);
  return keys.sort();
}

test('an upload gets a title of its name, an address and a first version, and is served at once', async () => {
  const answer = await upload('ietf-125_agenda.pdf', pdf(['Hello']));
  expect(answer).toMatchObject({ uri: `document:${answer.id}`, label: 'Ietf 125 agenda', detail: 'PDF, 1 kB', url: `/admin/documents/${answer.id}`, address: `/documents/${answer.id}/ietf-125_agenda.pdf`, duplicateOf: null });
  await request(site.server).get(answer.address).expect(200).expect('Content-Type', 'application/pdf');
  expect(await filesOf(answer.id)).toMatchObject([{ number: 1, filename: 'ietf-125_agenda.pdf' }]);
  expect((await historyOf(site, 'document.uploaded')).at(-1)).toMatchObject({ objectId: String(answer.id), detail: { filename: 'ietf-125_agenda.pdf' } });
});

test('of several files those that cannot be taken are refused with a reason, the others are taken', async () => {
  const { status, body } = await sendFiles(admin, '/admin/documents', [{ name: 'good.txt', content: 'good' }, { name: 'bad.pdf', content: '<html>' }, { name: 'run.exe', content: 'MZ' }]);
  expect(status).toBe(201);
  expect(body.documents).toHaveLength(1);
  expect(body.refused).toMatchObject([{ filename: 'bad.pdf', message: expect.stringMatching(/no PDF file/), again: false }, { filename: 'run.exe', message: expect.stringMatching(/\.exe\) are not taken/) }]);
  expect((await sendFiles(admin, '/admin/documents', [{ name: 'empty.txt', content: '' }])).status).toBe(422);
});

test('the same content is recognised; in the trash it is said, and taken only on purpose', async () => {
  const first = await upload('original.txt', 'One and the same');
  expect(await upload('copy.txt', 'One and the same')).toMatchObject({ id: first.id, duplicateOf: first.uri });
  await send(admin, 'POST', `/admin/documents/${first.id}/trash`);
  const refused = await sendFiles(admin, '/admin/documents', [{ name: 'copy.txt', content: 'One and the same' }]);
  expect(refused.body.refused).toMatchObject([{ again: true, message: expect.stringContaining('in the trash as “Original”') }]);
  const second = await upload('copy.txt', 'One and the same', { again: '1' });
  expect(second.id).not.toBe(first.id);
});

test('replacing keeps the address for the same extension, and leads to the new one for another; former files can be had by staff and put back', async () => {
  const { id, address } = await upload('minutes.txt', 'First');
  const replaced = await sendFiles(admin, `/admin/documents/${id}/versions`, [{ name: 'other-name.txt', content: 'Second' }], { version: '1' });
  expect(replaced.body.document).toMatchObject({ address, version: 2 });
  expect((await request(site.server).get(address).expect(200)).text).toBe('Second');

  await sendFiles(admin, `/admin/documents/${id}/versions`, [{ name: 'minutes-final.docx', content: docx(['Third']) }], { version: '2' });
  await request(site.server).get(address).expect(301).expect('Location', `/documents/${id}/minutes-final.docx`);
  expect(await filesOf(id)).toMatchObject([{ number: 1, filename: 'minutes.txt', bytes: 5 }, { number: 2, filename: 'minutes.txt' }, { number: 3, filename: 'minutes-final.docx' }]);

  const former = await admin.get(`/admin/documents/${id}/versions/1`).expect(200);
  expect(former.headers).toMatchObject({ 'content-disposition': expect.stringMatching(/^attachment; filename="minutes.txt"/), 'cache-control': 'private, no-store' });
  expect(former.text).toBe('First');
  await admin.get(`/admin/documents/${id}/versions/9`).expect(404);

  expect((await send(admin, 'POST', `/admin/documents/${id}/versions/1/restoration`, { version: '3' })).status).toBe(303);
  expect((await request(site.server).get(`/documents/${id}/minutes.txt`).expect(200)).text).toBe('First');
  expect((await filesOf(id)).map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  expect((await send(admin, 'POST', `/admin/documents/${id}/versions/1/restoration`, { version: '4' })).status).toBe(409);
});

test('of two who replace at once the second is told, and nothing of theirs is left', async () => {
  const { id } = await upload('race.txt', 'Before');
  const before = await storedFiles();
  const answers = await Promise.all(['One', 'Two'].map((content) => sendFiles(admin, `/admin/documents/${id}/versions`, [{ name: 'race.txt', content }], { version: '1' })));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(await filesOf(id)).toHaveLength(2);
  expect((await storedFiles()).length).toBe(before.length + 1);
  expect(await site.deps.db('pendingFiles').pluck('storage_key')).toEqual([]);
});

test('title, description, tags and collection are changed; an older form is refused with both values', async () => {
  const { id } = await upload();
  const form = { version: '1', title: 'Budget', description: 'Of 2026', tags: 'Money, 2026 , money', collection: '' };
  expect((await send(admin, 'PATCH', `/admin/documents/${id}`, form)).status).toBe(303);
  expect(await rowOf(id)).toMatchObject({ title: 'Budget', description: 'Of 2026', tags: ['money', '2026'], version: 2 });
  expect((await historyOf(site, 'document.changed')).at(-1)?.detail).toMatchObject({ after: { title: 'Budget', tags: ['money', '2026'] } });

  const late = await send(admin, 'PATCH', `/admin/documents/${id}`, { ...form, title: 'Household' });
  expect(late.status).toBe(409);
  expect(late.text).toContain('value="Household"');
  expect(late.text).toMatch(/Now:<\/span> Budget/);
  const wrong = await send(admin, 'PATCH', `/admin/documents/${id}`, { ...form, version: '2', title: '', collection: '999' });
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('A title is needed.');
  expect((await send(admin, 'PATCH', `/admin/documents/${id}`, { ...form, version: '2', collection: '999' })).text).toContain('There is no such collection.');
});

test('a change of one field leaves the others: a private document stays private', async () => {
  const [{ id: collectionId }] = await site.deps.db('collections').insert({ name: 'Board', createdAt: new Date() }).returning('id') as [{ id: number }];
  const { id } = await upload();
  await send(admin, 'PATCH', `/admin/documents/${id}`, { version: '1', title: 'Minutes', description: 'Of May', tags: 'board', collection: String(collectionId) });
  expect((await send(admin, 'PATCH', `/admin/documents/${id}`, { version: '2', title: 'Minutes of May' })).status).toBe(303);
  expect(await rowOf(id)).toMatchObject({ title: 'Minutes of May', description: 'Of May', tags: ['board'], collectionId });
});

test('what a page leads to cannot be thrown away; from the trash it comes back, or goes for good with all its files', async () => {
  const { id, uri } = await upload('keep.txt', 'Keep me');
  const pageId = await addPage(site, { path: '/keeps', content: linking(uri) });
  const refused = await send(admin, 'POST', `/admin/documents/${id}/trash`);
  expect(refused.status).toBe(409);
  expect(refused.text).toMatch(/Cannot be trashed while it is used: “[^”]+”\./);
  await trash(site.deps, SYSTEM, { pageId, reason: 'No longer needed.' });

  await sendFiles(admin, `/admin/documents/${id}/versions`, [{ name: 'keep.txt', content: 'Keep me better' }], { version: '1' });
  const keys = (await filesOf(id)).map(({ storageKey }) => storageKey as string);
  expect((await send(admin, 'DELETE', `/admin/documents/${id}`)).status).toBe(409);
  expect((await send(admin, 'POST', `/admin/documents/${id}/trash`)).headers.location).toBe(`/admin/documents?done=trashed&about=${id}`);
  expect((await send(admin, 'DELETE', `/admin/documents/${id}/trash`)).status).toBe(303);
  await request(site.server).get(`/documents/${id}/keep.txt`).expect(200);

  await send(admin, 'POST', `/admin/documents/${id}/trash`);
  await addPage(site, { path: '/leads-there-again', content: linking(uri) });
  expect((await send(admin, 'DELETE', `/admin/documents/${id}`)).status).toBe(409);
  await site.deps.db('pageReferences').where({ kind: 'document', key: String(id) }).del();
  expect((await send(admin, 'DELETE', `/admin/documents/${id}`)).status).toBe(303);
  expect(await rowOf(id)).toBeUndefined();
  const left = await storedFiles();
  for (const key of keys) expect(left).not.toContain(key);
});

test('several at once, with a report about those that cannot', async () => {
  const [one, two, used] = [await upload(), await upload(), await upload()];
  await addPage(site, { path: '/uses', content: linking(used.uri) });
  const ids = [one, two, used].map(({ id }) => String(id));
  expect((await send(admin, 'POST', '/admin/documents/bulk', { ids, do: 'tag', tag: 'minutes' })).headers.location).toBe('/admin/documents?done=tagged&n=3');
  const report = await send(admin, 'POST', '/admin/documents/bulk', { ids, do: 'trash' });
  expect(report.text).toContain('2 of 3 documents are in the trash');
  expect(report.text).toContain('Cannot be trashed while it is used');
  expect((await Promise.all(ids.map((id) => rowOf(Number(id))))).map(({ tags, trashedAt }) => [tags, trashedAt !== null])).toEqual([[['minutes'], true], [['minutes'], true], [['minutes'], false]]);
});

test('51 MB are refused, and nothing of them is left', async () => {
  const before = await storedFiles();
  const { status, body } = await sendFiles(admin, '/admin/documents', [{ name: 'huge.pdf', content: Buffer.alloc(51e6, '%PDF-1.7 ') }]);
  expect(status).toBe(413);
  expect(JSON.stringify(body)).toContain('50 MB');
  expect(await storedFiles()).toEqual(before);
});

test('viewers look, and change nothing', async () => {
  const { id } = await upload();
  await addPerson(site, 'viewer@example.org', 'viewers');
  const viewer = await signedIn(site, 'viewer@example.org');
  expect((await viewer.get(`/admin/documents/${id}`).expect(200)).text).not.toMatch(/Move to the trash|Replace file|data-choose-files/);
  expect((await sendFiles(viewer, '/admin/documents', [{ name: 'a.txt', content: 'a' }])).status).toBe(403);
  for (const [method, url] of [['PATCH', ''], ['DELETE', ''], ['POST', '/trash'], ['DELETE', '/trash']] as const) expect((await send(viewer, method, `/admin/documents/${id}${url}`)).status).toBe(403);
});

describe('the list', () => {
  test.each([
    ['q=agenda', 'Ietf 125 agenda'], ['kind=pdf', 'Ietf 125 agenda'], ['text=waiting&q=agenda', 'Ietf 125 agenda'], ['use=unused&q=agenda', 'Ietf 125 agenda'],
    ['tag=minutes', 'minutes'], ['trash=1', 'documents in the trash'], ['sort=largest', 'documents,'], ['sort=title&page=2', 'There are no more documents'], ['q=%25', 'No document matches'],
  ])('%s', async (query, words) => {
    expect((await admin.get(`/admin/documents?${query}`).expect(200)).text).toContain(words);
  });

  test('asks the database eight times at most, however many there are', async () => {
    expect(await countQueries(site.deps.db, async () => { await admin.get('/admin/documents').expect(200); })).toBeLessThanOrEqual(8);
  });
});
