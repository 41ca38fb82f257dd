import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { importRfcs, type ImportOptions } from '../../../src/imports/run-import';
import { whileImporting } from '../../../src/imports/import-lock';
import { upsertGroup } from '../../../src/site/standards/queries';
import { openEmptySite, type TestSite } from '../../support/site';
import { temporaryDirectory } from '../../../src/platform/postgres/directories';
import { indexOf, indexOfMany, rfcEntry } from './index-file';

let site: TestSite;
let folder: string;
beforeEach(async () => {
  site = await openEmptySite();
  folder = temporaryDirectory();
});
afterEach(async () => {
  fs.rmSync(folder, { recursive: true, force: true });
  await site.close();
});

const SAMPLE = path.join(__dirname, 'rfc-index.xml');

function run(from: string, options: Partial<ImportOptions> = {}) {
  return importRfcs({ ...site.deps, folder, userAgent: 'test' }, { from, dry: false, allowFewer: false, ...options });
}

function fileOf(text: string | Buffer): string {
  const file = path.join(folder, 'index.xml');
  fs.writeFileSync(file, text);
  return file;
}

const rfc = (number: number) => site.deps.db('rfcs').where({ number }).first();
const relationsOf = async (number: number) => (await site.deps.db('rfcRelations').where({ number }).orderBy(['relation', 'other']))
  .map(({ relation, other }: { relation: string; other: number }) => `${relation} ${other}`);

/** All that readers see of RFCs, and what their search finds. */
async function everything(): Promise<unknown> {
  const { db } = site.deps;
  return {
    rfcs: await db('rfcs').orderBy('number'), relations: await db('rfcRelations').orderBy(['number', 'relation', 'other']),
    series: await db('rfcSeries').orderBy(['kind', 'number']), notIssued: await db('rfcNumbersNotIssued').orderBy('number'),
    found: await db('searchDocuments').where('kind', 'rfc').orderBy('key').select('key', 'title', 'status'),
    versions: await db('sites').select('contentVersion'),
  };
}

test('the sample: every RFC, relation, sub-series and number', async () => {
  expect(await run(SAMPLE)).toEqual({ read: 10, notIssued: 1, series: 4, created: 10, changed: 0, unchanged: 0, gone: [], others: 5, skipped: [] });
  expect(await rfc(3550)).toMatchObject({
    title: 'RTP: A Transport Protocol for Real-Time Applications', publishedOn: '2003-07-01', publishedDay: null, status: 'Internet Standard', publishedStatus: 'Draft Standard',
    groupAcronym: 'avt', groupName: null, area: 'rai', series: ['STD 64'], pages: 104, doi: '10.17487/RFC3550', staleSince: null,
  });
  expect(await rfc(1149)).toMatchObject({ publishedOn: '1990-04-01', publishedDay: 1 });
  expect(await site.deps.db('rfcNumbersNotIssued').pluck('number')).toEqual([7907]);
  expect(await site.deps.db('rfcSeries').where({ kind: 'STD', number: 64 }).first()).toMatchObject({ title: 'RTP: A Transport Protocol for Real-Time Applications' });
  expect(await site.deps.db('searchDocuments').where({ kind: 'rfc' }).pluck('key')).toHaveLength(10);
});

test('a relation told by one side holds for both', async () => {
  await run(fileOf(indexOf(rfcEntry(10, '<obsoletes><doc-id>RFC5</doc-id><doc-id>RFC77</doc-id></obsoletes>'), rfcEntry(5), rfcEntry(6, '<updated-by><doc-id>RFC10</doc-id></updated-by>'))));
  expect(await relationsOf(10)).toEqual(['obsoletes 5', 'obsoletes 77', 'updates 6']);
  expect(await relationsOf(5)).toEqual(['obsoleted-by 10']);
  expect(await relationsOf(6)).toEqual(['updated-by 10']);
});

test('a sub-series told by its own entry or by the RFC is one', async () => {
  await run(fileOf(indexOf(rfcEntry(5, '<is-also><doc-id>STD0009</doc-id></is-also>'), '<bcp-entry><doc-id>BCP14</doc-id><is-also><doc-id>RFC0005</doc-id></is-also></bcp-entry>')));
  expect((await rfc(5)).series).toEqual(['BCP 14', 'STD 9']);
});

test('a second run changes nothing: no row, no version, no line of history', async () => {
  await run(SAMPLE);
  const before = await everything();
  const history = await site.deps.db('history').where('action', 'like', 'import%').count();
  expect(await run(SAMPLE)).toMatchObject({ created: 0, changed: 0, unchanged: 10, gone: [], others: 0 });
  expect(await everything()).toEqual(before);
  expect(await site.deps.db('history').where('action', 'like', 'import%').count()).toEqual(history);
});

test('what differs is written, told, and seen: new, changed by a word, changed by a relation, the same', async () => {
  await run(fileOf(indexOf(rfcEntry(1), rfcEntry(2), rfcEntry(3))));
  const version = site.deps.versions.key(site.siteId);
  const report = await run(fileOf(indexOf(rfcEntry(1), rfcEntry(2, '', 'Another title'), rfcEntry(3), rfcEntry(4, '<updates><doc-id>RFC0003</doc-id></updates>'))));
  expect(report).toMatchObject({ created: 1, changed: 2, unchanged: 1, gone: [] });
  expect(site.deps.versions.key(site.siteId)).not.toBe(version);
  expect(await site.deps.db('searchDocuments').where({ kind: 'rfc', key: '2' }).first('title')).toEqual({ title: 'Another title' });
  expect(await site.deps.db('history').where('action', 'import.done').orderBy('id', 'desc').first('objectId', 'detail')).toMatchObject({ objectId: 'rfcs', detail: { created: 1, changed: 2, unchanged: 1, gone: 0 } });
});

