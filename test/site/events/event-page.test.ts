import request from 'supertest';
import { upsertSnippet } from '../../../src/cms/snippets/queries';
import { registrations } from '../../../src/site/index';
import { openEmptySite, type TestSite } from '../../support/site';
import { addExample, mainOf, textOf } from './support';

const NOW = new Date('2025-02-10T12:00:00Z');

let site: TestSite;
beforeAll(async () => {
  site = await openEmptySite({ now: () => NOW });
  for (const [key, title, link] of [['one', 'Example One', 'https://one.example/'], ['two', 'Example Two', null]] as const) {
    await upsertSnippet(site.deps.db, NOW, { type: 'sponsor', key, title, content: { title, logo: null, link } });
  }
  await addExample(site, '/meeting', 'event-listing');
  await addExample(site, '/meeting/full', 'event', {
    startDate: '2025-03-15', endDate: '2025-03-21', city: 'Bangkok', country: 'TH', timeZone: 'Asia/Bangkok', registrationUrl: 'https://registration.example.org/',
    venueTitle: 'Where we meet', venue: [{ line: 'Example Hotel' }, { line: '1 Example Street' }], extras: [{ text: paragraph('Breakfast') }],
    reservationName: 'Example block', reservationsOpen: '2024-12-01', contacts: [{ text: paragraph('Ask at the desk') }],
    roomRates: [{ id: 'b1', type: 'paragraph', value: { text: paragraph('THB 3,000 a night') } }],
    keyDetails: [
      { title: 'Agenda', links: [{ ref: 'https://agenda.example.org/', text: 'The agenda' }] },
      { title: 'Agenda', links: [{ ref: 'page:99999', text: 'No longer there' }] },
    ],
    hosts: [{ sponsor: 'sponsor:one' }], sponsors: [{ category: 'Connectivity', sponsors: [{ sponsor: 'sponsor:two' }, { sponsor: 'sponsor:gone' }] }],
  });
  await addExample(site, '/meeting/bare', 'event');
  await addExample(site, '/meeting/cancelled', 'event', { startDate: '2025-04-01', status: 'cancelled', online: 'only' });
});
afterAll(() => site.close());

function paragraph(text: string): object {
  return { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] };
}

