import fs from 'node:fs';
import path from 'node:path';
import request from 'supertest';
import { documentKind } from '../../../src/cms/documents/document-reference';
import * as documents from '../../../src/cms/documents/queries';
import { storeDocument } from '../../../src/cms/documents/store-document';
import { deleteDocument, trashDocument } from '../../../src/cms/documents/trash-document';
import { Unprocessable } from '../../../src/platform/http/errors';
import { SYSTEM } from '../../../src/platform/history/record';
import { pdf as pdfOf } from '../../support/documents';
import { openPeopleSite, type PeopleSite } from '../../accounts/people-site';

let site: PeopleSite;
let pdf: documents.DocumentRow;

beforeAll(async () => {
  site = await openPeopleSite();
  pdf = await store('Agenda é.pdf', '%PDF-1.7 0123456789');
});
afterAll(() => site.close());

async function store(filename: string, content: string | Buffer): Promise<documents.DocumentRow> {
  const id = await storeDocument(site.deps, { filename, title: 'A document', description: null, bytes: Buffer.from(content) });
  return (await documents.findDocument(site.deps.db, id))!;
}

const url = ({ id, filename } = pdf) => `/documents/${id}/${encodeURIComponent(filename)}`;
const get = (address: string) => request(site.server).get(address);

test('a PDF is shown under its name, validated by its content', async () => {
  const answer = await get(url()).expect(200);
  expect(answer.headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="Agenda e.pdf"; filename*=UTF-8''Agenda%20%C3%A9.pdf`,
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'cache-control': 'public, max-age=300, must-revalidate',
    'cross-origin-resource-policy': 'cross-origin',
    'x-content-type-options': 'nosniff',
    'accept-ranges': 'bytes',
    'content-length': '19',
    etag: `"${pdf.sha256}"`,
  });
  expect(answer.headers['last-modified']).toBeUndefined();
  expect(answer.headers['set-cookie']).toBeUndefined();
});

test('a PDF with a script in it is served in a sandbox', async () => {
  const hostile = await store('hostile.pdf', pdfOf(['Hello'], '/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>'));
  expect((await get(url(hostile)).expect(200)).headers).toMatchObject({ 'content-type': 'application/pdf', 'content-security-policy': expect.stringMatching(/default-src 'none';.*sandbox/) });
});

test('text says that it is UTF-8; a table is downloaded', async () => {
  const text = await get(url(await store('notes.txt', 'Zürich'))).expect(200);
  expect(text.headers['content-type']).toBe('text/plain; charset=utf-8');
  const table = await get(url(await store('table.csv', 'a,b'))).expect(200);
  expect(table.headers['content-disposition']).toMatch(/^attachment; filename="table.csv"/);
});

test('who has it already is told so; who wants another is told that it has changed', async () => {
  const answer = await get(url()).set('If-None-Match', `"${pdf.sha256}"`).expect(304);
  expect(answer.headers).toMatchObject({ etag: `"${pdf.sha256}"`, 'cache-control': 'public, max-age=300, must-revalidate' });
  await get(url()).set('If-None-Match', '"other"').expect(200);
  await get(url()).set('If-Match', '"other"').expect(412);
  await get(url()).set('If-Match', `"${pdf.sha256}"`).expect(200);
});

test('a part is sent on request, of this version only', async () => {
  const answer = await get(url()).set('Range', 'bytes=9-12').set('If-Range', `"${pdf.sha256}"`).expect(206);
  expect(answer.headers).toMatchObject({ 'content-range': 'bytes 9-12/19', 'content-length': '4' });
  expect((answer.body as Buffer).toString()).toBe('0123');
  await get(url()).set('Range', 'bytes=9-12').set('If-Range', '"older"').expect(200);
});

test('a part that it does not have is 416, as a page and not as a document', async () => {
  const answer = await get(url()).set('Range', 'bytes=900-').expect(416);
  expect(answer.headers['content-range']).toBe('bytes */19');
  expect(answer.headers.etag).not.toBe(`"${pdf.sha256}"`);
  expect(answer.headers['content-disposition']).toBeUndefined();
});

test('HEAD says what GET says', async () => {
  const [head, whole] = [await request(site.server).head(url()).expect(200), await get(url())];
  const varying = ['date', 'connection', 'keep-alive', 'x-request-id'];
  const [one, other] = [head, whole].map(({ headers }) => Object.fromEntries(Object.entries(headers as Record<string, string>).filter(([name]) => !varying.includes(name))));
  expect(one).toEqual(other);
  expect(head.text ?? '').toBe('');
});

test('another name, or none, leads to the right one', async () => {
  for (const wrong of [`/documents/${pdf.id}/other.pdf`, `/documents/${pdf.id}`, `/documents/${pdf.id}/${encodeURIComponent('//evil.example')}`]) {
    const answer = await get(wrong).expect(301);
    expect(answer.headers).toMatchObject({ location: `/documents/${pdf.id}/Agenda%20%C3%A9.pdf`, 'cache-control': 'no-cache' });
  }
});

test.each(['0', '2147483648', 'abc', '1.5', '99999999'])('the id %s: 404', async (id) => {
  await get(`/documents/${id}/x.pdf`).expect(404);
});

test('other methods are told which ones there are', async () => {
  const answer = await request(site.server).post(url()).set('Sec-Fetch-Site', 'same-origin').expect(405);
  expect(answer.headers.allow).toBe('GET, HEAD');
});

test('new content under the same name keeps the address and changes the validator', async () => {
  const before = await store('minutes.txt', 'one');
  const after = await store('minutes.txt', 'two');
  expect(url(after)).toBe(url(before));
  await get(url(after)).set('If-None-Match', `"${before.sha256}"`).expect(200, 'two');
});

test('in the trash it is gone, and so it stays when it is deleted for good', async () => {
  const { deps } = site;
  const leaflet = await store('leaflet.txt', 'A leaflet');
  await trashDocument(deps, SYSTEM, { id: leaflet.id, viewer: undefined });
  for (const address of [url(leaflet), `/documents/${leaflet.id}/other.txt`]) expect((await get(address).expect(410)).text).toContain('taken off the site');
  await deleteDocument(deps, SYSTEM, { id: leaflet.id });
  await get(url(leaflet)).expect(410);
  expect(await deps.files.size(leaflet.storageKey)).toBeUndefined();
});

test('a lost file is 404, without the headers of a document', async () => {
  const lost = await store('lost.txt', 'soon gone');
  fs.rmSync(path.join(site.deps.config.dataDir, 'media', lost.storageKey));
  const answer = await get(url(lost)).expect(404);
  expect(answer.headers['content-disposition']).toBeUndefined();
});

test.each([['page.html', '<p>'], ['report.pdf', '<html>'], ['x.docx', 'text'], ['latin.txt', '\uFFFE\0']])('%s with %j is refused', async (filename, content) => {
  await expect(store(filename, content)).rejects.toBeInstanceOf(Unprocessable);
});

test('a reference knows address, type and size', async () => {
  const select = documentKind.select!;
  const { rows } = await site.deps.db.raw<{ rows: { key: string; data: unknown }[] }>(select.sql, select.bindings([String(pdf.id)], site.deps.now(), null) as string[]);
  expect(documentKind.target(rows[0]!.key, rows[0]!.data)).toMatchObject({ label: 'A document', url: url(), detail: 'PDF, 1 kB' });
});
