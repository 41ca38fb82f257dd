import { standardBlocks } from '../../../src/cms/blocks/index';
import { readContent, type Content } from '../../../src/cms/content';
import type { Fields } from '../../../src/cms/field';
import { blocks } from '../../../src/cms/fields/blocks';
import { cells } from '../../../src/cms/fields/cells';
import { choice } from '../../../src/cms/fields/choice';
import { dateTime } from '../../../src/cms/fields/date-time';
import { date } from '../../../src/cms/fields/date';
import { group } from '../../../src/cms/fields/group';
import { image } from '../../../src/cms/fields/image';
import { list } from '../../../src/cms/fields/list';
import { number } from '../../../src/cms/fields/number';
import { optional } from '../../../src/cms/fields/optional';
import { reference } from '../../../src/cms/fields/reference';
import { richText } from '../../../src/cms/fields/rich-text';
import { editableHtml } from '../../../src/cms/fields/rich-text-form';
import { text } from '../../../src/cms/fields/text';
import { typedCells } from '../../../src/cms/fields/typed-cells';
import { formValues } from '../../../src/cms/form-values';
import { problemLinks } from '../../../src/cms/form-controls/problem-links';
import { renderControls } from '../../../src/cms/form-controls/render-controls';
import type { ControlOptions } from '../../../src/cms/form-controls/place';
import type { RichTextSize } from '../../../src/cms/rich-text/document';
import { parseHtml } from '../../../src/cms/rich-text/parse-html';
import { templates } from '../../support/content-renderer';
import { randomDocument, seeded } from '../rich-text/random-document';
import { bodyOf, sentBy } from './printed-form';

const label = 'Field';
const options: ControlOptions = { prefix: 'content', problems: new Map(), zone: 'Asia/Bangkok', labelOf: (uri) => `Name of ${uri}`, may: () => true };
const print = (fields: Fields, content: Content, more: Partial<ControlOptions> = {}) => renderControls({ templates }, fields, content, { ...options, ...more }) as string;

/** Prints, changes what would be sent, and reads it. */
function resent(fields: Fields, content: Content, change: (pairs: [string, string][]) => [string, string][], { may = () => true }: Pick<Partial<ControlOptions>, 'may'> = {}) {
  return readContent(fields, formValues(bodyOf(change(sentBy(print(fields, content, { may }))))), 'content', content, { may });
}

const set = (name: string, value: string) => (pairs: [string, string][]): [string, string][] => pairs.map(([one, old]) => [one, one === name ? value : old]);

describe.each<RichTextSize>(['full', 'small', 'cell'])('formatted text of size %s', (size) => {
  const random = seeded(size.length + 7);
  test('as a line for each block is read as the same document', () => {
    for (const document of Array.from({ length: 200 }, () => randomDocument(random, size))) expect(parseHtml(editableHtml(document), size)).toEqual(document);
  });
});

test('one changed cell leaves the others as they were stored, even where HTML says less', () => {
  const rich = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'plain' }] }] };
  const fields = { rows: typedCells({ label }) };
  const stored = { rows: [[rich, 'text', 2019, '2019'], [null, { ref: 'image:9', alt: null, decorative: false }, 0.5, 'x']] };
  const html = sentBy(print(fields, stored)).find(([name]) => name === 'content.rows.html')![1];
  expect(resent(fields, stored, set('content.rows.html', html.replace('>text<', '>words<'))).content).toEqual({ rows: [[rich, 'words', 2019, '2019'], stored.rows[1]] });
});

test('a time that nobody changed keeps its milliseconds, a changed one is read in the zone of the person', () => {
  const fields = { at: dateTime({ label }) };
  const stored = { at: '2026-07-01T02:00:30.125Z' };
  expect(sentBy(print(fields, stored))).toEqual([['content.at', '2026-07-01T09:00:30'], ['content.at.zone', 'Asia/Bangkok'], ['content.at.stored', stored.at]]);
  expect(resent(fields, stored, (pairs) => pairs).content).toEqual(stored);
  expect(resent(fields, stored, set('content.at', '2026-07-01T10:15')).content).toEqual({ at: '2026-07-01T03:15:00Z' });
});

test('a value that is not offered any more is shown, and stays until another is chosen', () => {
  const fields = { kind: choice({ label, choices: [{ value: 'a', label: 'A' }, { value: 'b', label: 'B' }] }) };
  expect(print(fields, { kind: 'old' })).toContain('old (not offered any more)');
  expect(resent(fields, { kind: 'old' }, (pairs) => pairs)).toMatchObject({ content: { kind: 'old' }, problems: [] });
  expect(resent(fields, { kind: 'old' }, set('content.kind', 'b')).content).toEqual({ kind: 'b' });
});