async function dataOf(path: string): Promise<Record<string, unknown> | undefined> {
  const text = await textOf(site, path);
  const all = [...text.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(([, json]) => JSON.parse(json!) as Record<string, unknown>);
  return all.find((one) => one['@type'] === 'Event');
}

function expectInOrder(html: string, words: readonly string[]): void {
  const places = words.map((word) => html.indexOf(word));
  expect(words.filter((_word, index) => places[index] === -1)).toEqual([]);
  expect(places).toEqual([...places].sort((one, other) => one - other));
}

test('PT-09: both days at the place, its zone, and the same in UTC, each in <time>', async () => {
  const html = await mainOf(site, '/meeting/full/');
  expect(html).toContain('<time datetime="2025-03-15">15</time>–<time datetime="2025-03-21">21 March 2025</time>');
  expect(html).toContain('Asia/Bangkok, UTC+7');
  expect(html).toContain('<time datetime="2025-03-14T17:00Z">14 March 2025, 17:00</time> to <time datetime="2025-03-21T17:00Z">21 March 2025, 17:00</time>');
});

test('4.9: key details, venue, sponsors by category, in this order', async () => {
  expectInOrder(await mainOf(site, '/meeting/full/'), [
    'Key details', 'The agenda', 'Where we meet', 'Example Hotel', '1 Example Street', 'THB 3,000 a night', 'Breakfast', 'Reservations open',
    '1 December 2024', 'Example block', 'Ask at the desk', 'Sponsors', '<h3>Host</h3>', '>Example One</a></li>', '<h3>Connectivity</h3>', 'Example Two',
  ]);
});

test('EV-06: a key detail that leads nowhere prints as its words', async () => {
  const html = await mainOf(site, '/meeting/full/');
  expect(html).toContain('<a href="https://agenda.example.org/">The agenda</a>');
  expect(html).toContain('<li>No longer there</li>');
});

test('EV-07: registration, calendar and host are offered on an event to come; without any of its parts there is no venue', async () => {
  const html = await mainOf(site, '/meeting/full/');
  expect(html).toContain('href="https://registration.example.org/"');
  expect(html).toContain('href="/meeting/full/event.ics"');
  expect(html).toMatch(/<dt>Host<\/dt><dd>Example One<\/dd>/);
  const bare = await mainOf(site, '/meeting/bare/');
  expect(bare).toContain('Date to be announced');
  for (const word of ['event.ics', 'Meeting venue information', 'Key details', 'Sponsors']) expect(bare).not.toContain(word);
});

test('EV-08: a sponsor without a link is its name', async () => {
  const html = await mainOf(site, '/meeting/full/');
  expect(html).toContain('<a href="https://one.example/">Example One</a>');
  expect(html).toContain('<li>Example Two</li>');
});

test('EV-09: a cancelled event stays, with a banner above its title and its calendar', async () => {
  const html = await mainOf(site, '/meeting/cancelled/');
  expectInOrder(html, ['This event is cancelled.', '<h1>', 'href="/meeting/cancelled/event.ics"', 'Online only']);
  expect(html).not.toContain('Add to calendar');
});

test('its calendar is announced in the head', async () => {
  expect(await textOf(site, '/meeting/full/')).toMatch(/<link rel="alternate" type="text\/calendar"[^>]* href="[^"]*\/meeting\/full\/event\.ics"/);
});

test('SEO-06: what, when, where, whether it takes place and who is behind it, for machines', async () => {
  expect(await dataOf('/meeting/full/')).toMatchObject({
    name: 'Title full', startDate: '2025-03-15', endDate: '2025-03-21', eventStatus: 'https://schema.org/EventScheduled',
    eventAttendanceMode: 'https://schema.org/MixedEventAttendanceMode',
    location: [
      { '@type': 'Place', name: 'Example Hotel', address: { '@type': 'PostalAddress', addressLocality: 'Bangkok', addressCountry: 'TH' } },
      { '@type': 'VirtualLocation', url: 'https://registration.example.org/' },
    ],
    organizer: { '@type': 'Organization', name: 'Test Organisation' },
    sponsor: [{ '@type': 'Organization', name: 'Example One', url: 'https://one.example/' }, { '@type': 'Organization', name: 'Example Two' }],
    offers: { '@type': 'Offer', url: 'https://registration.example.org/' },
  });
  expect(await dataOf('/meeting/cancelled/')).toMatchObject({
    eventStatus: 'https://schema.org/EventCancelled', eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode', location: [{ '@type': 'VirtualLocation' }],
  });
  expect(await dataOf('/meeting/bare/')).toBeUndefined();
});

test('the last day is not before the first', () => {
  const { check, example } = registrations.pageTypes.find(({ key }) => key === 'event')!;
  const of = (startDate: string | null, endDate: string | null): string[] => check!({ ...example, startDate, endDate }).map(({ field }) => field);
  expect(of('2025-03-15', '2025-03-14')).toEqual(['endDate']);
  expect(of('2025-03-15', '2025-03-15')).toEqual([]);
  expect(of('2025-03-15', null)).toEqual([]);
  expect(of(null, '2025-03-15')).toEqual([]);
});

test('an event that is online only needs no place, and says so once', async () => {
  const html = await mainOf(site, '/meeting/cancelled/');
  expect(html).not.toContain('<dt>Place</dt>');
  expect(html).toMatch(/<dt>Attendance<\/dt><dd>Online only<\/dd>/);
});

test('below an event there is nothing else', async () => {
  await request(site.server).get('/meeting/full/events.ics').expect(404);
});
