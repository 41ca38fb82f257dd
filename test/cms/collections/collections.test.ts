import { restrict } from '../../../src/cms/workflow/restrict';
import { SYSTEM } from '../../../src/platform/history/record';
import { addPage } from '../../support/site';
import { addPerson, historyOf, openPeopleSite, send, signedIn, type Agent, type PeopleSite } from '../../accounts/people-site';
import { insertGroupUnlessThere } from '../../../src/accounts/queries';

let site: PeopleSite;
let admin: Agent;
let members: number;
beforeAll(async () => {
  site = await openPeopleSite();
  members = await addPage(site, { path: '/members', title: 'Members' });
  await restrict(site.deps, SYSTEM, { pageId: members, access: 'signed-in', password: null });
  admin = await signedIn(site, 'admin@example.org');
});
afterAll(() => site.close());

async function make(name: string): Promise<string> {
  const answer = await send(admin, 'POST', '/admin/collections', { name });
  return answer.headers.location!.replace('?done=created', '');
}

const stored = (url: string) => site.deps.db('collections').where('id', Number(url.split('/').at(-1))).first<{ name: string; pageId: number | null; version: number } | undefined>('name', 'pageId', 'version');

async function putFile(url: string): Promise<number> {
  const { nextval } = (await site.deps.db.raw<{ rows: { nextval: string }[] }>('select nextval(\'images_id_seq\')')).rows[0]!;
  const row = { name: `file-${nextval}`, filename: 'a.png', title: 'A file', mimeType: 'image/png', width: 10, height: 10, bytes: 10, sha256: 'ab'.repeat(32), storageKey: `images/${nextval}/original.png`, createdAt: new Date(), updatedAt: new Date() };
  const [image] = await site.deps.db('images').insert({ ...row, collectionId: Number(url.split('/').at(-1)) }).returning<{ id: number }[]>('id');
  return image!.id;
}

test('a collection is made for everybody, given to the readers of a page by its address or from the list, and back', async () => {
  const url = await make('Minutes of the board');
  expect(await stored(url)).toMatchObject({ name: 'Minutes of the board', pageId: null, version: 1 });
  expect((await admin.get(`${url}?done=created`)).text).toContain('Say who may have its files before you fill it');

  const versions = site.deps.versions.changes;
  const given = await send(admin, 'PATCH', url, { version: '1', name: 'Minutes of the board', who: 'page', address: '/members/' });
  expect([given.status, given.headers.location]).toEqual([303, `${url}?done=saved`]);
  expect(await stored(url)).toMatchObject({ pageId: members, version: 2 });
  expect(site.deps.versions.changes).toBeGreaterThan(versions);
  const { text } = await admin.get(url);
  expect(text).toContain('Now “Members”. People with an account here.');
  expect((await admin.get('/admin/collections')).text).toContain('For the readers of Members. People with an account here.');

  await send(admin, 'PATCH', url, { version: '2', name: 'Minutes', who: 'page', parent: '', address: '' });
  expect(await stored(url)).toMatchObject({ name: 'Minutes', pageId: members });
  await send(admin, 'PATCH', url, { version: '3', name: 'Minutes', who: 'everybody' });
  expect(await stored(url)).toMatchObject({ pageId: null, version: 4 });
  expect((await historyOf(site, 'collection.changed')).map(({ detail }) => detail)).toEqual([
    { name: 'Minutes of the board', pageId: members, pageIdBefore: null }, { name: 'Minutes', was: 'Minutes of the board' }, { name: 'Minutes', pageId: null, pageIdBefore: members },
  ]);
});

test('what is wrong stands beside its field, and what was typed stays', async () => {
  const url = await make('Taken');
  for (const [fields, problem] of [
    [{ name: '', who: 'everybody' }, 'A name is needed.'],
    [{ name: 'x'.repeat(81), who: 'everybody' }, 'A name may have at most 80 characters.'],
    [{ name: 'TAKEN once more', who: 'page' }, 'Choose a page, or type its address.'],
    [{ name: 'TAKEN once more', who: 'page', address: '/nowhere/' }, 'There is no page at this address.'],
    [{ name: 'TAKEN once more', who: 'page', address: '/members/', parent: '/' }, 'One page is chosen and another typed'],
    [{ name: 'Taken' }, 'Say who may have the files.'],
  ] as const) {
    const answer = await send(admin, 'PATCH', url, { version: '1', ...fields });
    expect([answer.status, answer.text.includes(problem)]).toEqual([422, true]);
    if (fields.name !== '') expect(answer.text).toContain(`value="${fields.name}"`);
  }
  const twice = await send(admin, 'POST', '/admin/collections', { name: 'taken' });
  expect([twice.status, twice.text.includes('Another collection has this name.'), twice.text.includes('value="taken"')]).toEqual([422, true, true]);
});

