import request from 'supertest';
import { addPage, openEmptySite, type TestSite } from '../../support/site';
import { countQueries } from '../../support/count-queries';
import { addExample, mainOf, textOf, titlesIn } from './support';

const NOW = new Date('2025-02-10T17:30:00Z'); // the 11th in Bangkok

let site: TestSite;
beforeAll(async () => {
  site = await openEmptySite({ now: () => NOW });
  await addExample(site, '/meeting', 'event-listing');
  await addExample(site, '/meeting/late', 'event', { startDate: '2025-07-19', endDate: '2025-07-25', city: 'Madrid', country: 'ES' });
  await addExample(site, '/meeting/soon', 'event', { startDate: '2025-03-15', endDate: '2025-03-21', timeZone: 'Asia/Bangkok' });
  await addExample(site, '/meeting/today', 'event', { startDate: '2025-02-09', endDate: '2025-02-10', eventType: 'interim', online: 'only' });
  await addExample(site, '/meeting/over-there', 'event', { startDate: '2025-02-08', endDate: '2025-02-10', timeZone: 'Asia/Bangkok' });
  await addExample(site, '/meeting/unknown', 'event');
  await addExample(site, '/meeting/postponed', 'event', { startDate: '2024-12-01', status: 'postponed' });
  await addExample(site, '/meeting/cancelled', 'event', { startDate: '2025-03-01', status: 'cancelled' });
  await addExample(site, '/meeting/was-cancelled', 'event', { startDate: '2024-03-01', endDate: '2024-03-04', status: 'cancelled' });
  await addExample(site, '/meeting/past', 'event', { startDate: '2024-11-02', endDate: '2024-11-08', eventType: 'hackathon', city: 'Dublin', country: 'IE' });
  await addExample(site, '/meeting/new-year', 'event', { startDate: '2023-12-28', endDate: '2024-01-03' });
  await addPage(site, { path: '/meeting/inner' });
  await addExample(site, '/meeting/inner/deep', 'event', { startDate: '2022-05-05' });
});
afterAll(() => site.close());

const titles = async (url: string): Promise<string[]> => titlesIn(await mainOf(site, url));

test('EV-01, EV-02: to come soonest first, by the clocks of the place, those without a date last; then past, newest first', async () => {
  expect(await titles('/meeting/')).toEqual(['today', 'soon', 'late', 'unknown', 'postponed', 'over-there', 'past', 'was-cancelled', 'new-year', 'deep']);
});

test('EV-03: past events stand below the year in which they began', async () => {
  const html = await mainOf(site, '/meeting/');
  const past = html.slice(html.indexOf('id="past"'));
  expect([...past.matchAll(/<h3>(\d{4})<\/h3>/g)].map(([, year]) => year)).toEqual(['2025', '2024', '2023', '2022']);
});

test('EV-01: every entry prints both days in <time>, and its place', async () => {
  const html = await mainOf(site, '/meeting/');
  expect(html).toContain('<time datetime="2025-07-19">19</time>–<time datetime="2025-07-25">25 July 2025</time>, Madrid, Spain');
  expect(html).toContain('<time datetime="2024-11-02">2</time>–<time datetime="2024-11-08">8 Nov</time>');
  expect(html).toContain('<small>Dublin, Ireland</small>');
});

test('PT-07: lists say what was cancelled, postponed or online', async () => {
  const html = await mainOf(site, '/meeting/');
  const entry = (title: string): string => html.split('<li').find((part) => part.includes(`>Title ${title}<`))!;
  expect(entry('was-cancelled')).toContain('Cancelled');
  expect(entry('postponed')).toContain('Postponed');
  expect(entry('today')).toContain('Online');
  expect(entry('past')).not.toContain('Online');
});

