import { checkLinks } from '../src/check-links';
import { insertNavigationItem } from '../src/cms/navigation/queries';
import { publish } from '../src/cms/workflow/publish';
import { SYSTEM } from '../src/platform/history/record';
import { addPage, openEmptySite, savePage, type TestSite } from './support/site';

let site: TestSite;
beforeAll(async () => {
  site = await openEmptySite();
  await addPage(site, { path: '/about', type: 'section', title: 'About' });
  const item = { menu: 'footer', target: null, introduction: null, image: null, icon: null } as const;
  const parentId = await insertNavigationItem(site.deps.db, site.siteId, { ...item, parentId: null, position: 1, label: 'Pages' });
  for (const path of ['/about/', '/about/broken/']) {
    await insertNavigationItem(site.deps.db, site.siteId, { ...item, parentId, position: 2, label: path, target: `path:${path}` });
  }
});
afterAll(() => site.close());

test('a site without mistakes is reported as such, whatever its host is called', async () => {
  const { addresses, broken } = await checkLinks(site.deps);
  expect(broken).toEqual([]);
  expect(addresses).toBeGreaterThan(3);
});

test('dead and redirected links and missing places are named with the page that has them', async () => {
  const link = (text: string, href: string) => ({ type: 'paragraph', content: [{ type: 'text', text, marks: [{ type: 'link', attrs: { ref: href } }] }] });
  const type = site.deps.registry.pageTypes.get('standard')!;
  const links = [link('a', `${site.deps.publicUrl}/nothing-here/`), link('b', `${site.deps.publicUrl}/About`), link('c', `${site.deps.publicUrl}/about/#nowhere`), link('d', 'https://example.net/')];
  const content = { ...type.example, keyInfo: [{ id: 'b1', type: 'paragraph', value: { text: { type: 'doc', content: links } } }] };
  const pageId = await addPage(site, { path: '/about/broken', title: 'Broken' });
  const revisionId = await savePage(site, pageId, { slug: 'broken', title: 'Broken', content });
  await publish(site.deps, SYSTEM, { pageId, revisionId });

  const { broken } = await checkLinks(site.deps);
  expect(broken).toEqual([
    { page: '/about/broken/', link: '/nothing-here/', problem: '404' },
    { page: '/about/broken/', link: '/About', problem: '301 to /about/' },
    { page: '/about/broken/', link: '/about/#nowhere', problem: 'no place #nowhere' },
  ]);
});
