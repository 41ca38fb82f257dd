import request from 'supertest';
import { openEmptySite, type TestSite } from '../../support/site';
import { addExample } from './support';

/** On the first of January in UTC, still New Year's Eve where the site is. */
const NOW = new Date('2026-01-01T04:30:00Z');

let site: TestSite;
beforeAll(async () => {
  site = await openEmptySite({ now: () => NOW });
  await site.deps.db('sites').update({ timeZone: 'America/Los_Angeles' });
  await site.deps.sites.load();
  await addExample(site, '/meeting', 'event-listing');
  await addExample(site, '/meeting/spring', 'event', { startDate: '2025-03-15', endDate: '2025-03-21' });
});
afterAll(() => site.close());

test('URL-01: next year is the one after the year of the site’s calendar', async () => {
  await request(site.server).get('/meeting/?year=2026').expect(200);
  await request(site.server).get('/meeting/?year=2027').expect(404);
});
