import { openSeededSite, type TestSite } from '../../support/site';
import { attack } from './hostile-queries';

let site: TestSite;
beforeAll(async () => { site = await openSeededSite({ env: { TRUST_PROXY: '1' } }); }, 120_000);
afterAll(() => site.close());

test('of 200 hostile queries none is answered with 500, and none after more than a second', async () => {
  expect(await attack(site, 200, 1)).toEqual([]);
}, 120_000);
