import request from 'supertest';
import { listPublicPages } from '../support/public-pages';
import { openSeededSite, type TestSite } from '../support/site';
import { MOST, queriesOfEach } from './queries-of-pages';

let site: TestSite;
beforeAll(async () => { site = await openSeededSite(); }, 60_000);
afterAll(() => site.close());

test('no page of the demonstration costs more than six queries on a warm process', async () => {
  await request(site.server).get('/').expect(200);
  const counts = await queriesOfEach(site, (await listPublicPages(site)).map(({ url }) => url));
  expect(Object.entries(counts).filter(([, count]) => count > MOST)).toEqual([]);
}, 180_000);
