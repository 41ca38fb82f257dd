import { openSeededSite, type TestSite } from '../../support/site';
import { attack } from './hostile-queries';

let site: TestSite;
beforeAll(async () => { site = await openSeededSite({ env: { TRUST_PROXY: '1' } }); }, 300_000);
afterAll(() => site.close());

test('of 2,000 hostile queries none is answered with 500, and none after more than a second', async () => {
  expect(await attack(site, 2_000, 2)).toEqual([]);
}, 300_000);