describe('blocks that somebody may not change', () => {
  const fields = { body: blocks({ label: 'Text', types: standardBlocks }) };
  const stored = { body: [
    { id: 'h', type: 'raw-html', value: { html: '<b>secret recipe</b>' } }, { id: 'x', type: 'gone', value: { any: ['thing'] } }, { id: 'm', type: 'markdown', value: { markdown: 'words' } },
  ] };
  const may = (permission: string) => permission !== 'blocks.raw-html';

  test('are printed as a sentence, without their fields and without a way to add one', () => {
    const html = print(fields, stored, { may });
    expect(html).not.toContain('secret recipe');
    expect(html).not.toContain('data-template="raw-html"');
    expect(html.match(/data-locked/g)).toHaveLength(2);
    expect(html).toContain('needs a right of its own');
    expect(html).toContain('is not offered any more');
  });

  test('stay as stored, wherever they are moved, and can be removed', () => {
    expect(resent(fields, stored, (pairs) => pairs, { may })).toMatchObject({ content: stored, problems: [] });
    const order = (ids: string[]) => (pairs: [string, string][]): [string, string][] => [...pairs.filter(([name]) => name !== 'content.body.items'), ...ids.map((id): [string, string] => ['content.body.items', id])];
    expect(resent(fields, stored, order(['m', 'x', 'h']), { may }).content).toEqual({ body: [stored.body[2], stored.body[1], stored.body[0]] });
    expect(resent(fields, stored, order(['', 'm']), { may }).content).toEqual({ body: [stored.body[2]] });
  });

  test('cannot be changed or added by hand-made requests', () => {
    const forged: [string, string][] = [['content.body.h.value.html', '<i>mine</i>'], ['content.body.items', 'new'], ['content.body.new.type', 'raw-html'], ['content.body.new.value.html', 'mine']];
    const { content, problems } = resent(fields, stored, (pairs) => [...pairs, ...forged], { may });
    expect(content).toEqual(stored);
    expect(problems).toEqual([{ field: 'content.body.3', message: 'You may not add blocks of the kind “HTML”.' }]);
  });

  test('and who may change them finds their fields', () => {
    expect(print(fields, stored)).toContain('secret recipe');
  });
});

describe('problems', () => {
  const fields = {
    title: text({ label: 'Title', max: 9, required: true }),
    day: date({ label: 'Day' }),
    people: list({ label: 'People', of: group({ fields: { person: reference({ label: 'Person', kinds: ['person'], required: true }) } }) }),
    body: blocks({ label: 'Text', types: standardBlocks }),
    picture: image({ label: 'Picture' }),
  };
  const content: Content = {
    title: '', day: null, people: [{ person: null }, { person: null }], picture: { ref: 'image:9', alt: null, decorative: false },
    body: [{ id: 'b7', type: 'paragraph', value: { text: { type: 'doc', content: [] } } }, { id: 'b8', type: 'callout', value: { kind: 'note', title: '', text: { type: 'doc', content: [] } } }],
  };
  const problems = new Map([
    ['content.title', 'This cannot be empty.'], ['content.people.1.person', 'Something has to be chosen here.'],
    ['content.body.1.value.text.content.0', 'Damaged.'], ['content.picture.alt', 'Describe the image.'], ['common.lang', 'Elsewhere.'],
  ]);

  test('stand beside their control, by index in the content', () => {
    const html = print(fields, content, { problems });
    for (const name of ['content.title', 'content.people.1.person', 'content.body.b8.value.text', 'content.picture']) expect(html).toContain(`id="f-${name}-problem"`);
    expect(html.match(/class="problem"/g)).toHaveLength(4);
    expect(html).toMatch(/name="content\.people\.1\.person"[^>]* aria-describedby="f-content\.people\.1\.person-problem" aria-invalid="true"/);
  });

  test('are linked from the summary, with the names of what is around them', () => {
    expect(problemLinks(fields, content, problems, 'content')).toEqual([
      { href: '#f-content.title', label: 'Title', message: 'This cannot be empty.' },
      { href: '#f-content.people.1.person', label: 'People 2: Person', message: 'Something has to be chosen here.' },
      { href: '#f-content.body.b8.value.text', label: 'Text, block 2 (Box): Text', message: 'Damaged.' },
      { href: '#f-content.picture', label: 'Picture', message: 'Describe the image.' },
    ]);
    expect(problemLinks(fields, content, new Map([['content.people.nonsense.x', 'No.'], ['content.body.9', 'No.']]), 'content').map(({ href }) => href)).toEqual(['#f-content.people', '#f-content.body']);
  });

  test('come with what was typed', () => {
    const html = print(fields, content, { problems: new Map([['content.day', 'No day.']]), typed: new Map([['content.day', 'next <week>']]) });
    expect(html).toContain('type="text" id="f-content.day" name="content.day" value="next &lt;week&gt;"');
  });
});

test('what publishing asks for is marked, and so is what may stay empty', () => {
  const marks = (fields: Fields) => [...print(fields, {}).matchAll(/class="mark[^"]*">([^<]*)</g)].map(([, words]) => words);
  expect(marks({ a: text({ label, max: 9, required: true }), b: text({ label, max: 9 }), c: optional(number({ label })) })).toEqual(['needed to publish', 'optional', 'optional']);
  expect(marks({ a: number({ label }), b: choice({ label, choices: [{ value: 'x', label: 'X' }] }) })).toEqual([]);
});

test('references are shown with their names, and what is printed is escaped', () => {
  const html = print({ who: reference({ label: '<Who>', kinds: ['person', 'page'] }), words: richText({ label, size: 'full' }) }, {
    who: 'person:"x"', words: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: '</textarea><script>' }] }] },
  });
  expect(html).toContain('value="person:&#34;x&#34;" data-kinds="person page"');
  expect(html).toContain('data-label>Name of person:&#34;x&#34;</output>');
  expect(html).not.toContain('<script>');
  expect(html).not.toContain('<Who>');
});

test('templates of items inside items keep their own places', () => {
  const inner = list({ label: 'Links', of: text({ label: 'Link', max: 9 }) });
  const html = print({ outer: list({ label: 'Parts', of: group({ fields: { links: inner } }) }) }, {});
  expect(html).toContain('data-repeat="content.outer.__new__.links"');
  expect(html).toContain('name="content.outer.__new__.links.__new__"');
  expect(sentBy(html)).toEqual([['content.outer.items', '']]);
});

test('an empty table shows nothing to type over', () => {
  expect(sentBy(print({ rows: cells({ label }) }, {}))).toEqual([['content.rows.html', ''], ['content.rows.json', '[]']]);
});
