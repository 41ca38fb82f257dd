import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import type { AddressInfo } from 'node:net';
import request from 'supertest';
import { readMounts } from '../../../src/cms/addresses/mounts';
import { openEmptySite, addPage, type TestSite } from '../../support/site';

let folder: string;
let site: TestSite;

/** Folder and file names of a small tree with traps in it. */
function plant(): void {
  const write = (name: string, text: string): void => {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), text);
  };
  write('secret.txt', 'outside');
  write('tree/88/minutes/minutes-88-6man.html', '<p>Minutes of 6man – ünïcode</p>');
  write('tree/88/minutes/notes.txt', 'ünïcode');
  write('tree/88/index.html', '<h1>IETF 88</h1>');
  write('tree/89/b.xml', '<x/>');
  write('tree/89/a10.txt', 'ten');
  write('tree/89/a9.txt', 'nine');
  write('tree/89/README', 'read me');
  write('tree/.hidden', 'hidden');
  write('tree/.git/config', 'hidden');
  fs.symlinkSync(path.join(folder, 'secret.txt'), path.join(folder, 'tree', 'out.txt'));
  fs.symlinkSync(folder, path.join(folder, 'tree', 'up'));
  fs.symlinkSync(path.join(folder, 'tree', '.hidden'), path.join(folder, 'tree', 'shown.txt'));
  fs.symlinkSync(path.join(folder, 'tree', '89', 'a9.txt'), path.join(folder, 'tree', 'inside.txt'));
  fs.symlinkSync('loop', path.join(folder, 'tree', 'loop'));
}

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'plenary-mounts-'));
  plant();
  fs.writeFileSync(path.join(folder, 'mounts.json'), JSON.stringify([
    { path: '/proceedings/', folder: 'tree', listing: true, extensions: ['.html', '.txt'], attachment: ['.xml'], maxAge: 60 },
    { path: '/quiet/', folder: 'tree' },
    { path: '/slides/', redirect: 'https://slides.example/all/' },
  ]));
  site = await openEmptySite({ env: { DATA_DIR: folder } });
});
afterAll(async () => {
  await site.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

const get = (address: string) => request(site.server).get(address);

/** The target exactly as given: supertest would tidy it. */
function raw(target: string): Promise<number> {
  return new Promise((resolve, reject) => {
    http.get({ port: (site.server.address() as AddressInfo).port, host: '127.0.0.1', path: target }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode!));
    }).on('error', reject);
  });
}

