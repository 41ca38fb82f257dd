import type { Block } from '../../../src/cms/block-type';
import { isClean, mergeTexts, type Merge } from '../../../src/cms/merge/merge-texts';
import type { Choice } from '../../../src/cms/merge/merging';
import { NO_COMMON_FIELDS } from '../../../src/cms/pages/page';
import type { PageText } from '../../../src/cms/revisions/page-text';
import { doc, line, linesOf, merged as type, paragraph, table, textWith } from './texts';

function merge(base: PageText, mine: PageText, theirs: PageText, choices: Record<string, Choice> = {}): Merge {
  return mergeTexts(type, { base, mine, theirs }, new Map(Object.entries(choices)));
}

const body = (...blocks: Block[]): PageText => textWith({ body: blocks });
const ids = ({ text }: Merge): string[] => (text.content['body'] as Block[]).map(({ id }) => id);
const block = ({ text }: Merge, id: string): Block => (text.content['body'] as Block[]).find((one) => one.id === id)!;
const places = ({ clashes }: Merge): string[] => clashes.map(({ place }) => place);

describe('values', () => {
  test('what only one side changed is taken, whichever side it was', () => {
    const result = merge(textWith(), textWith({ wide: true }, { title: 'New' }), textWith({ lead: 'Theirs' }, { common: { ...NO_COMMON_FIELDS, description: 'Now there' } }));
    expect(isClean(result)).toBe(true);
    expect(result.text).toEqual(textWith({ wide: true, lead: 'Theirs' }, { title: 'New', common: { ...NO_COMMON_FIELDS, description: 'Now there' } }));
    expect(result.changes).toEqual([
      { path: ['title'], by: 'mine', what: 'changed' }, { path: ['common', 'description'], by: 'theirs', what: 'changed' },
      { path: ['content', 'lead'], by: 'theirs', what: 'changed' }, { path: ['content', 'wide'], by: 'mine', what: 'changed' },
    ]);
  });

  test('the same change on both sides is no question', () => {
    const result = merge(textWith(), textWith({ lead: 'Same' }), textWith({ lead: 'Same' }));
    expect([result.clashes, result.text.content['lead'], result.changes]).toEqual([[], 'Same', [{ path: ['content', 'lead'], by: 'same', what: 'changed' }]]);
  });

  test('two texts for one field are a question with three answers', () => {
    const sides = [textWith({ lead: 'Old' }), textWith({ lead: 'Mine' }), textWith({ lead: 'Theirs' })] as const;
    expect(merge(...sides).clashes).toEqual([{ place: 'content.lead', path: ['content', 'lead'], kind: 'value', base: 'Old', mine: 'Mine', theirs: 'Theirs', both: true, choice: null }]);
    expect((['mine', 'theirs', 'both'] as const).map((choice) => merge(...sides, { 'content.lead': choice }).text.content['lead'])).toEqual(['Mine', 'Theirs', 'Mine Theirs']);
    expect(isClean(merge(...sides, { 'content.lead': 'both' }))).toBe(true);
  });

  test('a slug, and what is no text, has no “both”: such a choice counts as none', () => {
    const result = merge(textWith(), textWith({}, { slug: 'mine' }), textWith({}, { slug: 'theirs' }), { slug: 'both' });
    expect(result.clashes).toEqual([expect.objectContaining({ place: 'slug', both: false, choice: null })]);
  });

  test('a group is merged field by field', () => {
    const where = (city: string, hall: string): PageText => textWith({ where: { city, hall } });
    expect(merge(where('A', 'B'), where('A2', 'B'), where('A', 'B2')).text.content['where']).toEqual({ city: 'A2', hall: 'B2' });
    expect(places(merge(where('A', 'B'), where('A2', 'B'), where('A3', 'B2')))).toEqual(['content.where.city']);
  });

  test('what one side emptied and the other rewrote is a question', () => {
    const result = merge(textWith({ note: doc('Old') }), textWith({ note: null }), textWith({ note: doc('New') }));
    expect(result.clashes).toEqual([expect.objectContaining({ place: 'content.note', mine: null, theirs: doc('New'), both: false })]);
  });
});