test('what is gone is marked, kept, and current again when it comes back', async () => {
  await run(fileOf(indexOfMany(10)));
  expect(await run(fileOf(indexOfMany(9)))).toMatchObject({ gone: [10], unchanged: 9 });
  expect((await rfc(10)).staleSince).toBeInstanceOf(Date);
  expect(await run(fileOf(indexOfMany(9)))).toMatchObject({ gone: [], changed: 0 });
  expect(await run(fileOf(indexOfMany(10)))).toMatchObject({ created: 0, changed: 1, gone: [] });
  expect((await rfc(10)).staleSince).toBeNull();
});

test('an RFC that cannot be read stays as it was, and is not gone', async () => {
  await run(fileOf(indexOfMany(10)));
  const report = await run(fileOf(indexOfMany(10).replace('<doc-id>RFC0010</doc-id><title>Title of 10</title>', '<doc-id>RFC0010</doc-id>')));
  expect(report).toMatchObject({ read: 9, skipped: ['RFC 10: no title'], gone: [] });
  expect(await rfc(10)).toMatchObject({ title: 'Title of 10', staleSince: null });
});

test('a group is kept by acronym, known here or not; a long name finds its acronym when we know it', async () => {
  await upsertGroup(site.deps.db, { acronym: 'sip', name: 'Session Initiation Protocol', type: 'Working group', state: 'Concluded', area: null, list: null, description: null });
  const groups = ['xyzzy', 'session initiation protocol', 'Forgotten Things'].map((name, index) => rfcEntry(index + 1, `<wg_acronym>${name}</wg_acronym>`));
  await run(fileOf(indexOf(...groups)));
  expect(await site.deps.db('rfcs').orderBy('number').select('groupAcronym', 'groupName')).toEqual([
    { groupAcronym: 'xyzzy', groupName: null }, { groupAcronym: 'sip', groupName: null }, { groupAcronym: null, groupName: 'Forgotten Things' },
  ]);
});

test('a number that was never issued and then is one is an RFC', async () => {
  await run(fileOf(indexOf(rfcEntry(1), '<rfc-not-issued-entry><doc-id>RFC0002</doc-id></rfc-not-issued-entry>')));
  await run(fileOf(indexOf(rfcEntry(1), rfcEntry(2))));
  expect(await site.deps.db('rfcNumbersNotIssued')).toEqual([]);
});

test('a dry run says what would change and changes nothing', async () => {
  await run(fileOf(indexOfMany(5)));
  const before = await everything();
  expect(await run(fileOf(indexOfMany(8)), { dry: true })).toMatchObject({ created: 3, unchanged: 5 });
  expect(await everything()).toEqual(before);
});

const laughs = '<!DOCTYPE rfc-index [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';

test.each<[string, (good: string) => string | Buffer, string]>([
  ['that lacks more than a fifth', () => indexOfMany(7), 'more than a fifth would be gone'],
  ['without any RFC', () => indexOf(), 'no RFC in it'],
  ['cut off', (good) => good.slice(0, -200), 'not well-formed'],
  ['cut off while packed', (good) => gzipSync(good).subarray(0, -20), 'cannot be unpacked'],
  ['with an RFC twice', (good) => good.replace('RFC0009', 'RFC0008'), 'RFC 8 stands in it twice'],
  ['with another root', (good) => good.replaceAll('rfc-index', 'rfc-list'), 'begins with <rfc-list>'],
  ['that is a page of HTML', () => '<!doctype html><title>502 Bad Gateway</title>', 'not well-formed'],
  ['with a bomb', (good) => good.replace('?>', `?>${laughs}`).replace('Title of 3', '&b;'), 'document type declaration'],
  ['that is noise', () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe]), 'UTF-8'],
])('a file %s is refused, and the old data stay whole', async (_name, spoil, reason) => {
  await run(fileOf(indexOfMany(10)));
  const before = await everything();
  await expect(run(fileOf(spoil(indexOfMany(10))))).rejects.toThrow(reason);
  expect(await everything()).toEqual(before);
  expect(await site.deps.db('history').where('action', 'import.failed').first('result', 'detail')).toMatchObject({ result: 'failed', detail: { message: expect.stringContaining(reason) } });
});

test('less than a fifth may go, and more when somebody says so', async () => {
  await run(fileOf(indexOfMany(10)));
  expect(await run(fileOf(indexOfMany(8)))).toMatchObject({ gone: [9, 10] });
  expect(await run(fileOf(indexOfMany(2)), { allowFewer: true })).toMatchObject({ gone: [3, 4, 5, 6, 7, 8] });
});

test('one run at a time, over all processes', async () => {
  await whileImporting(site.deps.databaseUrl, 1, async () => {
    await expect(run(SAMPLE)).rejects.toThrow('running already');
  });
  await expect(run(SAMPLE)).resolves.toMatchObject({ created: 10 });
});