test('EV-04: filtered by kind, by year, by both; every link keeps the other filter', async () => {
  expect(await titles('/meeting/?type=hackathon')).toEqual(['past']);
  expect(await titles('/meeting/?year=2024')).toEqual(['past', 'was-cancelled']);
  expect(await titles('/meeting/?type=meeting&year=2025')).toEqual(['soon', 'late', 'over-there']);
  const html = await mainOf(site, '/meeting/?type=meeting&year=2025');
  expect(html).toContain('href="/meeting/?type=interim&amp;year=2025"');
  expect(html).toContain('href="/meeting/?type=meeting&amp;year=2024"');
  expect(html).toContain('3 events');
  expect(html).toContain('Remove the filter');
});

test('EV-04, LIST-01: values that cannot be are not there', async () => {
  for (const query of ['type=party', 'type=Meeting', 'year=2021', 'year=2031', 'year=25', 'year=abcd', 'page=0', 'page=2', 'page=x', 'page=-1', 'page=1.5', 'type=meeting&type=interim', 'type=__proto__']) {
    const { status } = await request(site.server).get(`/meeting/?${query}`);
    expect([query, status]).toEqual([query, 404]);
  }
});

test('a year between the first event and next year without any, and a kind without any, are empty lists', async () => {
  expect(await titles('/meeting/?year=2026')).toEqual([]);
  expect(await mainOf(site, '/meeting/?type=other')).toContain('No events match.');
});

test('URL-04, LIST-01: empty values and the first page lead to the clean address', async () => {
  for (const [query, status, location] of [
    ['page=1', 301, '/meeting/'], ['type=&year=&page=', 302, '/meeting/'], ['year=2024&type=', 302, '/meeting/?year=2024'], ['year=2024&type=hackathon&page=1', 301, '/meeting/?type=hackathon&year=2024'],
  ] as const) {
    const response = await request(site.server).get(`/meeting/?${query}`);
    expect([query, response.status, response.headers.location]).toEqual([query, status, location]);
  }
});

