import { buildRegistry } from '../../../src/cms/registry';
import { resolveReferences, type Targets } from '../../../src/cms/references/resolve';
import { sourceSchema } from '../../../src/cms/references/source';
import { draftKind } from '../../../src/site/standards/draft-kind';
import { groupKind } from '../../../src/site/standards/group-kind';
import { upsertGroup, upsertRfc } from '../../../src/site/standards/queries';
import type { Rfc } from '../../../src/site/standards/rfc';
import { rfcKind } from '../../../src/site/standards/rfc-kind';
import { seriesKind } from '../../../src/site/standards/series-kind';
import { personKind } from '../../../src/site/people/person-kind';
import { upsertPerson } from '../../../src/site/people/queries';
import { createTestDatabase, type TestDatabase } from '../../support/database';

const http: Rfc = {
  number: 9110, title: 'HTTP Semantics', status: 'Internet Standard', stream: 'IETF', date: '2022-06', group: 'httpbis', draft: 'draft-ietf-httpbis-semantics',
  authors: ['R. Fielding, Ed.', 'M. Nottingham, Ed.', 'J. Reschke, Ed.'], series: ['STD 97'], abstract: 'What requests and responses mean.',
  obsoletes: [7231, 7230], obsoletedBy: [], updates: [3864], updatedBy: [],
};
const words: Rfc = { ...http, number: 2119, title: 'Key words', status: 'Best Current Practice', date: '1997-03', group: null, authors: ['S. Bradner'], series: ['BCP 14'], obsoletes: [], updatedBy: [8174] };
const moreWords: Rfc = { ...words, number: 8174, title: 'Ambiguity of Uppercase', date: '2017-05', authors: ['B. Leiba'], updatedBy: [], updates: [2119] };
const kinds = buildRegistry({
  pageTypes: [], snippetTypes: [],
  referenceKinds: [rfcKind, seriesKind('bcp', 'Best Current Practice'), seriesKind('std', 'Internet Standard'), draftKind, groupKind, personKind],
}).referenceKinds;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  const { db } = database;
  await upsertGroup(db, { acronym: 'httpbis', name: 'HTTP', type: 'Working group', state: 'Active', area: 'Web and Internet Transport', list: 'ietf-http-wg@w3.org', description: 'Keeps HTTP.' });
  for (const rfc of [http, words, moreWords]) await upsertRfc(db, rfc);
  await upsertPerson(db, { slug: 'mara-lindqvist', name: 'Mara Lindqvist', role: 'Editor', about: null, invented: true });
});
afterAll(() => database.close());

const resolve = (...uris: string[]): Promise<Targets> => resolveReferences(database.db, kinds, uris, new Date('2026-01-01T00:00:00Z'));

test('an RFC has its number, title, address and standing', async () => {
  const target = (await resolve('rfc:09110')).get('rfc:9110');
  expect(target).toMatchObject({
    label: 'RFC 9110', title: 'HTTP Semantics', url: 'https://www.rfc-editor.org/rfc/rfc9110.html', detail: 'Internet Standard, June 2022',
  });
});

test('its line of the bibliography names three authors, the series and what it replaces', async () => {
  const source = sourceSchema.parse((await resolve('rfc:9110')).get('rfc:9110')!.data);
  expect(source).toEqual({
    tag: 'RFC9110', authors: 'R. Fielding, Ed., M. Nottingham, Ed., J. Reschke, Ed.', date: 'June 2022',
    detail: 'STD 97, Internet Standard, obsoletes RFC 7230, RFC 7231',
  });
});

test('a fourth author becomes et al.', async () => {
  await upsertRfc(database.db, { ...http, number: 9111, authors: ['A. One', 'B. Two', 'C. Three', 'D. Four'] });
  const source = sourceSchema.parse((await resolve('rfc:9111')).get('rfc:9111')!.data);
  expect(source.authors).toBe('A. One, B. Two, C. Three, et al.');
});

test('writing an RFC again replaces its relations', async () => {
  await upsertRfc(database.db, { ...http, number: 9112, obsoletes: [1], obsoletedBy: [] });
  await upsertRfc(database.db, { ...http, number: 9112, obsoletes: [], obsoletedBy: [9999] });
  expect(sourceSchema.parse((await resolve('rfc:9112')).get('rfc:9112')!.data).detail).toBe('STD 97, Internet Standard, obsoleted by RFC 9999');
});

test('a series is all RFCs of it', async () => {
  const targets = await resolve('bcp:14', 'std:97', 'bcp:9');
  expect(targets.get('bcp:14')).toMatchObject({ label: 'BCP 14', title: 'Key words', url: 'https://www.rfc-editor.org/info/bcp14', detail: 'RFC 2119, RFC 8174' });
  expect(sourceSchema.parse(targets.get('bcp:14')!.data)).toMatchObject({ tag: 'BCP14', authors: 'S. Bradner', date: 'May 2017' });
  expect(targets.has('std:97')).toBe(true);
  expect(targets.has('bcp:9')).toBe(false);
});

test('a group is known by its acronym, a person by name', async () => {
  const targets = await resolve('group:HTTPBIS', 'person:mara-lindqvist', 'draft:draft-ietf-quic-ack-frequency', 'group:nobody');
  expect(targets.get('group:httpbis')).toMatchObject({ label: 'httpbis', title: 'HTTP', detail: 'Working group, Web and Internet Transport' });
  expect(targets.get('person:mara-lindqvist')).toMatchObject({ label: 'Mara Lindqvist', url: null });
  expect(targets.size).toBe(3);
});