describe('lists', () => {
  const person = (name: string, role = ''): object => ({ name, role });
  const people = (...list: object[]): PageText => textWith({ people: list });

  test('what both added is there, in an order that does not depend on who asks', () => {
    const sides = [people(person('Ada')), people(person('Ada'), person('Bea')), people(person('Ada'), person('Cyd'))] as const;
    expect(merge(...sides).text.content['people']).toEqual([person('Ada'), person('Bea'), person('Cyd')]);
    expect(merge(sides[0], sides[2], sides[1]).text).toEqual(merge(...sides).text);
  });

  test('an item that both changed is merged field by field', () => {
    expect(merge(people(person('Ada', 'x')), people(person('Ada L', 'x')), people(person('Ada', 'y'))).text.content['people']).toEqual([person('Ada L', 'y')]);
  });

  test('one removed while the other changed it is a question', () => {
    expect(merge(people(person('Ada')), people(), people(person('Ada', 'chair'))).clashes).toEqual([
      expect.objectContaining({ place: 'content.people.~0', kind: 'items', mine: [], theirs: [person('Ada', 'chair')] }),
    ]);
  });
});

describe('rich text', () => {
  const note = (...lines: string[]): PageText => textWith({ note: doc(...lines) });

  test('different paragraphs, also neighbours, fit together', () => {
    expect(linesOf(merge(note('a', 'b', 'c'), note('a1', 'b', 'c', 'd'), note('a', 'b2', 'c')).text.content['note'])).toEqual(['a1', 'b2', 'c', 'd']);
  });

  test('one paragraph written twice is a question about that paragraph alone', () => {
    const sides = [note('a', 'b', 'c'), note('a', 'b1', 'c'), note('a2', 'b2', 'c')] as const;
    expect(places(merge(...sides))).toEqual(['content.note.~1']);
    expect(linesOf(merge(...sides, { 'content.note.~1': 'theirs' }).text.content['note'])).toEqual(['a2', 'b2', 'c']);
    expect(linesOf(merge(...sides, { 'content.note.~1': 'both' }).text.content['note'])).toEqual(['a2', 'b1', 'b2', 'c']);
  });

  test('two new paragraphs at one place are a question', () => {
    expect(places(merge(note('a'), note('a', 'x'), note('a', 'y')))).toEqual(['content.note.~1']);
  });

  test('different items of one list fit together', () => {
    const listed = (...items: string[]): PageText => textWith({ note: { type: 'doc', content: [{ type: 'bulletList', content: items.map((item) => ({ type: 'listItem', content: [line(item)] })) }] } });
    expect(merge(listed('a', 'b'), listed('a1', 'b'), listed('a', 'b2')).text).toEqual(listed('a1', 'b2'));
  });

  test('an editor that writes out what is not set has changed nothing', () => {
    const written = textWith({ note: { type: 'doc', content: [{ ...line('a'), attrs: { align: null } }] } });
    expect(merge(note('a'), written, note('b')).clashes).toEqual([]);
  });
});

