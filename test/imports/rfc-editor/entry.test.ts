import fs from 'node:fs';
import path from 'node:path';
import { parseDocId, type Entry } from '../../../src/imports/rfc-editor/entry';
import { readIndex } from '../../../src/imports/rfc-editor/import-index';
import { chunksOf, collected } from '../chunks';
import { indexOf, rfcEntry } from './index-file';

const read = (text: string): Promise<Entry[]> => collected(readIndex(chunksOf(text, 100)));
const rfcs = (entries: readonly Entry[]) => entries.flatMap((entry) => (entry.kind === 'rfc' ? [entry.rfc] : []));
const sample = fs.readFileSync(path.join(__dirname, 'rfc-index.xml'), 'utf8');
let entries: Entry[];
beforeAll(async () => { entries = await read(sample); });
const rfc = (number: number) => rfcs(entries).find((found) => found.number === number)!;

test.each([['RFC0018', 'RFC', 18], ['RFC18', 'RFC', 18], ['STD64', 'STD', 64], ['BCP0009', 'BCP', 9], ['RFC10000', 'RFC', 10_000]])('%s is %s %i', (text, series, number) => {
  expect(parseDocId(text)).toEqual({ series, number });
});

test.each(['RFC', 'RFC0000', 'rfc18', 'RFC18a', 'RFC 18', 'XYZ1', 'RFC12345678', ''])('%j is no identifier', (text) => {
  expect(parseDocId(text)).toBeUndefined();
});

test('every entry of the sample is read, whatever its order', () => {
  expect(entries.filter(({ kind }) => kind === 'skipped')).toEqual([]);
  expect(rfcs(entries).map(({ number }) => number)).toEqual([18, 1149, 1256, 1889, 2351, 3550, 6019, 8174, 8569, 9110]);
  expect(entries.filter(({ kind }) => kind === 'not-issued')).toEqual([{ kind: 'not-issued', number: 7907 }]);
  expect(entries.flatMap((entry) => (entry.kind === 'series' ? [entry.series] : []))).toContainEqual({ kind: 'STD', number: 64, title: 'RTP: A Transport Protocol for Real-Time Applications', members: [3550] });
});

test('an RFC with everything', () => {
  expect(rfc(3550)).toEqual({
    number: 3550, title: 'RTP: A Transport Protocol for Real-Time Applications', date: '2003-07', day: null, status: 'Internet Standard', publishedStatus: 'Draft Standard',
    authors: ['H. Schulzrinne', 'S. Casner', 'R. Frederick', 'V. Jacobson'], stream: 'IETF', area: 'rai', group: 'avt', formats: ['HTML', 'TXT', 'PDF', 'PS'], pages: 104,
    keywords: ['RTP', 'RTCP'], abstract: 'A transport protocol for audio, video and other real-time data. (Shortened sample text.)', draft: 'draft-ietf-avt-rtp-new',
    doi: '10.17487/RFC3550', errataUrl: 'https://www.rfc-editor.org/errata/rfc3550', obsoletes: [1889], obsoletedBy: [], updates: [], updatedBy: [5506, 5761], series: ['STD 64'],
  });
});

test('the traps of the sample', () => {
  expect(rfc(18)).toMatchObject({ stream: 'Legacy', status: 'Unknown', abstract: null, formats: ['HTML', 'TXT'], group: null, area: null });
  expect(rfc(1149)).toMatchObject({ date: '1990-04', day: 1, stream: 'Independent' });
  expect(rfc(1256).authors).toEqual(['S. Deering, Ed.']); // the title of an author, which is none of the document
  expect(rfc(1256).title).toBe('ICMP Router Discovery Messages');
  expect(rfc(1889)).toMatchObject({ authors: expect.arrayContaining(['Audio-Video Transport Working Group']), formats: ['HTML', 'TXT'] });
  expect(rfc(2351).keywords).toEqual(['IP', 'encapsulation']);
  expect(rfc(2351).abstract).toBe('Carrying airline message traffic over IP. (Shortened sample text.)\n\nSecond paragraph with an entity: A & B <C>.');
  expect(rfc(6019).draft).toBeNull(); // rfc4049bis
  expect(rfc(8174).series).toEqual(['BCP 14']);
  expect(rfc(8569).formats).toEqual(['HTML', 'TXT']);
});

test('what is missing is not known, and no reason to stop', async () => {
  const [bare] = rfcs(await read(indexOf('<rfc-entry><doc-id>RFC1</doc-id><title>Bare</title><date><month>May</month><year>1970</year></date><current-status>HISTORIC</current-status></rfc-entry>')));
  expect(bare).toMatchObject({ number: 1, stream: 'Unknown', publishedStatus: null, authors: [], formats: [], pages: null, doi: null, errataUrl: null, series: [] });
});

test.each([
  ['no title', rfcEntry(5).replace(/<title>.*?<\/title>/, ''), 'RFC 5: no title'],
  ['a month that is none', rfcEntry(5).replace('June', 'Juno'), 'RFC 5: no date'],
  ['no status', rfcEntry(5).replace(/<current-status>.*?<\/current-status>/, ''), 'RFC 5: no status'],
  ['an identifier of another kind', rfcEntry(5).replace('RFC0005', 'BCP0005'), 'an entry of rfc-entry (BCP0005): no number'],
])('an RFC with %s is left out, with the reason', async (_name, entry, reason) => {
  const [skipped] = await read(indexOf(entry));
  expect(skipped).toMatchObject({ kind: 'skipped', reason: expect.stringContaining(reason) });
});

test('addresses are the RFC Editor’s or none, so that nobody’s script becomes a link', async () => {
  const hostile = '<errata-url>javascript:alert(1)</errata-url><doi>https://evil.example/</doi>';
  expect(rfcs(await read(indexOf(rfcEntry(5, hostile))))[0]).toMatchObject({ errataUrl: null, doi: null });
});

test('a day that the month has not is not known', async () => {
  const [entry] = rfcs(await read(indexOf(rfcEntry(5).replace('<year>', '<day>31</day><year>'))));
  expect(entry).toMatchObject({ date: '2022-06', day: null });
});

test('no group is the group of those without one; a long name is kept as it is', async () => {
  const groups = await Promise.all(['NON WORKING GROUP', 'IETF - NON WORKING GROUP', 'quic', 'Session Initiation Protocol'].map(async (name) => (
    rfcs(await read(indexOf(rfcEntry(5, `<wg_acronym>${name}</wg_acronym>`))))[0]!.group
  )));
  expect(groups).toEqual([null, null, 'quic', 'Session Initiation Protocol']);
});

test('another root or another namespace is another kind of file', async () => {
  await expect(read('<rss xmlns="https://www.rfc-editor.org/rfc-index"></rss>')).rejects.toThrow('begins with <rss>');
  await expect(read('<rfc-index></rfc-index>')).rejects.toThrow('another kind of file');
});
