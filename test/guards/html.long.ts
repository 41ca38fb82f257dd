import { listPublicPages } from '../support/public-pages';
import { openSeededSite, type TestSite } from '../support/site';
import { invalidMarkup } from './valid-html';

let site: TestSite;
beforeAll(async () => { site = await openSeededSite(); }, 60_000);
afterAll(() => site.close());

test('every page of the demonstration is valid HTML with one h1', async () => {
  expect(await invalidMarkup(site, (await listPublicPages(site)).map(({ url }) => url))).toEqual([]);
}, 400_000);