describe('tables', () => {
  const rows = (result: Merge): string[][] => (block(result, 't').value['rows'] as unknown[][]).map((row) => row.map((cell) => linesOf(cell)[0]!));

  test('my new row and their new caption are both kept', () => {
    const result = merge(body(table('t', 'Old', ['a', 'b'])), body(table('t', 'Old', ['a', 'b'], ['c', 'd'])), body(table('t', 'New', ['a', 'b'])));
    expect([block(result, 't').value['caption'], rows(result), result.changes]).toEqual(['New', [['a', 'b'], ['c', 'd']], [{ path: ['content', 'body', 't'], by: 'both', what: 'changed' }]]);
  });

  test('cells of one row fit together', () => {
    expect(rows(merge(body(table('t', 'C', ['a', 'b'])), body(table('t', 'C', ['a1', 'b'])), body(table('t', 'C', ['a', 'b2']))))).toEqual([['a1', 'b2']]);
  });

  test('a new column against a new row is one question about the whole table', () => {
    const result = merge(body(table('t', 'C', ['a', 'b'])), body(table('t', 'C', ['a', 'b', 'c'])), body(table('t', 'C', ['a', 'b'], ['x', 'y'])));
    expect(result.clashes).toEqual([expect.objectContaining({ place: 'content.body.t.rows', both: false })]);
    expect(rows(result)).toEqual([['a', 'b', 'c']]);
  });

  test('typed columns and the rows below them belong together', () => {
    const typed = (columns: string[], cells: string[][]): PageText => body({ id: 't', type: 'typed-table', value: { caption: null, columns: columns.map((heading) => ({ heading, type: 'text' })), rows: cells } });
    expect(places(merge(typed(['A'], [['1']]), typed(['A', 'B'], [['1', '2']]), typed(['A'], [['one']])))).toEqual(['content.body.t']);
    expect(merge(typed(['A'], [['1'], ['2']]), typed(['A'], [['1x'], ['2']]), typed(['A'], [['1'], ['2y']])).clashes).toEqual([]);
  });
});

describe('blocks', () => {
  const [a, b, c] = [paragraph('a', 'A'), paragraph('b', 'B'), paragraph('c', 'C')];

  test('added, changed, removed and moved: all of it', () => {
    const result = merge(body(a, b, c), body(b, a, c, paragraph('m', 'mine')), body(paragraph('t', 'theirs'), a, paragraph('b', 'B2')));
    expect(ids(result)).toEqual(['t', 'b', 'a', 'm']);
    expect(linesOf(block(result, 'b').value['text'])).toEqual(['B2']);
    expect(result.changes.map(({ path, by, what }) => `${path.at(-1)} ${by} ${what}`).sort()).toEqual(['b theirs changed', 'a mine moved', 'c theirs removed', 'm mine added', 't theirs added'].sort());
  });

  test('new blocks of both at one place are all there', () => {
    expect(ids(merge(body(a), body(a, paragraph('m1', '1'), paragraph('m2', '2')), body(a, paragraph('t1', '3'))))).toEqual(['a', 'm1', 'm2', 't1']);
  });

  test('what follows a block that the other side moved goes with it', () => {
    expect(ids(merge(body(a, b, c), body(a, paragraph('m', 'after a'), b, c), body(b, c, a)))).toEqual(['b', 'c', 'a', 'm']);
  });

  test('one block changed on both sides is a question about the field in it', () => {
    const quote = (text: string, source: string): Block => ({ id: 'q', type: 'quote', value: { text: doc(text), source } });
    expect(block(merge(body(quote('T', 'S')), body(quote('T1', 'S')), body(quote('T', 'S2'))), 'q')).toEqual(quote('T1', 'S2'));
    expect(places(merge(body(quote('T', 'S')), body(quote('T', 'S1')), body(quote('T2', 'S2'))))).toEqual(['content.body.q.source']);
  });

  test('removed here and changed there is a question, and both answers work', () => {
    const sides = [body(a, b), body(a), body(a, paragraph('b', 'B2'))] as const;
    expect(merge(...sides).clashes).toEqual([expect.objectContaining({ place: 'content.body.b', kind: 'removed', mine: [], both: false })]);
    expect([ids(merge(...sides, { 'content.body.b': 'mine' })), ids(merge(...sides, { 'content.body.b': 'theirs' }))]).toEqual([['a'], ['a', 'b']]);
  });

  test('one id for two new blocks is a question, and both can stay', () => {
    const result = merge(body(a), body(a, paragraph('n', '1')), body(a, paragraph('n', '2')), { 'content.body.n': 'both' });
    expect(ids(result)).toEqual(['a', 'n', 'n-theirs']);
  });

  test('two orders are a question', () => {
    const sides = [body(a, b, c), body(b, a, c), body(a, c, b)] as const;
    expect(merge(...sides).clashes).toEqual([expect.objectContaining({ place: 'content.body.order', kind: 'order', both: false })]);
    expect(ids(merge(...sides, { 'content.body.order': 'theirs' }))).toEqual(['a', 'c', 'b']);
  });
});
