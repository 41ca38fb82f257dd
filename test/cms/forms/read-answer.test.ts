import type { QuestionType } from '../../../src/cms/forms/form';
import { readAnswer } from '../../../src/cms/forms/read-answer';
import { question, TYPES } from './a-form';

const GOOD: readonly (readonly [QuestionType, string[], unknown])[] = [
  ['single-line', ['  Mara Lindqvist '], 'Mara Lindqvist'], ['single-line', ['x'.repeat(255)], 'x'.repeat(255)], ['single-line', ['e\u0301'], 'é'],
  ['multi-line', ['one\r\ntwo'], 'one\ntwo'], ['multi-line', ['x'.repeat(10_000)], 'x'.repeat(10_000)],
  ['email', ['mara@example.org'], 'mara@example.org'],
  ['number', ['12'], '12'], ['number', ['-2.5'], '-2.5'], ['number', ['1e3'], '1e3'], ['number', ['0'], '0'],
  ['url', ['https://example.org/a?b=c#d'], 'https://example.org/a?b=c#d'],
  ['checkbox', ['yes'], true], ['checkbox', [], false],
  ['checkboxes', ['blue', 'red'], ['red', 'blue']], ['checkboxes', [], []],
  ['drop-down', ['green'], 'green'], ['multiple-select', ['red'], ['red']], ['radio', ['blue'], 'blue'],
  ['date', ['2026-02-28'], '2026-02-28'], ['date', ['2028-02-29'], '2028-02-29'],
  ['date-time', ['2026-11-22T17:30'], '2026-11-22T17:30'], ['date-time', ['2026-11-22T17:30:59'], '2026-11-22T17:30:59'],
  ['hidden', ['from a letter'], 'from a letter'],
];

test.each(GOOD)('%s takes %j', (type, sent, answer) => {
  expect(readAnswer(question(type), sent)).toEqual({ answer });
});

const BAD: readonly (readonly [QuestionType, string[], RegExp])[] = [
  ['single-line', ['x'.repeat(256)], /At most 255 characters; these are 256/], ['single-line', ['one\ntwo'], /on one line/], ['single-line', ['a', 'b'], /one answer only/],
  ['multi-line', ['x'.repeat(10_001)], /At most 10,000/],
  ['email', ['mara'], /e-mail address/], ['email', ['a@b@c.example'], /e-mail address/], ['email', [`${'x'.repeat(250)}@example.org`], /At most 254/],
  ['number', ['twelve'], /not a number/], ['number', ['1,5'], /not a number/], ['number', ['NaN'], /not a number/], ['number', ['1e999'], /not a number/], ['number', ['0x1f'], /not a number/],
  ['url', ['example.org'], /web address/], ['url', ['javascript:alert(1)'], /web address/], ['url', ['ftp://example.org/'], /web address/],
  ['checkbox', ['perhaps'], /only be ticked/],
  ['checkboxes', ['red', 'pink'], /what is offered/], ['drop-down', ['pink'], /what is offered/], ['multiple-select', ['pink'], /what is offered/], ['radio', ['pink'], /what is offered/], ['radio', ['red', 'blue'], /one answer only/],
  ['date', ['2026-02-30'], /day of the calendar/], ['date', ['yesterday'], /day of the calendar/], ['date', ['22/11/2026'], /day of the calendar/],
  ['date-time', ['2026-11-22'], /a day and a time/], ['date-time', ['2026-11-22T24:00'], /a day and a time/], ['date-time', ['2026-02-30T12:00'], /a day and a time/],
];

test.each(BAD)('%s refuses %j', (type, sent, problem) => {
  expect(readAnswer(question(type), sent)).toEqual({ problem: expect.stringMatching(problem) });
});

test.each(TYPES.filter((type) => type !== 'hidden'))('%s may be left out unless it is required', (type) => {
  expect(readAnswer(question(type), [])).toHaveProperty('answer');
  expect(readAnswer(question(type, { required: true }), [])).toHaveProperty('problem');
  if (!['checkbox', 'checkboxes', 'multiple-select'].includes(type)) expect(readAnswer(question(type, { required: true }), ['  '])).toHaveProperty('problem');
});

test.each(TYPES.filter((type) => type !== 'hidden'))('%s refuses NUL, control characters and halves of characters', (type) => {
  for (const text of ['a\u0000b', 'a\u0007b', '\u001b[31m', 'a\u007f', 'a\ud800']) {
    expect(readAnswer(question(type), [text])).toEqual({ problem: expect.stringContaining('cannot be stored') });
  }
});

test('a hidden value that does not fit counts as what the form says', () => {
  const hidden = question('hidden', { defaultValue: 'letter 7', required: true });
  for (const sent of [['x'.repeat(256)], ['a\nb'], ['a\u0000'], ['a', 'b']]) expect(readAnswer(hidden, sent)).toEqual({ answer: 'letter 7' });
});
