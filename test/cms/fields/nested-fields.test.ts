import { standardBlocks } from '../../../src/cms/blocks/index';
import { contentFromPortable, contentSchema, contentTexts, draftSchema, emptyContent, listContentReferences, mapContentReferences } from '../../../src/cms/content';
import type { ContentOf } from '../../../src/cms/field';
import { blocks } from '../../../src/cms/fields/blocks';
import { cells } from '../../../src/cms/fields/cells';
import { group } from '../../../src/cms/fields/group';
import { list } from '../../../src/cms/fields/list';
import { reference } from '../../../src/cms/fields/reference';
import { richText } from '../../../src/cms/fields/rich-text';
import { text } from '../../../src/cms/fields/text';
import { typedCells } from '../../../src/cms/fields/typed-cells';
import { countedIds, portable } from '../../../src/cms/portable';
import { Unprocessable } from '../../../src/platform/http/errors';

const fields = {
  introduction: text({ label: 'Introduction', max: 100, required: true }),
  authors: list({ label: 'Authors', max: 2, of: group({ fields: { person: reference({ label: 'Person', kinds: ['person'], required: true }), role: text({ label: 'Role', max: 20 }) } }) }),
  body: blocks({ label: 'Body', types: standardBlocks }),
};
const file = {
  introduction: 'Hello',
  authors: [{ person: 'person:mara', role: 'Editor' }],
  body: [
    { type: 'heading', value: { text: 'Formats', level: 2, anchor: null } },
    { type: 'paragraph', value: { text: '<p>See <a href="rfc:9110"></a> and <a href="page:/about/#x">us</a>.</p>' } },
    { type: 'image', value: { image: { image: 'image:net', alt: 'A net', decorative: false }, caption: 'Nets', credit: null } },
    { type: 'table', value: { caption: null, headerRow: true, headerColumn: false, align: [], rows: [['A', 'B'], ['1', '<a href="group:quic"></a>']] } },
    { type: 'markdown', value: { markdown: 'And [[bcp:14]].' } },
    { type: 'note-well', value: {} },
  ],
};
const load = (values: unknown): ContentOf<typeof fields> => contentFromPortable(fields, values, portable(countedIds()));
const problemsOf = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    if (error instanceof Unprocessable) return error.problems;
    throw error;
  }
  return [];
};

test('a portable page becomes content that may be published', () => {
  expect(contentSchema(fields).safeParse(load(file))).toMatchObject({ success: true });
  expect(load(file).body.map(({ id }) => id)).toEqual(['b1', 'b2', 'b3', 'b4', 'b5', 'b6']);
});

test('every reference is listed in reading order, at any depth', () => {
  expect(listContentReferences(fields, load(file))).toEqual([
    'person:mara', 'rfc:9110', 'page:/about/#x', 'image:net', 'group:quic', 'bcp:14', 'page:/about/note-well/', 'bcp:78', 'bcp:79', 'bcp:54',
  ]);
});

test('replacing references changes nothing else, and not the original', () => {
  const content = load(file);
  const before = structuredClone(content);
  const changed = mapContentReferences(fields, content, (uri) => (uri === 'page:/about/#x' ? 'page:3#x' : uri));
  expect(content).toEqual(before);
  expect(JSON.stringify(changed)).toBe(JSON.stringify(before).replace('page:/about/#x', 'page:3#x'));
});

test('all words are found for search', () => {
  expect(contentTexts(fields, load(file)).join(' ')).toBe('Hello Editor Formats See RFC 9110 and us. A net Nets A\tB 1\tquic And BCP 14.');
});

test('errors say where they are', () => {
  const content = { ...load(file), authors: [{ person: null, role: '' }] };
  content.body[1] = { id: 'b2', type: 'paragraph', value: { text: { type: 'doc', content: [{ type: 'marquee' }] } } };
  expect(contentSchema(fields).safeParse(content).error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
    ['authors.0.person', 'Something has to be chosen here.'],
    ['body.1.value.text.content.0', 'The text holds something that is not possible here (marquee).'],
  ]);
});