test('a file is served as it is, in UTF-8, for as long as the operator said', async () => {
  const { text, headers } = await get('/proceedings/88/minutes/notes.txt').expect(200);
  expect(text).toBe('ünïcode');
  expect(headers).toMatchObject({ 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=60' });
  expect(headers['content-security-policy']).toContain('sandbox');
  expect((await get('/quiet/89/b.xml').expect(200)).headers['content-type']).toMatch(/xml; charset=utf-8$/);
  expect((await get('/proceedings/89/README').expect(200)).headers['content-type']).toBe('text/plain; charset=utf-8');
});

test.each(['/proceedings/88/minutes/minutes-88-6man', '/proceedings/88/minutes/minutes-88-6man/', '/proceedings/88/minutes/notes'])(
  '%s finds the file with its ending', async (address) => {
    expect((await get(address).expect(200)).text).toContain('ünïcode');
  });

test('endings are tried only where the operator says so', async () => {
  await get('/quiet/88/minutes/notes').expect(404);
});

test('files that the operator names are downloaded', async () => {
  expect((await get('/proceedings/89/b.xml').expect(200)).headers['content-disposition']).toMatch(/^attachment; filename="?b\.xml/);
});

test('a part of a file, and nothing when the reader has it', async () => {
  const whole = await get('/proceedings/89/a10.txt').expect(200);
  expect((await get('/proceedings/89/a10.txt').set('Range', 'bytes=0-1').expect(206)).text).toBe('te');
  await get('/proceedings/89/a10.txt').set('Range', 'bytes=99-').expect(416);
  await get('/proceedings/89/a10.txt').set('If-Modified-Since', whole.headers['last-modified']!).expect(304);
  expect((await request(site.server).head('/proceedings/89/a10.txt').expect(200)).headers['content-length']).toBe('3');
});

test('a folder shows its index, or what is in it, in the frame; without its final slash it moves there', async () => {
  expect((await get('/proceedings/88/').expect(200)).text).toBe('<h1>IETF 88</h1>');
  expect((await get('/proceedings/88').expect(301)).headers.location).toBe('/proceedings/88/');
  expect((await get('/proceedings/89').expect(301)).headers.location).toBe('/proceedings/89/');
  const { text } = await get('/proceedings/89/').expect(200);
  expect([...text.matchAll(/href="(\/proceedings\/89\/[^"]+)"/g)].map(([, href]) => href)).toEqual(
    ['a9.txt', 'a10.txt', 'b.xml', 'README'].map((name) => `/proceedings/89/${name}`));
  expect(text).toContain('<header');
});

test('a folder shows nothing where the operator has not allowed it', async () => {
  await get('/quiet/89/').expect(404);
  await get('/quiet').expect(404);
});

test('hidden files and links that lead out are not there, nor in a list', async () => {
  for (const name of ['.hidden', '.git/config', '.git/', 'out.txt', 'up/secret.txt', 'up/', 'shown.txt', 'loop', '89/a9.txt/x', 'nothing', `${'a'.repeat(300)}`]) {
    expect([name, (await get(`/proceedings/${name}`)).status]).toEqual([name, 404]);
  }
  expect((await get('/proceedings/inside.txt').expect(200)).text).toBe('nine');
  const { text } = await get('/proceedings/').expect(200);
  expect(text).not.toMatch(/\.hidden|\.git|out\.txt|shown|loop/);
});

test.each(['/proceedings/../secret.txt', '/proceedings/..%2fsecret.txt', '/proceedings/%2e%2e/secret.txt', '/proceedings/88/..%2f..%2f..%2fsecret.txt', '/proceedings/..%5csecret.txt', '/proceedings/%00'])(
  '%s is refused', async (target) => {
    expect(await raw(target)).toBe(400);
  });

test.each(['/proceedings/%2fetc%2fpasswd', '/proceedings//etc/passwd', '/proceedings/%252e%252e/secret.txt', '/proceedingsx'])('%s leads nowhere', async (target) => {
  expect(await raw(target)).toBe(404);
});

test('a tree elsewhere is one redirect away', async () => {
  expect((await get('/slides/a/b%20c.pdf').expect(301)).headers.location).toBe('https://slides.example/all/a/b%20c.pdf');
  expect((await get('/slides/').expect(301)).headers.location).toBe('https://slides.example/all/');
});

test('pages, the register and the rules come before a tree; rules that stand in for one come after it', async () => {
  await addPage(site, { path: '/quiet', title: 'A page', type: 'section' });
  expect((await get('/quiet/').expect(200)).text).toContain('A page');
  const rule = { siteId: site.siteId, kind: 'pattern', query: '{}', status: 301 };
  await site.deps.db('addressPatterns').insert([
    { ...rule, position: 1, pattern: '/proceedings/89/a9.txt', target: 'https://rule.example/' },
    { ...rule, position: 2, pattern: '/proceedings/{rest:path}', target: 'https://instead.example/', standsIn: true },
    { ...rule, position: 3, pattern: '/early/{x}', target: '/proceedings/89/{x}' },
  ]);
  site.deps.versions.startOver();
  expect((await get('/proceedings/89/a9.txt').expect(301)).headers.location).toBe('https://rule.example/');
  await get('/proceedings/89/a10.txt').expect(200);
  expect((await get('/proceedings/89/missing').expect(301)).headers.location).toBe('https://instead.example/');
  expect((await get('/early/a10.txt').expect(301)).headers.location).toBe('/proceedings/89/a10.txt');
});

test.each<[string, string, RegExp]>([
  ['no JSON', '{', /cannot be read/],
  ['no list', '{}', /does not say/],
  ['a mount at the root', '[{ "path": "/", "folder": "tree" }]', /must begin and end/],
  ['a mount of nothing', '[{ "path": "/a/" }]', /either folder or redirect/],
  ['a mount of both', '[{ "path": "/a/", "folder": "tree", "redirect": "https://a.example/" }]', /either folder or redirect/],
  ['a folder that is not there', '[{ "path": "/a/", "folder": "nothing" }]', /no such folder/],
  ['a setting that nobody knows', '[{ "path": "/a/", "folder": "tree", "writable": true }]', /writable/],
])('%s is refused at the start', (_name, text, problem) => {
  const file = path.join(folder, 'wrong.json');
  fs.writeFileSync(file, text);
  expect(() => readMounts(file)).toThrow(problem);
});

test('without the file nothing is mounted', () => {
  expect(readMounts(path.join(folder, 'absent.json'))).toEqual([]);
});
