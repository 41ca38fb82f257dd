import { fieldsOf, momentIn } from '../../../src/cms/workflow/moment';

test.each([
  ['Europe/Vienna', '2026-11-24', '09:00', '2026-11-24T08:00:00.000Z'],
  ['America/Los_Angeles', '2026-11-24', '09:00', '2026-11-24T17:00:00.000Z'],
  ['Asia/Kathmandu', '2026-11-24', '00:15', '2026-11-23T18:30:00.000Z'],
  ['UTC', '2028-02-29', '23:59', '2028-02-29T23:59:00.000Z'],
])('in %s, %s %s is %s', (zone, day, time, instant) => {
  expect(momentIn(zone, day, time).toISOString()).toBe(instant);
  expect(fieldsOf(zone, new Date(instant))).toEqual({ date: day, time });
});

test.each([['Europe/Vienna', '2027-03-28', '02:30'], ['America/New_York', '2027-03-14', '02:00'], ['Australia/Lord_Howe', '2026-10-04', '02:15']])(
  'in %s clocks leave out %s %s, and it is refused in words', (zone, day, time) => {
    expect(() => momentIn(zone, day, time)).toThrow(`leave out ${time}`);
  },
);

test.each([
  ['Europe/Vienna', '2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
  ['America/New_York', '2026-11-01', '01:30', '2026-11-01T05:30:00.000Z'],
])('in %s clocks show %s %s twice, and the first is meant', (zone, day, time, instant) => {
  expect(momentIn(zone, day, time).toISOString()).toBe(instant);
});

test('a day that is none is refused', () => {
  expect(() => momentIn('UTC', '2026-02-30', '09:00')).toThrow('no day of the calendar');
});
