import { addPage, type TestSite } from '../../support/site';
import { AT, citing, getPage, openRfcSite } from './rfc-site';

let site: TestSite;
beforeAll(async () => {
  site = await openRfcSite();
  await addPage(site, { path: '/about', title: 'About HTTP', content: citing(site, 'rfc:9110', 'rfc:9110', 'bcp:14') });
});
afterAll(() => site.close());

const get = (url: string) => getPage(site, url);
const cited = async (url: string) => [...(await get(url)).split('Cited on this site')[1]?.split('</ul>')[0]?.matchAll(/<li><a href="([^"]*)">/g) ?? []].map(([, link]) => link);

test('the page of an RFC names each public page that cites it, once', async () => {
  expect(await cited('/rfc/9110/')).toEqual(['/about/']);
  expect(await cited('/rfc/bcp/14/')).toEqual(['/about/']);
  expect(await cited('/rfc/3550/')).toEqual([]);
});

test('it never names a page that readers may not see', async () => {
  const { db } = site.deps;
  for (const [slug, hidden] of Object.entries({
    draft: { liveRevisionId: null }, expired: { expiresAt: new Date('2026-11-01T00:00:00Z') }, trashed: { trashedAt: AT }, below: { ancestorTrashed: true }, private: { effectiveAccess: 'signed-in' },
  })) {
    const id = await addPage(site, { path: `/hidden-${slug}`, title: `Hidden ${slug}`, content: citing(site, 'rfc:18') });
    await db('pages').where({ id }).update(hidden);
  }
  site.deps.versions.startOver();
  expect(await get('/rfc/18/')).not.toMatch(/\/hidden-|Hidden /);
});

test('it names at most twenty, and then says that there are more', async () => {
  for (let number = 0; number < 22; number += 1) await addPage(site, { path: `/citing-${number}`, content: citing(site, 'rfc:6019') });
  expect(await cited('/rfc/6019/')).toHaveLength(20);
  expect(await get('/rfc/6019/')).toContain('More pages cite RFC 6019');
});

test('references lead here while the list of RFCs is public, and to the RFC Editor when it is not', async () => {
  expect(await get('/about/')).toContain('href="/rfc/9110/"');
  expect(await get('/about/')).toContain('href="/rfc/bcp/14/"');
  const show = async (shown: Record<string, unknown>): Promise<void> => {
    await site.deps.db('pages').where('path', '/rfc').update(shown);
    site.deps.versions.startOver();
  };
  await show({ expiresAt: new Date('2026-11-01T00:00:00Z') });
  expect(await get('/about/?again')).toContain('href="https://www.rfc-editor.org/rfc/rfc9110.html"');
  expect(await get('/about/?again')).toContain('href="https://www.rfc-editor.org/info/bcp14"');
  await show({ expiresAt: null });
});
