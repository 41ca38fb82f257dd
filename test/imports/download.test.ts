import fs from 'node:fs';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { download } from '../../src/imports/download';
import { keepDownload } from '../../src/imports/kept-file';
import { isPublicAddress } from '../../src/imports/public-address';
import { readSourceFile } from '../../src/imports/source-file';
import { temporaryDirectory } from '../../src/platform/postgres/directories';
import { collected } from './chunks';

const XML = '<rfc-index/>';
const LAST_MODIFIED = 'Sat, 21 Nov 2026 10:00:00 GMT';
const asked: IncomingMessage[] = [];

const ANSWERS: Readonly<Record<string, (res: ServerResponse, req: IncomingMessage) => void>> = {
  '/index.xml': (res, { headers }) => {
    if (headers['if-none-match'] === '"one"') return res.writeHead(304).end();
    return res.writeHead(200, { 'Content-Type': 'text/xml; charset=utf-8', ETag: '"one"', 'Last-Modified': LAST_MODIFIED }).end(XML);
  },
  '/packed': (res) => res.writeHead(200, { 'Content-Type': 'application/xml', 'Content-Encoding': 'gzip' }).end(gzipSync(XML)),
  '/moved': (res) => res.writeHead(301, { Location: '/index.xml' }).end(),
  '/away': (res) => res.writeHead(302, { Location: 'http://127.0.0.1:9/index.xml' }).end(),
  '/round': (res) => res.writeHead(302, { Location: '/round' }).end(),
  '/page': (res) => res.writeHead(200, { 'Content-Type': 'text/html' }).end('<html></html>'),
  '/missing': (res) => res.writeHead(404).end(),
  '/large': (res) => res.writeHead(200, { 'Content-Type': 'text/xml' }).end('x'.repeat(20_000)),
  '/cut': (res) => { res.writeHead(200, { 'Content-Type': 'text/xml', 'Content-Length': 1_000 }); res.write('<rfc-'); setTimeout(() => res.destroy(), 20); },
  '/silent': (res) => { res.writeHead(200, { 'Content-Type': 'text/xml' }); res.write('<rfc-'); },
};

const server = http.createServer((req, res) => {
  asked.push(req);
  ANSWERS[req.url ?? '']?.(res, req);
});
let base: string;
let folder: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => { server.closeAllConnections(); server.close(); });
beforeEach(() => { folder = temporaryDirectory(); asked.length = 0; });
afterEach(() => { fs.rmSync(folder, { recursive: true, force: true }); });

const get = (url: string, more: { idle?: number; most?: number } = {}) => download({
  url: url.startsWith('/') ? base + url : url, file: path.join(folder, 'index'), userAgent: 'Plenary (+https://www.example.org; contact@example.org)', validators: null, types: ['text/xml', 'application/xml'], ...more,
});
const text = async () => Buffer.concat(await collected(readSourceFile(path.join(folder, 'index')))).toString();

test('the whole file is there, with what the server calls its version; it heard who asks', async () => {
  expect(await get('/index.xml')).toEqual({ etag: '"one"', lastModified: LAST_MODIFIED });
  expect(await text()).toBe(XML);
  expect(asked[0]!.headers['user-agent']).toBe('Plenary (+https://www.example.org; contact@example.org)');
});

test('packed on the way it is kept packed, and read plain', async () => {
  await get('/packed');
  expect(await text()).toBe(XML);
});

test('on the same host it may have moved', async () => {
  await get('/moved');
  expect(await text()).toBe(XML);
});

test.each([
  ['/away', 'leads to another host'],
  ['/round', 'leads on and on'],
  ['/page', 'sent text/html'],
  ['/missing', 'answered 404'],
  ['/large', 'larger than 0 MB'],
  ['/cut', 'broke off'],
  ['/silent', 'the server is silent'],
  ['http://www.rfc-editor.org/rfc-index.xml', 'begins with https://'],
  ['ftp://ftp.rfc-editor.org/rfc-index.xml', 'begins with https://'],
  ['file:///etc/passwd', 'begins with https://'],
  ['https://name:secret@www.rfc-editor.org/rfc-index.xml', 'with a password'],
  ['https://10.0.0.1/rfc-index.xml', 'not a public address'],
  ['https://[::ffff:10.0.0.1]/rfc-index.xml', 'not a public address'],
  ['https://127.0.0.1:1/rfc-index.xml', 'not a public address'],
])('%s is refused, and leaves nothing', async (url, reason) => {
  await expect(get(url, { idle: 200, most: 10_000 })).rejects.toThrow(reason);
  expect(fs.readdirSync(folder)).toEqual([]);
});

test('a second time only news is sent; what turned out bad is asked for anew', async () => {
  const keep = () => keepDownload(folder, 'index', { url: `${base}/index.xml`, userAgent: 'test', types: ['text/xml'] });
  expect((await keep()).unchanged).toBe(false);
  const second = await keep();
  expect(second.unchanged).toBe(true);
  expect(await text()).toBe(XML);
  expect(asked[1]!.headers).toMatchObject({ 'if-none-match': '"one"', 'if-modified-since': LAST_MODIFIED });
  await second.forget();
  expect((await keep()).unchanged).toBe(false);
  fs.writeFileSync(path.join(folder, 'index.json'), '{ not json');
  expect((await keep()).unchanged).toBe(false);
});

test.each(['8.8.8.8', '2001:4860:4860::8888', '4.31.198.44'])('%s is public', (address) => expect(isPublicAddress(address)).toBe(true));
test.each(['127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '224.0.0.1', '255.255.255.255', '::1', '::', '::ffff:10.0.0.1', 'fe80::1', 'fd00::1', '64:ff9b::a00:1', '2002:a00:1::', 'ff02::1', 'localhost', ''])('%j is not', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});
