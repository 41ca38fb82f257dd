import { byStart, datesOf, daysOf, isOver, isUpcoming, shortDates, utcSpanOf, type EventTime } from '../../../src/site/events/event-dates';
import { attendanceOf, onlineWords, placeOf, zoneText } from '../../../src/site/events/event-place';
import { bannerOf, openRegistration, stateOf, type EventStanding } from '../../../src/site/events/event-state';

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
  expect(datesOf(unknown, at('2025-01-01T00:00:00Z'))).toEqual({ date: null, dateText: 'Date to be announced', dates: null });
  expect(isUpcoming(unknown, at('2125-01-01T00:00:00Z'))).toBe(true);
  expect([unknown, bangkok].sort(byStart(at('2025-01-01T00:00:00Z')))).toEqual([bangkok, unknown]);
  expect(shortDates(unknown)).toBeNull();
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

test('the UTC span goes from the first midnight at the place to the last', () => {
  expect(utcSpanOf(bangkok, at('2025-01-01T00:00:00Z'))).toEqual({
    start: { iso: '2025-03-14T17:00Z', text: '14 March 2025, 17:00' }, end: { iso: '2025-03-21T17:00Z', text: '21 March 2025, 17:00' },
  });
  const paris = { ...bangkok, timeZone: 'Europe/Paris', startDate: '2025-03-29', endDate: '2025-03-30' };
  expect(utcSpanOf(paris, at('2025-01-01T00:00:00Z'))).toMatchObject({ start: { iso: '2025-03-28T23:00Z' }, end: { iso: '2025-03-30T22:00Z' } }); // clocks change
});

test('there is no UTC span where it says nothing new, or cannot be known', () => {
  const before = at('2025-01-01T00:00:00Z');
  expect(utcSpanOf({ ...bangkok, timeZone: 'Atlantic/Reykjavik' }, before)).toBeNull();
  expect(utcSpanOf({ ...bangkok, timeZone: null }, before)).toBeNull();
  expect(utcSpanOf({ ...bangkok, startDate: null, endDate: null }, before)).toBeNull();
});

test('PT-07: a cancelled or postponed event has a banner, as long as and after it would have been', () => {
  const [before, after] = [at('2025-01-01T00:00:00Z'), at('2025-06-01T00:00:00Z')];
  expect(bannerOf(bangkok, before)).toBeNull();
  expect(bannerOf({ ...bangkok, status: 'cancelled' }, before)).toMatchObject({ kind: 'cancelled', text: 'This event is cancelled. It does not take place.' });
  expect(bannerOf({ ...bangkok, status: 'cancelled' }, after)).toMatchObject({ kind: 'cancelled', text: 'This event was cancelled.' });
  expect(bannerOf({ ...bangkok, status: 'postponed' }, before)?.text).toContain('Wait for its new date');
  expect(bannerOf({ ...bangkok, status: 'postponed' }, after)?.text).toContain('not known yet');
});

test('a place is what the editor calls it, else city and country', () => {
  const place = { place: null, city: null, country: null, online: 'hybrid' };
  expect(placeOf({ ...place, city: 'Bangkok', country: 'TH' })).toBe('Bangkok, Thailand');
  expect(placeOf({ ...place, place: 'Bangkok', city: 'Krung Thep', country: 'TH' })).toBe('Bangkok');
  expect(placeOf({ ...place, country: 'TH' })).toBe('Thailand');
  expect(placeOf(place)).toBeNull();
});

test('an event that is online only needs no place, and says so once', () => {
  expect(placeOf({ place: null, city: null, country: null, online: 'only' })).toBe('Online');
  expect(onlineWords('only', 'Online')).toBeNull();
  expect(onlineWords('only', 'Vancouver, Canada')).toBe('Online only');
  expect(onlineWords('hybrid', null)).toBeNull();
});

test('a zone is given with its offset on the first day, and the other one where clocks change', () => {
  const days = (start: string, end: string) => ({ start, end });
  expect(zoneText('Asia/Bangkok', days('2025-03-15', '2025-03-21'))).toBe('Asia/Bangkok, UTC+7');
  expect(zoneText('Europe/Paris', days('2025-03-25', '2025-04-02'))).toBe('Europe/Paris, UTC+1, from the change of clocks UTC+2');
  expect(zoneText('Asia/Bangkok', null)).toBe('Asia/Bangkok');
  expect(zoneText('Nowhere/Special', days('2025-03-15', '2025-03-15'))).toBeNull();
  expect(attendanceOf('hybrid')).toBe('In the room and online');
});
