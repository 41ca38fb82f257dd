import { onePagePerType } from '../support/public-pages';
import { listRoutesBelow } from '../support/routes-below';
import { openSeededSite, type TestSite } from '../support/site';
import { invalidMarkup } from './valid-html';

let site: TestSite;
beforeAll(async () => { site = await openSeededSite(); }, 60_000);
afterAll(() => site.close());

const OTHERS = [
  '/search/', '/search/?query=standards', '/search/?query=xyzzy', '/search/?query=rfc9110&type=rfc', '/nothing/here/', '/%25%', '/sign-in', '/sign-out',
  '/blog/?date_from=nonsense&date_to=2020-01-01', '/blog/?page=2', '/meeting/?type=hackathon&year=2024', '/glossary/?query=xyzzy', '/about/groups/iesg/statements/?status=superseded',
  '/rfc/2616/', '/rfc/14/',
];

/** `html.long.ts` has every single page. */
test('every kind of page, and those around it, are valid HTML with one h1', async () => {
  const pages = (await onePagePerType(site)).map(({ url }) => url);
  expect(pages.length).toBeGreaterThan(15);
  expect(await invalidMarkup(site, [...pages, ...await listRoutesBelow(site, 'pages'), ...OTHERS])).toEqual([]);
}, 400_000);
