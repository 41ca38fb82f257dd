import { dateBlock, dayIn, formatDay, formatMonth, formatRange, isZone, nextDay, parseDay, shortDay, shortRange, startOfDay, utcOffset } from '../../src/platform/dates';

test('a day is written out, or short', () => {
  expect(formatDay('2025-02-04')).toBe('4 February 2025');
  expect(shortDay('2025-09-04')).toBe('4 Sep 2025');
  expect(formatMonth('2022-06')).toBe('June 2022');
});

test.each([
  ['2025-03-15', '2025-03-21', '15–21 March 2025'],
  ['2025-03-30', '2025-04-05', '30 March – 5 April 2025'],
  ['2025-12-28', '2026-01-03', '28 December 2025 – 3 January 2026'],
  ['2025-03-15', '2025-03-15', '15 March 2025'],
  ['2024-03-15', '2025-03-21', '15 March 2024 – 21 March 2025'],
])('%s to %s is written %s', (start, end, text) => {
  expect(formatRange(start, end)).toBe(text);
});

test('below a heading of the year the range does without it', () => {
  expect(shortRange('2025-03-15', '2025-03-21')).toBe('15–21 Mar');
  expect(shortRange('2025-03-30', '2025-04-05')).toBe('30 Mar – 5 Apr');
  expect(shortRange('2025-03-30', '2025-03-30')).toBe('30 Mar');
});

test('the calendar leaf names the first month and both days', () => {
  expect(dateBlock('2025-03-30', '2025-04-05')).toEqual({ month: 'MAR', days: '30–5', year: '2025', iso: '2025-03-30' });
  expect(dateBlock('2025-03-30', '2025-03-30').days).toBe('30');
  expect(dateBlock('2025-09-01', '2025-09-02').month).toBe('SEP');
});

test('an instant is another day elsewhere', () => {
  const evening = new Date('2025-03-15T20:00:00Z');
  expect(dayIn('Asia/Bangkok', evening)).toBe('2025-03-16');
  expect(dayIn('America/Los_Angeles', evening)).toBe('2025-03-15');
  expect(dayIn('Nowhere/Special', evening)).toBe('2025-03-15');
});

test('a day begins when its own zone says so', () => {
  expect(startOfDay('Asia/Bangkok', '2025-03-15').toISOString()).toBe('2025-03-14T17:00:00.000Z');
  expect(nextDay('2024-02-28')).toBe('2024-02-29');
});

test('offsets follow summer time', () => {
  expect(utcOffset('Asia/Bangkok', '2025-03-15')).toBe('UTC+7');
  expect(utcOffset('Europe/London', '2025-01-15')).toBe('UTC');
  expect(utcOffset('Europe/London', '2025-07-15')).toBe('UTC+1');
  expect(utcOffset('America/St_Johns', '2025-01-15')).toBe('UTC−3:30');
});

test.each([
  ['2025-02-04', '2025-02-04'], ['04/02/2025', '2025-02-04'], ['4/2/2025', '2025-02-04'], [' 2024-02-29 ', '2024-02-29'],
  ['2025-02-29', undefined], ['31/04/2025', undefined], ['yesterday', undefined], ['', undefined], ['2025-2-4', undefined],
])('%p typed as a day is %p', (typed, day) => {
  expect(parseDay(typed)).toBe(day);
});

test('only zones of the IANA list are zones', () => {
  expect(isZone('Asia/Bangkok')).toBe(true);
  expect(isZone('Asia/Nowhere')).toBe(false);
});
