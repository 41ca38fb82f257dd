import type { Field } from '../../../src/cms/field';
import { boolean } from '../../../src/cms/fields/boolean';
import { choice } from '../../../src/cms/fields/choice';
import { date } from '../../../src/cms/fields/date';
import { dateTime } from '../../../src/cms/fields/date-time';
import { number } from '../../../src/cms/fields/number';
import { optional } from '../../../src/cms/fields/optional';
import { reference } from '../../../src/cms/fields/reference';
import { email, text } from '../../../src/cms/fields/text';
import { url } from '../../../src/cms/fields/url';

const label = 'Field';
const messageOf = (field: Field<unknown>, value: unknown) => field.schema.safeParse(value).error?.issues[0]?.message;
const isDraft = (field: Field<unknown>, value: unknown) => field.draft.safeParse(value).success;

describe('text', () => {
  const title = text({ label, max: 5, required: true });

  test('is cleaned: trimmed, one line, composed characters, nothing invisible', () => {
    expect(title.schema.parse(' a\r\n\u0000e\u0301 ')).toBe('a \u00e9');
  });

  test('is checked in plain sentences when publishing; a draft may be empty or too long', () => {
    expect(messageOf(title, '  ')).toBe('This cannot be empty.');
    expect(messageOf(title, 'abcdef')).toBe('At most 5 characters.');
    expect([isDraft(title, ''), isDraft(title, 'abcdef'), isDraft(title, 5), isDraft(title, null)]).toEqual([true, true, false, false]);
  });

  test('of several lines keeps them', () => {
    expect(text({ label, max: 50, multiline: true }).schema.parse('a\r\nb')).toBe('a\nb');
  });
});

test('optional turns an empty text into null, so that there is one way to say nothing', () => {
  const field = optional(text({ label, max: 5, required: true }));
  expect([field.schema.parse(''), field.schema.parse(null), field.draft.parse(''), field.empty]).toEqual([null, null, null, null]);
  expect(messageOf(field, ' ')).toBe('This cannot be empty.');
});

test('a number is whole and within its bounds', () => {
  const field = number({ label, min: 1, max: 5 });
  expect([messageOf(field, 0), messageOf(field, 6), messageOf(field, 1.5), messageOf(field, '3')])
    .toEqual(['Not less than 1.', 'Not more than 5.', 'This has to be a whole number.', 'This has to be a number.']);
});

test('a choice is one of its values, of the same type', () => {
  const field = choice({ label, choices: [{ value: 2, label: 'Two' }, { value: 3, label: 'Three' }] });
  expect([field.empty, field.schema.parse(3), messageOf(field, '3')]).toEqual([2, 3, 'Choose one of the values offered.']);
});

test('yes and no are not texts', () => {
  expect(isDraft(boolean({ label }), 'true')).toBe(false);
});

test('a date exists in the calendar', () => {
  const field = date({ label, required: true });
  expect([messageOf(field, '2025-02-30'), messageOf(field, null), messageOf(field, '2024-02-29'), isDraft(field, '')])
    .toEqual(['This is not a day of the calendar.', 'A date is needed here.', undefined, true]);
});

test('an instant is in UTC', () => {
  expect([messageOf(dateTime({ label }), '2025-02-04T10:00:00+01:00'), messageOf(dateTime({ label }), '2025-02-04T10:00:00Z')])
    .toEqual(['This is not a date and time in UTC.', undefined]);
});

test.each([['javascript:alert(1)'], ['//example.org'], ['https://'], ['https://exa mple.org'], ['ftp://example.org'], ['https:example.org']])(
  'an address on the web is not %s', (address) => {
    expect(messageOf(url({ label }), address)).toBe('This is not an address that begins with https:// or http://.');
    expect(isDraft(url({ label }), address)).toBe(true);
  },
);

test('a mail address is one', () => {
  expect([messageOf(email({ label }), 'quic@ietf.org'), messageOf(email({ label }), 'quic'), messageOf(email({ label, required: true }), '')])
    .toEqual([undefined, 'This is not a mail address.', 'A mail address is needed here.']);
});

test('a reference is of a kind that the field allows', () => {
  const field = reference({ label, kinds: ['rfc', 'bcp'], required: true });
  expect([messageOf(field, 'rfc:9110'), messageOf(field, 'group:quic'), messageOf(field, 'rfc:'), messageOf(field, null), isDraft(field, null)])
    .toEqual([undefined, 'This has to be a reference to rfc or bcp.', 'This has to be a reference to rfc or bcp.', 'Something has to be chosen here.', true]);
  expect(field.mapReferences('rfc:9110', (uri) => `${uri}#1`)).toBe('rfc:9110#1');
});