test('a draft may be as empty as a new page', () => {
  expect(draftSchema(fields).safeParse(emptyContent(fields))).toMatchObject({ success: true });
  for (const type of standardBlocks) {
    expect([type.type, draftSchema(type.fields).safeParse(emptyContent(type.fields)).success]).toEqual([type.type, true]);
  }
});

test.each<[string, unknown, string, string]>([
  ['an unknown block', { body: [{ type: 'iframe', value: {} }] }, 'body.0', 'There is no block iframe here.'],
  ['an unknown field of a block', { body: [{ type: 'heading', value: { words: '' } }] }, 'body.0.value', 'There is no field words.'],
  ['rich text that is no text', { body: [{ type: 'paragraph', value: { text: 5 } }] }, 'body.0.value.text', 'Formatted text is written as HTML here.'],
  ['rich text that is too deep', { body: [{ type: 'paragraph', value: { text: '<b>'.repeat(200) } }] }, 'body.0.value.text', 'This HTML is nested more than 100 levels deep.'],
  ['a list that is too long', { authors: [{}, {}, {}] }, 'authors', 'At most 2.'],
  ['a reference of another kind', { authors: [{ person: 'rfc:1' }] }, 'authors.0.person', 'This has to be a reference to person.'],
])('a file with %s is refused with its place', (_, values, field, message) => {
  expect(problemsOf(() => load(values))).toEqual([{ field, message }]);
});

test('blocks: a type that is not known any more stays in drafts and is refused when publishing', () => {
  const value = [{ id: 'a', type: 'iframe', value: { src: 'page:1' } }];
  expect(fields.body.draft.safeParse(value)).toEqual({ success: true, data: value });
  expect(fields.body.schema.safeParse(value).error?.issues.map((issue) => issue.message)).toEqual(['There is no such block here.']);
  expect(fields.body.mapReferences(value, () => 'page:2')).toEqual(value);
});

test('blocks: what is none and two equal ids are refused', () => {
  const messages = (value: unknown) => fields.body.draft.safeParse(value).error?.issues.map((issue) => issue.message);
  const block = { id: 'a', type: 'note-well', value: {} };
  expect(messages([{ id: 'a', type: 'an iframe', value: {} }])).toEqual(['There is no such block here.']);
  expect(messages(['a'])).toEqual(['A block is damaged.']);
  expect(messages([block, block])).toEqual(['Two blocks have the same id.']);
  expect(messages([{ ...block, extra: 1 }])).toHaveLength(1);
});

test('rich text that has to be there is not only white space', () => {
  const field = richText({ label: 'Answer', size: 'small', required: true });
  expect(field.schema.safeParse({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: '  ' }] }] }).error?.issues[0]?.message).toBe('This cannot be empty.');
  expect(field.draft.safeParse(field.empty).success).toBe(true);
});

test('the rows of a table are equally long when it is published', () => {
  const field = cells({ label: 'Cells' });
  const rows = field.fromPortable([['a', 'b'], ['c']], portable(countedIds()));
  expect([field.draft.safeParse(rows).success, field.schema.safeParse(rows).error?.issues[0]?.message]).toEqual([true, 'Every row needs the same number of cells.']);
});

test('a typed cell says itself what it is', () => {
  const field = typedCells({ label: 'Cells' });
  const row = ['R&amp;D', 4076, '<strong>x</strong>', { image: 'image:9', alt: null, decorative: true }, null];
  const rows = field.fromPortable([row], portable(countedIds()));
  expect(rows[0]?.map((cell) => (typeof cell === 'object' && cell !== null && 'type' in cell ? cell.type : cell))).toEqual(['R&D', 4076, 'doc', { ref: 'image:9', alt: null, decorative: true }, null]);
  expect(field.schema.safeParse(rows)).toMatchObject({ success: true, data: rows });
  expect(field.schema.safeParse([[{ type: 'doc', content: [{ type: 'x' }] }]]).error?.issues[0]?.path).toEqual([0, 0, 'content', 0]);
});
