import request from 'supertest';
import { getPage } from '../../../src/cms/pages/queries';
import { changeSettings } from '../../../src/cms/workflow/change-settings';
import { SYSTEM } from '../../../src/platform/history/record';
import { addPerson, historyOf, openPeopleSite, type PeopleSite } from '../../accounts/people-site';
import { addPage } from '../../support/site';

let site: PeopleSite;
let pageId: number;
let ownerId: number;
beforeAll(async () => {
  site = await openPeopleSite();
  pageId = await addPage(site, { path: '/looked-after' });
  ownerId = await addPerson(site, 'owner@example.org', 'editors');
});
afterAll(() => site.close());

const set = (settings: object) => changeSettings(site.deps, SYSTEM, pageId, { ownerId: null, reviewOn: null, expiresAt: null, ...settings });

test('owner, review day and expiry are changed at once; history has what changed, from and to, and nothing when nothing did', async () => {
  const expiresAt = new Date(site.clock.now.getTime() + 60_000);
  await set({ ownerId, reviewOn: '2027-01-01' });
  await set({ ownerId, reviewOn: '2027-01-01', expiresAt });
  await set({ ownerId, reviewOn: '2027-01-01', expiresAt });
  expect(await getPage(site.deps.db, pageId)).toMatchObject({ ownerId, reviewOn: '2027-01-01', expiresAt });
  expect((await historyOf(site, 'page.settings-changed')).map(({ detail }) => [detail.before, detail.after])).toEqual([
    [{ ownerId: null, reviewOn: null }, { ownerId, reviewOn: '2027-01-01' }],
    [{ expiresAt: null }, { expiresAt: expiresAt.toISOString() }],
  ]);
  site.clock.now = expiresAt;
  await request(site.server).get('/looked-after/').expect(410);
});

test('a moment that is over and a person who is not there are refused', async () => {
  await expect(set({ expiresAt: new Date(0) })).rejects.toMatchObject({ status: 422, problems: [{ field: 'time', message: expect.stringContaining('unpublish') }] });
  await expect(set({ ownerId: 99_999 })).rejects.toMatchObject({ status: 422, problems: [{ field: 'owner', message: expect.any(String) }] });
});
