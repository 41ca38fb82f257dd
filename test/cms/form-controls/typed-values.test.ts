import { standardBlocks } from '../../../src/cms/blocks/index';
import { contentFromForm, readContent } from '../../../src/cms/content';
import type { Field } from '../../../src/cms/field';
import { blocks } from '../../../src/cms/fields/blocks';
import { boolean } from '../../../src/cms/fields/boolean';
import { cells } from '../../../src/cms/fields/cells';
import { choice } from '../../../src/cms/fields/choice';
import { dateTime } from '../../../src/cms/fields/date-time';
import { date } from '../../../src/cms/fields/date';
import { fixedReferences } from '../../../src/cms/fields/fixed-references';
import { group } from '../../../src/cms/fields/group';
import { image } from '../../../src/cms/fields/image';
import { link } from '../../../src/cms/fields/link';
import { list } from '../../../src/cms/fields/list';
import { markdown } from '../../../src/cms/fields/markdown';
import { number } from '../../../src/cms/fields/number';
import { optional } from '../../../src/cms/fields/optional';
import { rawHtml } from '../../../src/cms/fields/raw-html';
import { reference } from '../../../src/cms/fields/reference';
import { richText } from '../../../src/cms/fields/rich-text';
import { email, text } from '../../../src/cms/fields/text';
import { typedCells } from '../../../src/cms/fields/typed-cells';
import { url } from '../../../src/cms/fields/url';
import { formValues } from '../../../src/cms/form-values';
import { Unprocessable } from '../../../src/platform/http/errors';

type Sent = Record<string, string | string[]>;
const label = 'Field';
const paragraph = (words: string) => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] });

/** What a form with these values makes of one field, named `it`; `f` in names stands for `content.it`. */
function read(field: Field<unknown>, sent: Sent, stored?: unknown, may = true) {
  const body = Object.fromEntries(Object.entries(sent).map(([name, value]) => [name.replace(/^f/, 'content.it'), value]));
  const { content, problems, typed } = readContent({ it: field }, formValues(body), 'content', stored === undefined ? {} : { it: stored }, { may: () => may });
  return { value: content.it, problems: problems.map((one) => `${one.field}: ${one.message}`), typed: Object.fromEntries(typed) };
}

const small = group({ fields: { name: text({ label, max: 9 }), count: number({ label, min: 1 }) } });

