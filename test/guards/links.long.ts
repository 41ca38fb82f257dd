import request from 'supertest';
import { openSeededSite, type TestSite } from '../support/site';

/** From the home page over every internal link of every page: nothing dead, nothing redirected, no missing anchor. */
let site: TestSite;
beforeAll(async () => { site = await openSeededSite(); }, 60_000);
afterAll(() => site.close());

const HREF = /<(?:a|link)\b[^>]*?\shref="([^"]*)"/g;

test('every internal link of every page leads to a page that is there, at the place that it names', async () => {
  const pages = new Map<string, { status: number; ids: Set<string>; links: string[] }>();
  const waiting = ['/'];
  for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
    if (pages.has(url)) continue;
    const page = await load(url);
    pages.set(url, page);
    waiting.push(...page.links.map((link) => link.split('#')[0]!).filter((path) => path !== '' && !pages.has(path)));
  }

  expect([...pages.keys()].length).toBeGreaterThan(40);
  expect([...pages].filter(([, { status }]) => status !== 200).map(([url, { status }]) => `${status} ${url}`)).toEqual([]);
  const missing = [...pages].flatMap(([url, { links }]) => links.filter((link) => !anchorExists(pages, link)).map((link) => `${url} → ${link}`));
  expect(missing).toEqual([]);
}, 400_000);

async function load(url: string): Promise<{ status: number; ids: Set<string>; links: string[] }> {
  const { status, text = '', type } = await request(site.server).get(url);
  if (type !== 'text/html') return { status, ids: new Set(), links: [] };
  const links = [...text.matchAll(HREF)].map(([, href]) => href!.replace(/&amp;/g, '&')).filter((href) => /^(?:\/(?!\/)|#)/.test(href));
  return { status, ids: new Set([...text.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id!)), links: links.map((link) => (link.startsWith('#') ? url + link : link)) };
}

function anchorExists(pages: ReadonlyMap<string, { ids: Set<string> }>, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  return anchor === undefined || (pages.get(path)?.ids.has(anchor) ?? false);
}

test('no link is empty or leads to the top of nothing', async () => {
  const { text } = await request(site.server).get('/');
  const hrefs = [...text.matchAll(HREF)].map(([, href]) => href);
  expect(hrefs).not.toContain('');
  expect(hrefs).not.toContain('#');
});