test('of two who change it at once the second sees both, and nothing is lost', async () => {
  const url = await make('Drawings');
  await send(admin, 'PATCH', url, { version: '1', name: 'Drawings of 2026', who: 'everybody' });
  const second = await send(admin, 'PATCH', url, { version: '1', name: 'Sketches', who: 'page', address: '/members/' });
  expect(second.status).toBe(409);
  expect(second.text).toContain('it is called “Drawings of 2026”, and its files are for everybody');
  expect(second.text).toContain('value="Sketches"');
  expect(second.text).toContain('value="/members/"');
  expect(second.text).toContain('name="version" value="2"');
  expect(await stored(url)).toMatchObject({ name: 'Drawings of 2026', pageId: null });
});

test('only an empty collection is deleted: files in the trash are in it, too', async () => {
  const url = await make('Old papers');
  const image = await putFile(url);
  const refused = await send(admin, 'DELETE', url);
  expect([refused.status, refused.text.includes('Only an empty collection can be deleted: 1 image is in it.')]).toEqual([409, true]);

  await site.deps.db('images').where('id', image).update({ trashedAt: new Date() });
  expect((await send(admin, 'DELETE', url)).text).toContain('1 file in the trash is in it');
  await site.deps.db('images').where('id', image).del();
  expect((await send(admin, 'DELETE', url)).headers.location).toBe('/admin/collections?done=deleted');
  expect(await stored(url)).toBeUndefined();
  expect((await admin.get(url)).status).toBe(404);
});

test('whoever looks after files without seeing the page is not told its title, and cannot choose it; others see only what is for them', async () => {
  const elsewhere = await addPage(site, { path: '/elsewhere' });
  const enter = { verb: 'enter', scope: 'area:staff' };
  await insertGroupUnlessThere(site.deps.db, { key: 'files', name: 'Files', description: '', grants: [enter, { verb: 'manage', scope: 'area:media' }] });
  await insertGroupUnlessThere(site.deps.db, { key: 'there', name: 'There', description: '', grants: [enter, { verb: 'view', scope: `page:${elsewhere}` }] });
  await addPerson(site, 'files@example.org', 'files');
  await addPerson(site, 'there@example.org', 'there');
  const [files, there] = [await signedIn(site, 'files@example.org'), await signedIn(site, 'there@example.org')];
  const url = await make('For members');
  await send(admin, 'PATCH', url, { version: '1', name: 'For members', who: 'page', address: '/members/' });

  const { text } = await files.get(url);
  expect([text.includes('“Members”'), text.includes('a page that you may not see')]).toEqual([false, true]);
  expect((await send(files, 'PATCH', url, { version: '2', name: 'For members', who: 'page', address: '/members/' })).status).toBe(422);
  expect((await send(files, 'PATCH', url, { version: '2', name: 'Of members', who: 'page' })).status).toBe(303);
  expect(await stored(url)).toMatchObject({ name: 'Of members', pageId: members });

  expect((await there.get(url)).status).toBe(404);
  expect((await there.get('/admin/collections')).text).not.toContain('Of members');
});

test('looking for the page in the chooser loses nothing that is typed, and saves nothing', async () => {
  const url = await make('Looking');
  await addPage(site, { path: '/members/inner', title: 'Inner' });
  const shownBy = (text: string) => ({
    name: /name="name"[^>]*value="([^"]*)"/.exec(text)?.[1], address: /name="address"[^>]*value="([^"]*)"/.exec(text)?.[1], who: /id="who-page"[^>]* checked/.test(text),
    chosen: /name="parent" value="([^"]*)"[^>]* checked/.exec(text)?.[1], version: /name="version" value="(\d+)"/.exec(text)?.[1],
  });
  const { text } = await admin.get(url);
  const below = /formaction="([^"]*)" name="step" value="go">1 below<span class="unseen"> Members</.exec(text)![1]!.replaceAll('&amp;', '&');
  expect(text).not.toMatch(/<a [^>]*href="\/admin\/collections\/\d+\?/); // no step leads away from the form

  const typed = { version: '1', name: 'A precious name', who: 'page', address: '/no', parent: '/members/', q: '' };
  const kept = { name: typed.name, address: '/no', who: true, chosen: '/members/', version: '1' };
  const stepped = await send(admin, 'PATCH', below, { ...typed, step: 'go' });
  expect([stepped.status, shownBy(stepped.text), stepped.text.includes('value="/members/inner/"')]).toEqual([200, kept, true]);
  for (const step of ['search', 'enter']) {
    const found = await send(admin, 'PATCH', url, { ...typed, name: '', q: 'Inner', step });
    expect([found.status, shownBy(found.text), found.text.includes('value="/members/inner/"')]).toEqual([200, { ...kept, name: '' }, true]);
  }
  await send(admin, 'PATCH', url, { version: '1', name: 'By somebody else', who: 'everybody' });
  const late = await send(admin, 'PATCH', `${url}?q=Inner`, { ...typed, address: '', parent: '/members/inner/', q: 'Inner', step: 'enter' });
  expect([late.status, shownBy(late.text)]).toEqual([409, { ...kept, address: '', chosen: '/members/inner/', version: '2' }]);
  expect((await send(admin, 'PATCH', url, { ...typed, version: '2', address: '', step: 'enter' })).headers.location).toBe(`${url}?done=saved`);
  expect(await stored(url)).toMatchObject({ name: typed.name, pageId: members });
});
