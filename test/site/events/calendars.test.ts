import type ICAL from 'ical.js';
import request from 'supertest';
import { SYSTEM } from '../../../src/platform/history/record';
import { publish } from '../../../src/cms/workflow/publish';
import { addPage, openEmptySite, savePage, type TestSite } from '../../support/site';
import { registrations } from '../../../src/site/index';
import { addExample, calendarAt } from './support';

let now = new Date('2025-02-10T12:00:00Z');

let site: TestSite;
let soon: number;
beforeAll(async () => {
  site = await openEmptySite({ now: () => now });
  await addPage(site, { path: '/about' });
  await addExample(site, '/about/events', 'event-listing');
  await addExample(site, '/meeting', 'event-listing');
  soon = await addExample(site, '/meeting/soon', 'event', { startDate: '2025-03-15', endDate: '2025-03-21', city: 'Bangkok', country: 'TH' });
  await addExample(site, '/meeting/past', 'event', { startDate: '2024-03-15', online: 'only' });
  await addExample(site, '/meeting/cancelled', 'event', { startDate: '2025-04-01', status: 'cancelled' });
  await addExample(site, '/meeting/postponed', 'event', { startDate: '2025-05-01', status: 'postponed' });
  await addExample(site, '/meeting/unknown', 'event');
  await addExample(site, '/meeting/draft', 'event', { startDate: '2025-06-01' }, { published: false });
  await addExample(site, '/elsewhere', 'event', { startDate: '2025-06-01' });
});
afterAll(() => site.close());

const summaries = (events: readonly ICAL.Component[]): string[] => events.map((event) => String(event.getFirstPropertyValue('summary')));
const valueOf = (event: ICAL.Component, name: string): string => String(event.getFirstPropertyValue(name));

test('EV-05: a listing’s calendar has all its public events with a date, cancelled ones too', async () => {
  const events = await calendarAt(site, '/meeting/events.ics');
  expect(summaries(events)).toEqual(['Title postponed', 'Title cancelled', 'Title soon', 'Title past']);
  expect(events.map((event) => valueOf(event, 'status'))).toEqual(['TENTATIVE', 'CANCELLED', 'CONFIRMED', 'CONFIRMED']);
});

test('EV-05: an event’s own calendar has that event, with days at its place, the end exclusive', async () => {
  const [event, ...others] = await calendarAt(site, '/meeting/soon/event.ics');
  expect(others).toEqual([]);
  expect(valueOf(event!, 'uid')).toBe(`event-${soon}@${new URL(site.deps.sites.default()!.baseUrl).hostname}`);
  expect([valueOf(event!, 'dtstart'), valueOf(event!, 'dtend')]).toEqual(['2025-03-15', '2025-03-22']);
  expect(valueOf(event!, 'location')).toBe('Bangkok, Thailand');
  expect(valueOf(event!, 'url')).toBe(`${site.deps.sites.default()!.baseUrl}/meeting/soon/`);
});

test('a cancelled event keeps its calendar; one without a date has none', async () => {
  expect(valueOf((await calendarAt(site, '/meeting/cancelled/event.ics'))[0]!, 'status')).toBe('CANCELLED');
  await request(site.server).get('/meeting/unknown/event.ics').expect(404);
  await request(site.server).get('/meeting/draft/event.ics').expect(404);
  await request(site.server).get('/elsewhere/events.ics').expect(404);
});

test('EV-05: /meetings.ics is the calendar of the list nearest to the top', async () => {
  const [own, root] = await Promise.all(['/meeting/events.ics', '/meetings.ics'].map(async (url) => (await request(site.server).get(url).expect(200)).text));
  expect(root).toBe(own);
});

test('conditional requests: 304 for who has it, by tag or by date; HEAD has the headers', async () => {
  for (const url of ['/meetings.ics', '/meeting/events.ics', '/meeting/soon/event.ics']) {
    const { headers } = await request(site.server).get(url).expect(200);
    expect(headers).toMatchObject({ 'cache-control': 'public, max-age=300', 'x-robots-tag': 'noindex' });
    await request(site.server).get(url).set('If-None-Match', headers.etag!).expect(304);
    await request(site.server).get(url).set('If-None-Match', '"other"').expect(200);
    await request(site.server).get(url).set('If-Modified-Since', headers['last-modified']!).expect(304);
    const head = await request(site.server).head(url).expect(200);
    expect([head.headers.etag, head.headers['content-type'], head.text ?? '']).toEqual([headers.etag, 'text/calendar; charset=utf-8', '']);
    await request(site.server).post(url).set('Sec-Fetch-Site', 'same-origin').expect(405);
  }
});

test('time alone changes no calendar', async () => {
  const before = await request(site.server).get('/meeting/events.ics').expect(200);
  now = new Date('2025-08-01T12:00:00Z');
  site.deps.versions.startOver();
  const after = await request(site.server).get('/meeting/events.ics').expect(200);
  now = new Date('2025-02-10T12:00:00Z');
  expect(after.headers.etag).toBe(before.headers.etag);
});

test('a change keeps the UID, lets SEQUENCE grow and moves the stamps', async () => {
  const [before] = await calendarAt(site, '/meeting/soon/event.ics');
  now = new Date('2025-02-11T09:00:00Z');
  const { example } = registrations.pageTypes.find(({ key }) => key === 'event')!;
  const revisionId = await savePage(site, soon, { slug: 'soon-after', title: 'Title soon', content: { ...example, startDate: '2025-03-16', endDate: '2025-03-22' } });
  await publish(site.deps, SYSTEM, { pageId: soon, revisionId });
  const [after] = await calendarAt(site, '/meeting/soon-after/event.ics');
  expect(valueOf(after!, 'uid')).toBe(valueOf(before!, 'uid'));
  expect(Number(valueOf(after!, 'sequence'))).toBeGreaterThan(Number(valueOf(before!, 'sequence')));
  expect(valueOf(after!, 'dtstamp')).toBe('2025-02-11T09:00:00Z');
  expect(valueOf(after!, 'last-modified')).toBe('2025-02-11T09:00:00Z');
  expect(valueOf(after!, 'dtend')).toBe('2025-03-23');
});

test('a site without a list of events has no /meetings.ics', async () => {
  const empty = await openEmptySite();
  try {
    await request(empty.server).get('/meetings.ics').expect(404);
  } finally {
    await empty.close();
  }
});