test.each<[string, Field<unknown>, Sent, unknown]>([
  ['one line', text({ label, max: 9 }), { f: 'New words' }, 'New words'],
  ['one line, pasted as two', text({ label, max: 9 }), { f: 'a \r\n b' }, 'a b'],
  ['several lines', text({ label, max: 9, multiline: true }), { f: 'a\r\nb' }, 'a\nb'],
  ['a line longer than may be published', text({ label, max: 3 }), { f: 'abcdef' }, 'abcdef'],
  ['a mail address', email({ label }), { f: 'a@example.org' }, 'a@example.org'],
  ['no mail address', email({ label }), { f: '' }, null],
  ['half an address of the web', url({ label }), { f: 'https:/' }, 'https:/'],
  ['a number', number({ label }), { f: ' 42 ' }, 42],
  ['a decimal number', number({ label, decimals: true, min: -9 }), { f: '-1.5' }, -1.5],
  ['a day', date({ label }), { f: '2026-11-22' }, '2026-11-22'],
  ['no day', date({ label }), { f: '' }, null],
  ['a time in the zone of the person', dateTime({ label }), { f: '2026-07-01T09:00', 'f.zone': 'Europe/Berlin', 'f.stored': '' }, '2026-07-01T07:00:00Z'],
  ['no time any more', dateTime({ label }), { f: '', 'f.zone': 'Europe/Berlin', 'f.stored': '2026-07-01T07:00:00Z' }, null],
  ['a tick', boolean({ label }), { f: ['', 'on'] }, true],
  ['no tick', boolean({ label, empty: true }), { f: '' }, false],
  ['a choice', choice({ label, choices: [{ value: 2, label: 'Two' }, { value: 3, label: 'Three' }] }), { f: '3' }, 3],
  ['Markdown', markdown({ label }), { f: '# A\r\n\r\nb' }, '# A\n\nb'],
  ['HTML', rawHtml({ label }), { f: '<b>x</b>' }, '<b>x</b>'],
  ['a reference', reference({ label, kinds: ['person'] }), { f: ' person:mara\n' }, 'person:mara'],
  ['an image with words', image({ label }), { 'f.ref': 'image:9', 'f.alt': 'A net', 'f.decorative': 'described' }, { ref: 'image:9', alt: 'A net', decorative: false }],
  ['an image without an answer yet', image({ label }), { 'f.ref': 'image:9', 'f.alt': '' }, { ref: 'image:9', alt: null, decorative: false }],
  ['an image as decoration', image({ label }), { 'f.ref': 'image:9', 'f.alt': '', 'f.decorative': 'decorative' }, { ref: 'image:9', alt: null, decorative: true }],
  ['no image', image({ label }), { 'f.ref': '', 'f.alt': 'left over' }, null],
  ['a link', link({ label }), { 'f.ref': 'page:42#x', 'f.text': '' }, { ref: 'page:42#x', text: null }],
  ['no link', link({ label }), { 'f.ref': ' ', 'f.text': '' }, null],
  ['formatted text as HTML', richText({ label, size: 'full' }), { 'f.html': '<p>Hello</p>', 'f.json': '{"type":"doc","content":[]}' }, paragraph('Hello')],
  ['formatted text as a document', richText({ label, size: 'full' }), { 'f.json': JSON.stringify(paragraph('Hello')) }, paragraph('Hello')],
  ['a table as HTML', cells({ label }), { 'f.html': '<table><tr><td>a<td>b<tr><td>c</table>', 'f.json': '[]' }, [[paragraph('a'), paragraph('b')], [paragraph('c'), { type: 'doc', content: [] }]]],
  ['a table of typed cells', typedCells({ label }), { 'f.html': '<table><tr><td>a</td><td class="number">7</td><td><img src="image:9" alt="x"></td><td><b>b</b></td><td></td></tr></table>', 'f.json': '' },
    [['a', 7, { ref: 'image:9', alt: 'x', decorative: false }, { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', marks: [{ type: 'bold' }], text: 'b' }] }] }, null]]],
  ['no table any more', cells({ label }), { 'f.html': '\n', 'f.json': JSON.stringify([[paragraph('a')]]) }, []],
  ['nothing of what may be nothing', optional(text({ label, max: 9, required: true })), { f: ' ' }, null],
  ['no number', optional(number({ label })), { f: '' }, null],
  ['something of what may be nothing', optional(number({ label })), { f: '7' }, 7],
  ['a part that is not used', optional(small), { 'f.present': '', 'f.name': 'x', 'f.count': '2' }, null],
  ['a part that is used', optional(small), { 'f.present': ['', 'on'], 'f.name': 'x', 'f.count': '2' }, { name: 'x', count: 2 }],
  ['items in the order of the form', list({ label, of: small }), { 'f.items': ['', 'new1', '0'], 'f.new1.name': 'new', 'f.0.name': 'old', 'f.0.count': '5' }, [{ name: 'new', count: 1 }, { name: 'old', count: 5 }]],
  ['no items', list({ label, of: small }), { 'f.items': '' }, []],
])('%s', (_, field, sent, value) => {
  expect(read(field, sent)).toEqual({ value, problems: [], typed: {} });
});

test.each<[string, Field<unknown>, Sent, unknown, string, Record<string, string>]>([
  ['a word for a number', number({ label }), { f: 'ten' }, 5, 'content.it: This has to be a number.', { 'content.it': 'ten' }],
  ['nothing for a number', number({ label }), { f: '' }, 5, 'content.it: This has to be a number.', { 'content.it': '' }],
  ['a number in a notation of programs', number({ label }), { f: '0x10' }, 5, 'content.it: This has to be a number.', { 'content.it': '0x10' }],
  ['half a number', number({ label }), { f: '1.5' }, 5, 'content.it: This has to be a whole number.', { 'content.it': '1.5' }],
  ['a day that is none', date({ label }), { f: '2026-02-30' }, '2026-01-01', 'content.it: This is not a day of the calendar.', { 'content.it': '2026-02-30' }],
  ['a time that is none', dateTime({ label }), { f: 'soon', 'f.zone': 'UTC' }, '2026-01-01T00:00:00Z', 'content.it: This is not a date and time in UTC.', { 'content.it': 'soon' }],
  ['a zone that is none', dateTime({ label }), { f: '2026-07-01T09:00', 'f.zone': 'Mars' }, null, 'content.it: This is not a date and time in UTC.', { 'content.it': '2026-07-01T09:00' }],
  ['a choice that is not offered', choice({ label, choices: [{ value: 'a', label: 'A' }] }), { f: 'z' }, 'a', 'content.it: Choose one of the values offered.', {}],
  ['a reference of another kind', reference({ label, kinds: ['person'] }), { f: 'rfc:1' }, null, 'content.it: This has to be a reference to person.', { 'content.it': 'rfc:1' }],
  ['words for an image', image({ label }), { 'f.ref': 'a cat', 'f.alt': 'Cat' }, null, 'content.it: Choose an image of the library.', { 'content.it': 'a cat', 'content.it.alt': 'Cat' }],
  ['words for a link', link({ label }), { 'f.ref': 'example.org', 'f.text': 'Us' }, null, 'content.it.ref: This is not an address that can be linked.', { 'content.it.ref': 'example.org', 'content.it.text': 'Us' }],
  ['a link that runs', link({ label }), { 'f.ref': 'javascript:alert(1)' }, null, 'content.it.ref: Links of this kind are not allowed.', { 'content.it.ref': 'javascript:alert(1)', 'content.it.text': '' }],
  ['HTML that is too deep', richText({ label, size: 'full' }), { 'f.html': '<b>'.repeat(200) }, paragraph('x'), 'content.it: This HTML is nested more than 100 levels deep.', { 'content.it': '<b>'.repeat(200) }],
  ['a damaged document', richText({ label, size: 'full' }), { 'f.json': '{"type":' }, paragraph('x'), 'content.it: This text arrived damaged. Please try again.', {}],
  ['a document of another size', richText({ label, size: 'cell' }), { 'f.json': '{"type":"doc","content":[{"type":"horizontalRule"}]}' }, paragraph('x'), 'content.it: This text arrived damaged. Please try again.', {}],
  ['words for a table', cells({ label }), { 'f.html': 'a b' }, [], 'content.it: This has to be a table: <table>, with a <tr> for each row and a <td> for each cell.', { 'content.it': 'a b' }],
  ['a damaged table', typedCells({ label }), { 'f.json': '[[{"type":"doc","content":[{"type":"x"}]}]]' }, [['x']], 'content.it: This table arrived damaged. Please try again.', {}],
])('%s is told in words; what was stored stays, what was typed is kept', (_, field, sent, stored, problem, typed) => {
  const result = read(field, sent, stored);
  expect(result).toEqual({ value: stored, problems: [expect.stringContaining(problem)], typed });
});

test.each<[string, Field<unknown>, unknown]>([
  ['text', text({ label, max: 9 }), 'as it was'], ['number', number({ label }), 7], ['day', date({ label }), '2026-01-01'], ['time', dateTime({ label }), '2026-01-01T00:00:00.123Z'],
  ['tick', boolean({ label }), true], ['choice', choice({ label, choices: [{ value: 'a', label: 'A' }] }), 'gone'], ['image', image({ label }), { ref: 'image:9', alt: null, decorative: true }],
  ['link', link({ label }), { ref: 'page:1', text: 'x' }], ['formatted text', richText({ label, size: 'full' }), paragraph('x')], ['table', cells({ label }), [[paragraph('x')]]],
  ['typed table', typedCells({ label }), [[1, 'x', null]]], ['list', list({ label, of: small }), [{ name: 'x', count: 1 }]], ['part', small, { name: 'x', count: 3 }],
  ['part that may be left out', optional(small), { name: 'x', count: 3 }], ['nothing', optional(text({ label, max: 9 })), null], ['fixed', fixedReferences(['page:1']), ['page:44']],
  ['blocks', blocks({ label, types: standardBlocks }), [{ id: 'a', type: 'code', value: {} }]],
])('%s: a form without it leaves what was stored', (_, field, stored) => {
  expect(read(field, { other: 'x' }, stored)).toEqual({ value: stored, problems: [], typed: {} });
});

test('a name inside an item that the form does not have keeps what the item had', () => {
  const field = list({ label, of: small });
  expect(read(field, { 'f.items': ['', '1'], 'f.1.name': 'y' }, [{ name: 'a', count: 8 }, { name: 'b', count: 9 }]).value).toEqual([{ name: 'y', count: 9 }]);
});

test('control characters, halves of characters and NUL never reach the database', () => {
  const dirty = 'a\u0000b\u0008c\ud800';
  expect(read(text({ label, max: 9 }), { f: dirty }).value).toBe('abc');
  expect(read(image({ label }), { 'f.ref': 'image:9\u0000', 'f.alt': dirty }).value).toEqual({ ref: 'image:9', alt: 'abc', decorative: false });
  expect(read(link({ label }), { 'f.ref': 'page:1\u0000', 'f.text': dirty }).value).toEqual({ ref: 'page:1', text: 'abc' });
  const json = JSON.stringify({ type: 'doc', content: [{ type: 'image', attrs: { ref: 'image:9', alt: dirty, decorative: false, caption: null } }] });
  expect(JSON.stringify(read(richText({ label, size: 'full' }), { 'f.json': json }).value)).not.toMatch(/\\u0000|\\ud800/);
  expect(JSON.stringify(read(typedCells({ label }), { 'f.json': JSON.stringify([[dirty]]) }).value)).toBe('[["abc"]]');
});

test('names of prototypes are names like others', () => {
  const stream = blocks({ label, types: standardBlocks });
  const result = read(stream, { 'f.items': ['__proto__', 'constructor'], 'f.__proto__.type': '__proto__', 'f.constructor.type': 'toString', '__proto__.polluted': 'yes' });
  expect(result.value).toEqual([]);
  expect(result.problems).toEqual(['content.it.0: There is no such block here.', 'content.it.0: There is no such block here.']);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  expect(read(choice({ label, choices: [{ value: 'a', label: 'A' }] }), { f: '__proto__' }).value).toBe('a');
  expect(read(stream, { 'f.items': ['__proto__'], 'f.__proto__.type': 'markdown', 'f.__proto__.value.markdown': 'x' }).value).toEqual([{ id: '__proto__', type: 'markdown', value: { markdown: 'x' } }]);
});

test('5,000 items are refused in words, without reading them all', () => {
  const tokens = Array.from({ length: 5_000 }, (_, index) => `t${index}`);
  expect(read(list({ label, of: small }), { 'f.items': tokens }).problems).toEqual(['content.it: At most 100.']);
  const types = Object.fromEntries(tokens.map((token) => [`f.${token}.type`, 'paragraph']));
  expect(read(blocks({ label, types: standardBlocks }), { 'f.items': tokens, ...types }).problems).toEqual(['content.it: At most 300 blocks.']);
});

test('contentFromForm throws all problems at once, with indexes of items in their paths', () => {
  const fields = { list: list({ label, of: small }), day: date({ label }) };
  const form = formValues({ 'content.list.items': ['', 'x', 'y'], 'content.list.y.count': 'many', 'content.day': 'soon' });
  expect(() => contentFromForm(fields, form, 'content', {}, { may: () => true })).toThrow(Unprocessable);
  expect(readContent(fields, form, 'content', {}, { may: () => true }).problems.map((one) => one.field)).toEqual(['content.list.1.count', 'content.day']);
});