test('SEO-03: a filtered list is not for search engines and names its own address; others are', async () => {
  const filtered = await textOf(site, '/meeting/?year=2024&type=hackathon&utm_source=x');
  expect(filtered).toMatch(/<meta name="robots" content="noindex/);
  expect(filtered).toMatch(/<link rel="canonical" href="[^"]*\/meeting\/\?type=hackathon&amp;year=2024">/);
  expect(filtered).toContain('<title>Title meeting: Hackathons, 2024 – Test</title>');
  const whole = await textOf(site, '/meeting/?unknown=1');
  expect(whole).toMatch(/<link rel="canonical" href="[^"]*\/meeting\/">/);
});

test('events to come only, past ones only, events elsewhere', async () => {
  const { id } = await site.deps.db('pages').where({ path: '/meeting' }).first<{ id: number }>('id');
  await addExample(site, '/to-come', 'event-listing', { shows: 'upcoming', below: `page:${id}` });
  await addExample(site, '/over', 'event-listing', { shows: 'past', below: `page:${id}` });
  expect(await titles('/to-come/')).toEqual(['today', 'soon', 'late', 'unknown', 'postponed']);
  expect(await titles('/over/')).toEqual(['over-there', 'past', 'was-cancelled', 'new-year', 'deep']);
  expect((await request(site.server).get('/over/?year=2027')).status).toBe(404);
});

test('promoted events stand above in their order, once; a filter finds them in their place', async () => {
  const idOf = async (path: string): Promise<number> => (await site.deps.db('pages').where({ path }).first<{ id: number }>('id')).id;
  const hidden = await addExample(site, '/hidden', 'event', { startDate: '2025-06-01' }, { published: false });
  const [listing, late, past] = await Promise.all(['/meeting', '/meeting/late', '/meeting/past'].map(idOf));
  await addExample(site, '/chosen', 'event-listing', { below: `page:${listing}`, promoted: [past, hidden, late].map((id) => ({ page: `page:${id}` })) });
  const all = await titles('/chosen/');
  expect(all.slice(0, 3)).toEqual(['past', 'late', 'today']);
  expect(all.filter((title) => ['past', 'late', 'hidden'].includes(title))).toEqual(['past', 'late']);
  expect(await titles('/chosen/?year=2025')).toEqual(['today', 'soon', 'late', 'over-there']);
});

test('lists offer their calendar to subscribe to, their feed, and each event to come for a calendar', async () => {
  const html = await mainOf(site, '/meeting/');
  expect(html).toMatch(/href="webcal:\/\/[^"]+\/meeting\/events\.ics"/);
  expect(html).toContain('href="/meeting/events.ics"');
  expect(html).toContain('href="/meeting/feed/"');
  expect(html).toContain('href="/meeting/soon/event.ics"');
  expect(html).not.toContain('href="/meeting/past/event.ics"');
  expect(html).not.toContain('href="/meeting/unknown/event.ics"');
});

describe('a long list', () => {
  const COUNT = 230;
  beforeAll(async () => {
    await addExample(site, '/long', 'event-listing');
    await addExample(site, '/long/first', 'event', { startDate: '2025-05-01', endDate: '2025-05-02' });
    await copyEvent('/long/first', COUNT - 1);
  });

  /** Rows like those of a published event, one for each of some days back, five of them to come. */
  async function copyEvent(path: string, count: number): Promise<void> {
    const { db } = site.deps;
    await db.raw(`
      insert into pages (site_id, parent_id, ancestor_ids, position, type, slug, path, first_path, title, live_revision_id, first_published_at, last_published_at, created_at, updated_at)
      select site_id, parent_id, ancestor_ids, n, type, 'copy-' || n, '/long/copy-' || n, '/long/copy-' || n, 'Title copy-' || n, live_revision_id, first_published_at, last_published_at, created_at, updated_at
      from pages, generate_series(1, ?) n where path = ?`, [count, path]);
    await db.raw(`
      insert into listings (page_id, site_id, type, title, date, start_date, end_date, status, facts)
      select c.id, l.site_id, l.type, c.title, l.date, date '2025-02-20' - c.position * 2, date '2025-02-20' - c.position * 2, l.status, l.facts
      from listings l join pages p on p.id = l.page_id, pages c where p.path = ? and c.slug like 'copy-%'`, [path]);
    site.deps.versions.startOver();
  }

  test('EV-03: 50 a page, and every event is on one of them, once', async () => {
    const pages = await Promise.all(['', '?page=2', '?page=3', '?page=4', '?page=5'].map((query) => titles(`/long/${query}`)));
    expect(pages.map((page) => page.length)).toEqual([50, 50, 50, 50, 30]);
    expect(new Set(pages.flat()).size).toBe(COUNT);
    expect((await request(site.server).get('/long/?page=6')).status).toBe(404);
  });

  test('a later page has its own canonical address and title, links to its neighbours and none of the text', async () => {
    const text = await textOf(site, '/long/?page=2');
    expect(text).toMatch(/<link rel="canonical" href="[^"]*\/long\/\?page=2">/);
    expect(text).toContain('<title>Title long, page 2 – Test</title>');
    expect(text).toContain('href="/long/" rel="prev"');
    expect(text).toContain('href="/long/?page=3" rel="next"');
    expect(text).toContain('230 events');
    expect(text).not.toMatch(/<meta name="robots" content="noindex/);
  });

  test('its pager keeps the filter', async () => {
    expect(await mainOf(site, '/long/?type=meeting&page=2')).toContain('href="/long/?type=meeting&amp;page=3"');
  });

  test('costs as many queries as a short one', async () => {
    const cost = (url: string): Promise<number> => countQueries(site.deps.db, () => request(site.server).get(url).expect(200));
    await cost('/long/?warm');
    const [long, later, short] = [await cost('/long/?a'), await cost('/long/?page=3'), await cost('/meeting/?a')];
    expect(long).toBe(short);
    expect(later).toBe(long);
    expect(long).toBeLessThanOrEqual(6);
  });
});
