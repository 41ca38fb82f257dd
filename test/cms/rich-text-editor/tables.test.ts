import { filled, insertAt, moveTo, parseTabs, type Rows } from '../../../src/client/admin/tables/model';

const rows: Rows = [['a', 'b'], ['c', 'd']];

test('cells copied from a spreadsheet are read with their quotes and line breaks', () => {
  expect(parseTabs('a\tb\nc\td\n')).toEqual([['a', 'b'], ['c', 'd']]);
  expect(parseTabs('one\r\n\ttwo')).toEqual([['one'], ['', 'two']]);
  expect(parseTabs('"two\nlines"\t"he said ""no"""\tx')).toEqual([['two\nlines', 'he said "no"', 'x']]);
  expect(parseTabs('single')).toEqual([['single']]);
});

test('pasted cells fill the table from the cell on and make it larger', () => {
  expect(filled(rows, { row: 1, column: 1 }, [['X', 'Y'], ['Z', 'W']], () => null)).toEqual({ rows: [['a', 'b', null], ['c', 'X', 'Y'], [null, 'Z', 'W']], lost: 0 });
});

test('a table does not grow over its limits, and what did not fit is counted', () => {
  const wide = [Array.from({ length: 40 }, (_, index) => index)];
  const { rows: result, lost } = filled([['a']], { row: 0, column: 0 }, wide, () => null);
  expect([result[0]?.length, lost]).toEqual([30, 10]);
  const tall = Array.from({ length: 510 }, () => ['x']);
  expect(filled([['a']], { row: 0, column: 0 }, tall, () => null)).toMatchObject({ lost: 10 });
  expect(filled(rows, { row: 0, column: 1 }, [['X', 'Y']], () => null, 2)).toEqual({ rows: [['a', 'X'], ['c', 'd']], lost: 1 });
});

test('rows that a change does not touch stay the very same', () => {
  const result = filled(rows, { row: 1, column: 0 }, [['X']], () => null).rows;
  expect(result[0]).toBe(rows[0]);
  expect(insertAt(rows, 1, ['n', 'n'])).toEqual([['a', 'b'], ['n', 'n'], ['c', 'd']]);
  expect(moveTo(rows, 0, 1)).toEqual([['c', 'd'], ['a', 'b']]);
  expect(moveTo(rows, 0, 2)).toBe(rows);
});
