import { draftKind } from '../../../src/site/standards/draft-kind';
import { groupKind } from '../../../src/site/standards/group-kind';
import { rfcKind } from '../../../src/site/standards/rfc-kind';
import { seriesKind } from '../../../src/site/standards/series-kind';
import { personKind } from '../../../src/site/people/person-kind';
import { initialsOf } from '../../../src/site/people/person';
import type { ReferenceKind } from '../../../src/cms/reference-kind';

const bcp = seriesKind('bcp', 'Best Current Practice');

const keys: [ReferenceKind, string, string | undefined][] = [
  [rfcKind, '9110', '9110'], [rfcKind, '0009110', '9110'], [rfcKind, '0', undefined], [rfcKind, '-1', undefined],
  [rfcKind, '9110.5', undefined], [rfcKind, '1234567', undefined], [rfcKind, '', undefined], [rfcKind, '9110 ', undefined],
  [bcp, '014', '14'], [bcp, 'x', undefined],
  [draftKind, 'draft-ietf-quic-ack-frequency', 'draft-ietf-quic-ack-frequency'], [draftKind, 'Draft-IETF-quic-ack', 'draft-ietf-quic-ack'],
  [draftKind, 'draft-x', undefined], [draftKind, 'rfc9110', undefined], [draftKind, 'draft-ietf-../../etc', undefined],
  [groupKind, 'QUIC', 'quic'], [groupKind, '6lo', '6lo'], [groupKind, 'a b', undefined],
  [personKind, 'mara-lindqvist', 'mara-lindqvist'], [personKind, '../x', undefined],
];

test.each(keys.map(([kind, key, parsed]) => [kind.kind, key, parsed, kind] as const))('%s:%s is the key %s', (_kind, key, parsed, kind) => {
  expect(kind.parseKey(key)).toBe(parsed);
});

test('a draft needs no query: the Datatracker has them all', () => {
  expect(draftKind.select).toBeNull();
  expect(draftKind.target('draft-ietf-quic-ack-frequency', null).url).toBe('https://datatracker.ietf.org/doc/draft-ietf-quic-ack-frequency/');
});

test('initials are those of the first and the last name', () => {
  expect(initialsOf('Mara Lindqvist')).toBe('ML');
  expect(initialsOf('Ana Maria de la Cruz')).toBe('AC');
  expect(initialsOf('Élodie')).toBe('É');
});
