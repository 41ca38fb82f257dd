import { exampleBody } from '../../../src/site/example';
import { addPage, openEmptySite, type TestSite } from '../../support/site';

/** On the first of January in UTC, still New Year's Eve where the site is. */
const AT = new Date('2026-01-01T04:30:00Z');

let site: TestSite;
beforeAll(async () => {
  site = await openEmptySite({ now: () => AT });
  await site.deps.db('sites').update({ timeZone: 'America/Los_Angeles' });
  await site.deps.sites.load();
});
afterAll(() => site.close());

async function found(pageId: number): Promise<{ date: string; year: number | null; fadesOn: string | null }> {
  return site.deps.db('searchDocuments').where({ pageId }).first('date', 'year', 'fadesOn');
}

test('a page is found under the day that the site’s calendar shows when it was first published', async () => {
  const pageId = await addPage(site, { path: '/page' });
  expect(await found(pageId)).toEqual({ date: '2025-12-31', year: null, fadesOn: null });
});

test('what has a date of its own is found under the day and the year that lists print', async () => {
  const content = { ...site.deps.registry.pageTypes.get('announcement')!.example, date: '2025-01-01T03:00:00Z', body: exampleBody('Text.') };
  await addPage(site, { path: '/announcements', type: 'announcement-index' });
  const pageId = await addPage(site, { path: '/announcements/late', type: 'announcement', content });
  expect(await found(pageId)).toEqual({ date: '2024-12-31', year: 2024, fadesOn: '2024-12-31' });
});
