import { changeCollection, makeCollection } from '../../../src/cms/collections/change-collection';
import { changeSettings } from '../../../src/cms/workflow/change-settings';
import { move } from '../../../src/cms/workflow/move';
import { restore } from '../../../src/cms/workflow/restore';
import { restrict } from '../../../src/cms/workflow/restrict';
import { trash } from '../../../src/cms/workflow/trash';
import { unpublish } from '../../../src/cms/workflow/unpublish';
import { insertSite } from '../../../src/cms/sites/queries';
import { SYSTEM } from '../../../src/platform/history/record';
import { addPage, openEmptySite, type TestSite } from '../../support/site';

/** Files belong to no site: what their readers may see is printed on pages of all of them. */
let site: TestSite;
let other: number;
let time = Date.parse('2026-03-01T12:00:00Z');
beforeAll(async () => {
  site = await openEmptySite({ now: () => new Date(time += 1_000) });
  const { deps } = site;
  const { settings } = deps.sites.default()!;
  other = await insertSite(deps.db, deps.now(), { key: 'other', name: 'Other', organisation: 'Other', lang: 'en', timeZone: 'UTC', isDefault: false, baseUrl: 'https://other.example.org', settings });
  await deps.sites.load();
});
afterAll(() => site.close());

test('whatever changes who may read the page of a collection gives every site a new content version, and nothing else does', async () => {
  const { deps } = site;
  const members = await addPage(site, { path: '/members' });
  const inside = await addPage(site, { path: '/members/inside' });
  const elsewhere = await addPage(site, { path: '/elsewhere' });
  const collection = await makeCollection(deps, SYSTEM, 'Minutes');
  await changeCollection(deps, SYSTEM, { id: collection, version: 1, name: 'Minutes', pageId: inside });

  const changes: [string, () => Promise<unknown>, boolean][] = [
    ['another page', () => restrict(deps, SYSTEM, { pageId: elsewhere, access: 'signed-in', password: null }), false],
    ['a page above it is made private', () => restrict(deps, SYSTEM, { pageId: members, access: 'signed-in', password: null }), true],
    ['a page above it is made public', () => restrict(deps, SYSTEM, { pageId: members, access: 'public', password: null }), true],
    ['it is moved below a private one', () => move(deps, SYSTEM, { pageId: members, parentId: elsewhere, position: null }), true],
    ['a page above it goes into the trash', () => trash(deps, SYSTEM, { pageId: members, reason: 'Over' }), true],
    ['and comes back', () => restore(deps, SYSTEM, { pageId: members }), true],
    ['it shall expire', () => changeSettings(deps, SYSTEM, inside, { ownerId: null, reviewOn: null, expiresAt: new Date(time + 9e6) }), true],
    ['the page above is taken off', () => unpublish(deps, SYSTEM, { pageId: members, reason: 'Over' }), false],
    ['it is taken off', () => unpublish(deps, SYSTEM, { pageId: inside, reason: 'Over' }), true],
  ];
  const found: [string, boolean][] = [];
  for (const [what, change] of changes) {
    const [before, known] = [await versionOf(other), deps.versions.key(other)];
    await change();
    found.push([what, await versionOf(other) > before]);
    expect([what, deps.versions.key(other) !== known]).toEqual(found.at(-1)); // this process knows it already
  }
  expect(found).toEqual(changes.map(([what, , expected]) => [what, expected]));
});

const versionOf = async (id: number): Promise<number> => (await site.deps.db('sites').where({ id }).first<{ contentVersion: number }>('contentVersion')).contentVersion;
