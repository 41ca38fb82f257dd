import { addPage } from '../../support/site';
import { addPerson, historyOf, openPeopleSite, send, signedIn, type Agent, type PeopleSite } from '../../accounts/people-site';
import { addChildren, ask, titlesAt, titlesIn } from './explored-site';

let site: PeopleSite;
let admin: Agent;
let parentId: number;
let pages: number[];
beforeEach(async () => {
  if (site) return;
  site = await openPeopleSite();
  await addPerson(site, 'editor@example.org', 'editors');
  await addPerson(site, 'viewer@example.org', 'viewers');
  admin = await signedIn(site, 'admin@example.org');
}, 60_000);
beforeEach(async () => {
  const name = `level-${Math.random().toString(36).slice(2)}`;
  parentId = await addPage(site, { path: `/${name}`, title: 'Level' });
  // all at position 0, as imported pages may be: ids decide
  pages = [];
  for (const title of ['A', 'B', 'C', 'D']) pages.push(await addPage(site, { path: `/${name}/${title.toLowerCase()}`, title, common: { showInMenus: true } }));
});
afterAll(() => site.close());

const order = (): Promise<string[]> => titlesAt(admin, `/admin/pages/${parentId}`);
const versionOf = async (id: number): Promise<string> => String((await site.deps.db('pages').where({ id }).first<{ version: number }>('version')).version);
const moved = async (index: number, to: Record<string, string>, agent = admin): Promise<{ status: number; body: Record<string, unknown> }> => ask(agent, `/admin/pages/${pages[index]}/position`, { version: await versionOf(pages[index]!), ...to });

test.each([
  [0, { step: 'down' }, 'BACD'], [3, { step: 'up' }, 'ABDC'], [2, { step: 'first' }, 'CABD'], [0, { step: 'last' }, 'BCDA'], [0, { step: 'up' }, 'ABCD'], [3, { step: 'down' }, 'ABCD'],
] as const)('a step of page %i, %j, gives %s', async (index, to, titles) => {
  expect((await moved(index, to)).status).toBe(200);
  expect((await order()).join('')).toBe(titles);
});

test('before one, after one, and to the end', async () => {
  await moved(3, { before: String(pages[1]) });
  expect((await order()).join('')).toBe('ADBC');
  await moved(0, { after: String(pages[2]) });
  expect((await order()).join('')).toBe('DBCA');
  await moved(3, { before: '' });
  expect((await order()).join('')).toBe('BCAD');
});

test('readers see the new order at once, and history says who made it; no address changes', async () => {
  await moved(3, { step: 'first' });
  const { body } = await moved(0, { step: 'last' });
  expect(body).toMatchObject({ place: 4, of: 4, undo: pages[1] });
  const { path } = (await site.deps.db('pages').where({ id: parentId }).first<{ path: string }>('path'));
  const { text } = await admin.get(`${path}/b/`);
  expect(text.indexOf('>D</a>')).toBeLessThan(text.indexOf('>A</a>'));
  const entry = (await historyOf(site, 'page.reordered')).at(-1)!;
  expect(entry).toMatchObject({ objectId: String(pages[0]), detail: { title: 'A', place: 4, before: null, from: pages[1] } });
});

test('without scripts a button leads back to the list, where the last move can be undone', async () => {
  const answer = await send(admin, 'POST', `/admin/pages/${pages[0]}/position`, { version: await versionOf(pages[0]!), step: 'down', list: 'reorder=1' });
  expect(answer.status).toBe(303);
  expect(answer.headers.location).toBe(`/admin/pages/${parentId}?reorder=1&done=reordered&page=${pages[0]}&n=2&undo=${pages[1]}#row-${pages[0]}`);
  const { text } = await admin.get(answer.headers.location!);
  expect(titlesIn(text).join('')).toBe('BACD');
  expect(text).toContain('“A” is now at place 2 of 4.');
  const undo = /action="([^"]*)" data-move data-undo>[^]*?name="version" value="(\d+)"[^]*?name="before" value="(\d*)"/.exec(text)!;
  expect((await send(admin, 'POST', undo[1]!, { version: undo[2]!, before: undo[3]!, undoing: '1', list: 'reorder=1' })).headers.location).toContain('done=put-back');
  expect((await order()).join('')).toBe('ABCD');
});

test('two people at once: who comes second with an old picture of the page is told, and sees how it stands', async () => {
  const editor = await signedIn(site, 'editor@example.org');
  const version = await versionOf(pages[0]!);
  expect((await ask(admin, `/admin/pages/${pages[0]}/position`, { version, step: 'last' })).status).toBe(200);
  const script = await ask(editor, `/admin/pages/${pages[0]}/position`, { version, step: 'down' });
  expect([script.status, script.body.detail]).toEqual([409, expect.stringContaining('Somebody else has moved or changed “A”')]);
  const form = await send(editor, 'POST', `/admin/pages/${pages[0]}/position`, { version, step: 'down', list: 'reorder=1' });
  expect(form.status).toBe(409);
  expect(form.text).toContain('Somebody else has moved or changed “A”');
  expect(titlesIn(form.text).join('')).toBe('BCDA');
});

test('two people who move different pages at the same moment both get what they asked for', async () => {
  const [a, d] = [await versionOf(pages[0]!), await versionOf(pages[3]!)];
  const editor = await signedIn(site, 'editor@example.org');
  const both = await Promise.all([ask(admin, `/admin/pages/${pages[0]}/position`, { version: a, step: 'last' }), ask(editor, `/admin/pages/${pages[3]}/position`, { version: d, step: 'first' })]);
  expect(both.map(({ status }) => status)).toEqual([200, 200]);
  expect((await order()).join('')).toBe('DBCA');
});

test('a page in the trash keeps its place, and is no step on the way', async () => {
  await site.deps.db('pages').where({ id: pages[1] }).update({ trashedAt: site.clock.now });
  await moved(2, { step: 'up' });
  expect((await order()).join('')).toBe('CAD');
  expect((await moved(3, { before: String(pages[1]) })).status).toBe(409);
});

test('what is refused: no right, a lock, a sibling that is none, no place, two places, the home page', async () => {
  const viewer = await signedIn(site, 'viewer@example.org');
  expect((await ask(viewer, `/admin/pages/${pages[0]}/position`, { version: '1', step: 'down' })).status).toBe(403);
  expect((await moved(0, { before: String(parentId) })).status).toBe(409);
  expect((await moved(0, {})).status).toBe(422);
  expect((await moved(0, { step: 'down', before: '' })).status).toBe(422);
  await site.deps.db('pages').where({ id: pages[0] }).update({ lockedAt: site.clock.now });
  expect((await moved(0, { step: 'down' })).status).toBe(409);
  const home = (await site.deps.db('pages').where({ path: '/' }).first<{ id: number; version: number }>('id', 'version'));
  expect((await ask(admin, `/admin/pages/${home.id}/position`, { version: String(home.version), step: 'up' })).status).toBe(409);
  expect((await order()).join('')).toBe('ABCD');
});

test('long levels: from the third page of the list to the top, and over the edge of a page', async () => {
  const first = await addChildren(site, parentId, 130);
  const last = first + 129;
  const { text } = await admin.get(`/admin/pages/${parentId}?reorder=1`);
  expect(text).toContain('value="first"');
  expect((await ask(admin, `/admin/pages/${last}/position`, { version: '1', step: 'first' })).body).toMatchObject({ place: 1, of: 134 });
  expect((await order())[0]).toBe('Page child 130');
});
