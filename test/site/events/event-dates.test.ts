import { byStart, datesOf, daysOf, isOver, isUpcoming, shortDates, type EventTime } from '../../../src/site/events/event-dates';
import { partEvents } from '../../../src/site/events/event-listing';
import { attendanceOf, placeOf, zoneText } from '../../../src/site/events/event-place';
import { openRegistration, stateOf, type EventStanding } from '../../../src/site/events/event-state';

const bangkok: EventStanding = {
  startDate: '2025-03-15', endDate: '2025-03-21', status: 'scheduled', timeZone: 'Asia/Bangkok', eventType: 'meeting', registrationUrl: null,
};
const at = (now: string) => ({ now: new Date(now), zone: 'UTC' });

test('an event that ends today is still to come, by the clocks of its place', () => {
  expect(isOver(bangkok, at('2025-03-21T16:59:00Z'))).toBe(false); // 23:59 in Bangkok
  expect(isOver(bangkok, at('2025-03-21T17:00:00Z'))).toBe(true); // midnight in Bangkok, still the 21st in London
});

test('without a zone of its own the site’s counts', () => {
  expect(isOver({ ...bangkok, timeZone: null }, at('2025-03-21T17:00:00Z'))).toBe(false);
});

test('without a last day the first one is both; an end before the start is ignored', () => {
  expect(daysOf({ ...bangkok, endDate: null })).toEqual({ start: '2025-03-15', end: '2025-03-15' });
  expect(daysOf({ ...bangkok, endDate: '2025-03-01' })).toEqual({ start: '2025-03-15', end: '2025-03-15' });
  expect(daysOf({ ...bangkok, startDate: null })).toEqual({ start: '2025-03-21', end: '2025-03-21' });
});

test('an event without a date is to be announced, to come, and after all others', () => {
  const unknown: EventTime = { startDate: null, endDate: null, status: 'scheduled', timeZone: null };
  expect(datesOf(unknown, at('2025-01-01T00:00:00Z'))).toEqual({ date: null, dateText: 'Date to be announced' });
  expect(isUpcoming(unknown, at('2125-01-01T00:00:00Z'))).toBe(true);
  expect([unknown, bangkok].sort(byStart(at('2025-01-01T00:00:00Z')))).toEqual([bangkok, unknown]);
  expect(shortDates(unknown)).toBe('');
});

test('a cancelled event is not to come; a postponed one stays, without its old dates', () => {
  expect(isUpcoming({ ...bangkok, status: 'cancelled' }, at('2025-01-01T00:00:00Z'))).toBe(false);
  const postponed = { ...bangkok, status: 'postponed' };
  expect(isUpcoming(postponed, at('2025-06-01T00:00:00Z'))).toBe(true);
  expect(datesOf(postponed, at('2025-06-01T00:00:00Z')).dateText).toBe('Date to be announced');
  expect(datesOf(postponed, at('2025-01-01T00:00:00Z')).dateText).toBe('15–21 March 2025');
});

test('the state says what a reader may do', () => {
  const before = at('2025-01-01T00:00:00Z');
  const open = { ...bangkok, registrationUrl: 'https://example.org/register' };
  expect(stateOf(bangkok, before)?.kind).toBe('later');
  expect(stateOf(open, before)?.kind).toBe('open');
  expect(stateOf({ ...open, status: 'cancelled' }, before)?.kind).toBe('cancelled');
  expect(stateOf({ ...open, status: 'postponed' }, before)?.kind).toBe('postponed');
  expect(stateOf(open, at('2025-04-01T00:00:00Z'))?.kind).toBe('over');
  expect(stateOf({ ...bangkok, eventType: 'interim' }, before)).toBeNull();
});

test('registration is offered only while it makes sense', () => {
  const open = { ...bangkok, registrationUrl: 'https://example.org/register' };
  expect(openRegistration(open, at('2025-01-01T00:00:00Z'))).toBe('https://example.org/register');
  expect(openRegistration(open, at('2025-04-01T00:00:00Z'))).toBeNull();
  expect(openRegistration({ ...open, status: 'cancelled' }, at('2025-01-01T00:00:00Z'))).toBeNull();
});

describe('a list of events', () => {
  const event = (pageId: number, startDate: string | null, status = 'scheduled') => (
    { pageId, standing: { ...bangkok, startDate, endDate: startDate, status } }
  );
  const events = [event(1, null), event(2, '2025-07-19'), event(3, '2024-11-02'), event(4, '2025-03-15'), event(5, '2024-03-16'), event(6, '2023-11-04'), event(7, '2025-09-01', 'cancelled'), event(8, '2024-12-01', 'postponed')];
  const parted = partEvents(events, [2], at('2025-02-10T00:00:00Z'));
  const ids = (list: readonly { pageId: number }[]) => list.map(({ pageId }) => pageId);

  test('shows each in one place: chosen by hand, to come with the undated last, past by year', () => {
    expect(ids(parted.promoted)).toEqual([2]);
    expect(ids(parted.upcoming)).toEqual([4, 1, 8]);
    expect(parted.past.map(({ year, events: list }) => [year, ids(list)])).toEqual([['2024', [3, 5]], ['2023', [6]]]);
  });

  test('has no promoted event that is not public', () => {
    expect(partEvents(events, [99], at('2025-02-10T00:00:00Z')).promoted).toEqual([]);
  });
});

test('a place is what the editor calls it, else city and country', () => {
  expect(placeOf({ place: null, city: 'Bangkok', country: 'TH' })).toBe('Bangkok, Thailand');
  expect(placeOf({ place: 'Bangkok', city: 'Krung Thep', country: 'TH' })).toBe('Bangkok');
  expect(placeOf({ place: null, city: null, country: 'TH' })).toBe('Thailand');
  expect(placeOf({ place: null, city: null, country: null })).toBeNull();
});

test('a zone is given with its offset on the first day', () => {
  expect(zoneText('Asia/Bangkok', '2025-03-15')).toBe('Asia/Bangkok, UTC+7');
  expect(zoneText('Asia/Bangkok', null)).toBe('Asia/Bangkok');
  expect(zoneText('Nowhere/Special', '2025-03-15')).toBeNull();
  expect(attendanceOf('hybrid')).toBe('In the room and online');
});
