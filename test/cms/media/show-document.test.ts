import fs from 'node:fs';
import path from 'node:path';
import express from 'express';
import request from 'supertest';
import { documentKind } from '../../../src/cms/media/document-reference';
import * as media from '../../../src/cms/media/queries';
import { mediaRoutes } from '../../../src/cms/media/routes';
import { storeDocument } from '../../../src/cms/media/store-document';
import { Unprocessable } from '../../../src/platform/http/errors';
import { openLibrary, type Library } from './library';

let library: Library;
let pdf: media.DocumentRow;

beforeAll(async () => {
  library = await openLibrary();
  pdf = await store('Agenda é.pdf', '%PDF-1.7 0123456789');
});
afterAll(() => library.close());

async function store(filename: string, content: string): Promise<media.DocumentRow> {
  const { deps } = library;
  const id = await storeDocument(deps, deps.db, { filename, title: 'A document', description: null, bytes: Buffer.from(content) });
  return (await media.findDocument(deps.db, id))!;
}

const url = ({ id, filename } = pdf) => `/documents/${id}/${encodeURIComponent(filename)}`;

test('a PDF is shown under its name, validated by its content', async () => {
  const answer = await request(library.app).get(url()).expect(200);
  expect(answer.headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="Agenda e.pdf"; filename*=UTF-8''Agenda%20%C3%A9.pdf`,
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'cache-control': 'public, max-age=300, must-revalidate',
    'cross-origin-resource-policy': 'cross-origin',
    'accept-ranges': 'bytes',
    etag: `"${pdf.sha256}"`,
  });
  expect(answer.headers['last-modified']).toBeUndefined();
});

test('text says that it is UTF-8; a table is downloaded', async () => {
  const text = await request(library.app).get(url(await store('notes.txt', 'Zürich'))).expect(200);
  expect(text.headers['content-type']).toBe('text/plain; charset=utf-8');
  const table = await request(library.app).get(url(await store('table.csv', 'a,b'))).expect(200);
  expect(table.headers['content-disposition']).toMatch(/^attachment; filename="table.csv"/);
});

test('who has it already is told so', async () => {
  const answer = await request(library.app).get(url()).set('If-None-Match', `"${pdf.sha256}"`).expect(304);
  expect(answer.headers).toMatchObject({ etag: `"${pdf.sha256}"`, 'cache-control': 'public, max-age=300, must-revalidate' });
  await request(library.app).get(url()).set('If-None-Match', '"other"').expect(200);
});

test('a part is sent on request', async () => {
  const answer = await request(library.app).get(url()).set('Range', 'bytes=9-12').expect(206);
  expect(answer.headers['content-range']).toBe('bytes 9-12/19');
  expect((answer.body as Buffer).toString()).toBe('0123');
});

test('the part of an older version is not mixed with this one', async () => {
  await request(library.app).get(url()).set('Range', 'bytes=9-12').set('If-Range', '"older"').expect(200);
  await request(library.app).get(url()).set('Range', 'bytes=9-12').set('If-Range', `"${pdf.sha256}"`).expect(206);
});

test('a part that it does not have is 416, as a page and not as a document', async () => {
  const answer = await request(library.app).get(url()).set('Range', 'bytes=900-').expect(416);
  expect(answer.headers['content-range']).toBe('bytes */19');
  expect(answer.headers.etag).not.toBe(`"${pdf.sha256}"`);
  for (const name of ['content-disposition', 'cache-control']) expect(answer.headers[name]).toBeUndefined();
});

test('HEAD says what GET says', async () => {
  const head = await request(library.app).head(url()).expect(200);
  expect(head.headers['content-length']).toBe('19');
  expect(head.headers.etag).toBe(`"${pdf.sha256}"`);
});

test('another name, or none, leads to the right one', async () => {
  for (const wrong of [`/documents/${pdf.id}/other.pdf`, `/documents/${pdf.id}`, `/documents/${pdf.id}/${encodeURIComponent('//evil.example')}`]) {
    const answer = await request(library.app).get(wrong).expect(301);
    expect(answer.headers).toMatchObject({ location: `/documents/${pdf.id}/Agenda%20%C3%A9.pdf`, 'cache-control': 'public, max-age=3600' });
  }
});

test.each(['0', '2147483648', 'abc', '1.5', '99999999'])('the id %s: 404', async (id) => {
  await request(library.app).get(`/documents/${id}/x.pdf`).expect(404);
});

test('other methods are told which ones there are', async () => {
  const answer = await request(library.app).post(url()).expect(405);
  expect(answer.headers.allow).toBe('GET, HEAD');
});

test('new content under the same name keeps the address and changes the validator', async () => {
  const before = await store('minutes.txt', 'one');
  const after = await store('minutes.txt', 'two');
  expect(url(after)).toBe(url(before));
  await request(library.app).get(url(after)).set('If-None-Match', `"${before.sha256}"`).expect(200, 'two');
});

test('a lost file is 404, without the headers of a document', async () => {
  const lost = await store('lost.txt', 'soon gone');
  fs.rmSync(path.join(library.folder, lost.storageKey));
  const answer = await request(library.app).get(url(lost)).expect(404);
  expect(answer.headers['content-disposition']).toBeUndefined();
});

test('a store without paths sends and validates too', async () => {
  const files = { ...library.deps.files, localPath: () => undefined };
  const app = express().use(mediaRoutes({ ...library.deps, files }));
  await request(app).get(url()).expect(200).expect('ETag', `"${pdf.sha256}"`);
  await request(app).get(url()).set('If-None-Match', `"${pdf.sha256}"`).expect(304);
});

test.each([['page.html', '<p>'], ['report.pdf', '<html>'], ['x.docx', 'text'], ['latin.txt', '\uFFFE\0']])('%s with %j is refused', async (filename, content) => {
  await expect(store(filename, content)).rejects.toBeInstanceOf(Unprocessable);
});

test('a reference knows address, type and size', async () => {
  const select = documentKind.select!;
  const { rows } = await library.deps.db.raw<{ rows: { key: string; data: unknown }[] }>(select.sql, select.bindings([String(pdf.id)], library.deps.now(), null) as string[]);
  expect(documentKind.target(rows[0]!.key, rows[0]!.data)).toMatchObject({ label: 'A document', url: url(), detail: 'PDF, 1 kB' });
});
