import { addPerson, signedIn } from '../../accounts/people-site';
import { presetGroups } from '../../../src/accounts/preset-groups';
import { insertGroupUnlessThere } from '../../../src/accounts/queries';
import { openSeededSite, type TestSite } from '../../support/site';
import { changedBySaving, type StoredPage } from './saved-unchanged';

let site: TestSite;
beforeAll(async () => {
  site = await openSeededSite();
  for (const group of presetGroups) await insertGroupUnlessThere(site.deps.db, group);
  await addPerson(site, 'admin@example.org', 'administrators');
}, 180_000);
afterAll(() => site.close());

test('every page of the demonstration opens, and saving it unchanged makes no new revision', async () => {
  const pages = await site.deps.db('pages').orderBy('id').select<StoredPage[]>('id', 'path', 'draftRevisionId');
  expect(pages.length).toBeGreaterThan(200);
  expect(await changedBySaving(site, await signedIn(site, 'admin@example.org'), pages)).toEqual([]);
}, 400_000);
