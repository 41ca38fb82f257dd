import { insertGroupUnlessThere } from '../../../src/accounts/queries';
import { addPage } from '../../support/site';
import { addPerson, openPeopleSite, signedIn, type PeopleSite } from '../../accounts/people-site';

let site: PeopleSite;
const ids: Record<string, number> = {};
beforeAll(async () => {
  site = await openPeopleSite();
  for (const path of ['/a', '/a/inner', '/a/inner/deep', '/b', '/c']) ids[path] = await addPage(site, { path, title: `Page ${path}` });
  await insertGroupUnlessThere(site.deps.db, { key: 'some', name: 'Some', description: 'x', grants: [
    { verb: 'enter', scope: 'area:staff' }, { verb: 'view', scope: '*' }, { verb: 'edit', scope: '*' }, { verb: 'add', scope: `page:${ids['/b']}` },
  ] });
  await addPerson(site, 'some@example.org', 'some');
}, 60_000);
afterAll(() => site.close());

/** Address → why not; null: it can be chosen. */
function placesIn(html: string): Record<string, string | null> {
  return Object.fromEntries([...html.matchAll(/value="(\/[^"]*)" form="place-form"( disabled)?>[^]*?<\/label>\s*(?:<span class="small soft">([^<]*))?/g)].map(([, address, disabled, why]) => [address, disabled ? why : null]));
}

test('each place on a level can be chosen, or says why not', async () => {
  const admin = await signedIn(site, 'admin@example.org');
  expect(placesIn((await admin.get(`/admin/pages/chooser?for=${ids['/a/inner']}&below=${ids['/a']}`)).text)).toEqual({ '/a/': 'where it stands now', '/a/inner/': 'part of what is moved' });
  expect(placesIn((await admin.get(`/admin/pages/chooser?for=${ids['/a/inner']}&below=${ids['/a']}&copying=1`)).text)).toEqual({ '/a/': null, '/a/inner/': 'part of what is copied' });
  const some = await signedIn(site, 'some@example.org');
  const home = await site.deps.db('pages').where({ path: '/' }).first<{ id: number }>('id');
  expect(placesIn((await some.get(`/admin/pages/chooser?for=${ids['/a/inner']}&below=${home.id}`)).text)).toEqual({
    '/': 'you may not add pages here', '/a/': 'where it stands now', '/b/': null, '/c/': 'you may not add pages here',
  });
});

test('levels lead down and up, and a search goes through all below', async () => {
  const admin = await signedIn(site, 'admin@example.org');
  const { text } = await admin.get(`/admin/pages/chooser?for=${ids['/c']}&below=${ids['/a']}`);
  expect(text).toContain(`href="/admin/pages/chooser?for=${ids['/c']}&amp;below=${ids['/a/inner']}"`.replaceAll('&amp;', text.includes('&#38;') ? '&#38;' : '&amp;'));
  expect(placesIn((await admin.get(`/admin/pages/chooser?for=${ids['/c']}&below=${ids['/a']}&q=deep`)).text)).toEqual({ '/a/': null, '/a/inner/deep/': null });
  expect((await admin.get('/admin/pages/chooser?for=999999')).status).toBe(404);
  expect((await admin.get(`/admin/pages/chooser?for=${ids['/c']}&below=999999`)).status).toBe(404);
});
