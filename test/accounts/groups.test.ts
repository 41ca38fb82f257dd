import { findCurrentUser } from '../../src/accounts/queries';
import { may } from '../../src/accounts/permissions';
import { addPage } from '../support/site';
import { addPerson, historyOf, openPeopleSite, send, signedIn, type Agent, type PeopleSite } from './people-site';

let site: PeopleSite;
let admin: Agent;
let about: number;
beforeAll(async () => {
  site = await openPeopleSite();
  about = await addPage(site, { path: '/about', title: 'About' });
  admin = await signedIn(site, 'admin@example.org');
});
afterAll(() => site.close());

const idOf = async (key: string) => (await site.deps.db('userGroups').where({ key }).first('id')).id as number;
const grantsOf = async (groupId: number) => (await site.deps.db('grants').where({ groupId }).select('verb', 'scope')).map(({ verb, scope }: Record<string, string>) => `${verb!} ${scope!}`).sort();

async function make(fields: Record<string, string | string[]>): Promise<number> {
  const answer = await send(admin, 'POST', '/admin/groups', { description: '', page: '', ...fields });
  return Number(/\/admin\/groups\/(\d+)\?done=created/.exec(answer.headers.location ?? '')?.[1]);
}

test('a group of one\'s own holds verbs over areas and over the pages that were named by their address', async () => {
  const id = await make({ name: 'About keepers', grants: ['enter area:staff', 'manage area:media'], page: 'http://localhost/about/?x#y', pageVerbs: ['view', 'edit'] });
  expect(await grantsOf(id)).toEqual([`edit page:${about}`, 'enter area:staff', 'manage area:media', `view page:${about}`]);
  const { text } = await admin.get(`/admin/groups/${id}`).expect(200);
  expect(text).toMatch(new RegExp(`value="edit page:${about}"[^>]* checked`));
  expect(text).toContain('>/about/</span>');
  expect((await historyOf(site, 'group.created')).at(-1)).toMatchObject({ objectId: String(id), detail: { name: 'About keepers' } });

  const member = await addPerson(site, 'member@example.org');
  await site.deps.db('userGroupMembers').insert({ groupId: id, userId: member });
  const user = await findCurrentUser(site.deps.db, member);
  const page = (pageId: number) => ({ page: { id: pageId, ancestorIds: pageId === about ? [1] : [1, about], ownerId: null } });
  expect([may(user, 'edit', page(about)), may(user, 'edit', page(99)), may(user, 'publish', page(about))]).toEqual([true, true, false]);
  expect((await admin.get(`/admin/groups/${id}`)).text).toContain('member@example.org');
});

test('a changed group loses what is not ticked any more, and history says what', async () => {
  const id = await make({ name: 'Menus', grants: ['manage area:menus', 'manage area:forms'] });
  expect((await send(admin, 'PATCH', `/admin/groups/${id}`, { name: 'Menus!', description: 'Of the site.', page: '', grants: 'manage area:menus' })).headers.location).toBe(`/admin/groups/${id}?done=saved`);
  expect(await grantsOf(id)).toEqual(['manage area:menus']);
  expect((await historyOf(site, 'group.changed')).at(-1)).toMatchObject({ detail: { was: 'Menus', name: 'Menus!', added: [], removed: ['manage area:forms'] } });
});

test('a page that is not there, and verbs without a page, are problems of the form, which keeps what was typed', async () => {
  const fields = { name: 'Typed', description: '', grants: 'manage area:media' };
  for (const [more, problem] of [
    [{ page: '/nowhere/', pageVerbs: 'edit' }, 'There is no page at this address.'],
    [{ page: '/../x', pageVerbs: 'edit' }, 'There is no page at this address.'],
    [{ page: '', pageVerbs: 'edit' }, 'Which page?'],
    [{ page: '/about/' }, 'Choose what the group may do there.'],
  ] as const) {
    const answer = await send(admin, 'POST', '/admin/groups', { ...fields, ...more });
    expect([answer.status, answer.text.includes(problem)]).toEqual([422, true]);
    expect(answer.text).toContain('value="Typed"');
    expect(answer.text).toMatch(/value="manage area:media"[^>]* checked/);
  }
});

test.each(['fly *', 'edit area:media', 'manage *; drop', 'edit page:999999', 'manage area:snippets:nothing', 'enter area:media'])('the permission “%s” is not taken', async (grant) => {
  const answer = await send(admin, 'POST', '/admin/groups', { name: 'Odd', description: '', page: '', grants: grant });
  expect([400, 422]).toContain(answer.status);
});

test('one\'s own group can be deleted, those that the site began with stay', async () => {
  const id = await make({ name: 'For a while' });
  expect((await send(admin, 'DELETE', `/admin/groups/${id}`)).headers.location).toBe('/admin/groups?done=deleted');
  await admin.get(`/admin/groups/${id}`).expect(404);
  expect((await send(admin, 'DELETE', `/admin/groups/${await idOf('editors')}`)).status).toBe(409);
  expect(await historyOf(site, 'group.deleted')).toHaveLength(1);
});

test('administrators may always do everything', async () => {
  const id = await idOf('administrators');
  expect((await admin.get(`/admin/groups/${id}`)).text).toContain('Administrators may always do everything');
  expect((await send(admin, 'PATCH', `/admin/groups/${id}`, { name: 'Administrators', description: '', page: '' })).status).toBe(409);
  expect(await grantsOf(id)).toHaveLength(8);
});

test('nobody gives a group what they lack, or changes a group that may do more than they', async () => {
  const keepers = await make({ name: 'Keepers', grants: ['enter area:staff', 'manage area:users'], page: '/about/', pageVerbs: ['edit', 'view'] });
  const keeperId = await addPerson(site, 'keeper@example.org');
  await site.deps.db('userGroupMembers').insert({ groupId: keepers, userId: keeperId });
  const below = await addPage(site, { path: '/about/below' });
  const keeper = await signedIn(site, 'keeper@example.org');
  const give = (grants: string) => send(keeper, 'POST', '/admin/groups', { name: 'Given', description: '', page: '', grants });
  expect([await give('edit *'), await give('manage area:media'), await give('publish page:1'), await give(`publish page:${below}`)].map(({ status }) => status)).toEqual([403, 403, 403, 403]);
  expect((await give(`edit page:${below}`)).status).toBe(303); // below what they hold
  expect((await send(keeper, 'PATCH', `/admin/groups/${await idOf('publishers')}`, { name: 'Mine', description: '', page: '' })).status).toBe(403);
  expect((await send(keeper, 'DELETE', `/admin/groups/${await idOf('publishers')}`)).status).toBe(403);
  expect((await keeper.get(`/admin/groups/${await idOf('publishers')}`)).text).toContain('so you cannot change it');
});
