import { addPerson, historyOf, openPeopleSite, send, signedIn, type Agent, type PeopleSite } from './people-site';

let site: PeopleSite;
let admin: Agent;
let ids: Record<'maren' | 'ilse' | 'keeper', number>;
let group: Record<string, string>;
beforeAll(async () => {
  site = await openPeopleSite();
  const { db } = site.deps;
  group = Object.fromEntries((await db('userGroups').select('key', 'id')).map(({ key, id }: { key: string; id: number }) => [key, String(id)]));
  ids = { maren: await addPerson(site, 'maren@example.org', 'editors'), ilse: await addPerson(site, 'ilse@example.org', 'viewers'), keeper: await addPerson(site, 'keeper@example.org', 'viewers') };
  // looks after people, and may do little else
  const [people] = await db('userGroups').insert({ key: 'people', name: 'People keepers', description: 'x' }).returning<{ id: number }[]>('id');
  await db('grants').insert({ groupId: people!.id, verb: 'manage', scope: 'area:users' });
  await db('userGroupMembers').insert({ groupId: people!.id, userId: ids.keeper });
  admin = await signedIn(site, 'admin@example.org');
});
afterAll(() => site.close());

const namesIn = (html: string) => [...html.matchAll(/class="item-title" href="\/admin\/users\/\d+">([^<]+)</g)].map(([, name]) => name!.replace('Name of ', ''));
const membership = (userId: number) => site.deps.db('userGroupMembers').where({ userId }).select('groupId').then((rows: { groupId: number }[]) => rows.map(({ groupId }) => String(groupId)).sort());

test('people are found by name, address, group and state, and the choice stands in the address', async () => {
  expect(namesIn((await admin.get('/admin/users')).text)).toEqual(['admin@example.org', 'ilse@example.org', 'keeper@example.org', 'maren@example.org']);
  expect(namesIn((await admin.get('/admin/users?q=MAREN')).text)).toEqual(['maren@example.org']);
  expect(namesIn((await admin.get('/admin/users?q=%25')).text)).toEqual([]); // a sign, not a pattern
  expect(namesIn((await admin.get(`/admin/users?group=${group.viewers!}&state=active`)).text)).toEqual(['ilse@example.org', 'keeper@example.org']);
  expect((await admin.get('/admin/users?state=deactivated')).text).toContain('Nobody is found.');
  await admin.get('/admin/users?state=nonsense&group=x&page=-1').expect(200);
});

test('groups are changed, and history says which came and which went', async () => {
  expect((await send(admin, 'PUT', `/admin/users/${ids.maren}/groups`, { groups: [group.viewers!, group.publishers!] })).headers.location).toBe(`/admin/users/${ids.maren}?done=groups`);
  expect(await membership(ids.maren)).toEqual([group.viewers!, group.publishers!].sort());
  expect((await historyOf(site, 'user.groups-changed')).at(-1)).toMatchObject({
    objectId: String(ids.maren), detail: { added: [group.viewers!, group.publishers!].map(Number), removed: [Number(group.editors)] },
  });
  await send(admin, 'PUT', `/admin/users/${ids.maren}/groups`, { groups: group.editors! });
  const before = await historyOf(site, 'user.groups-changed');
  await send(admin, 'PUT', `/admin/users/${ids.maren}/groups`, { groups: group.editors! });
  expect(await historyOf(site, 'user.groups-changed')).toHaveLength(before.length); // nothing changed, nothing to tell
});

test('a group that is not there changes nothing', async () => {
  expect((await send(admin, 'PUT', `/admin/users/${ids.maren}/groups`, { groups: [group.editors!, '99999'] })).status).toBe(404);
  expect(await membership(ids.maren)).toEqual([group.editors]);
});

test('deactivating ends the sessions, keeps history and groups, and can be undone', async () => {
  const maren = await signedIn(site, 'maren@example.org');
  await maren.get('/admin').expect(200);
  await send(admin, 'DELETE', `/admin/users/${ids.maren}/activation`);
  await maren.get('/admin').expect(303);
  await (await signedIn(site, 'maren@example.org')).get('/admin').expect(303);
  expect((await site.deps.db('history').where({ actorId: ids.maren })).length).toBeGreaterThan(0);
  expect(await membership(ids.maren)).toEqual([group.editors]);
  expect((await admin.get('/admin/users?state=deactivated')).text).toContain('maren@example.org');

  await send(admin, 'POST', `/admin/users/${ids.maren}/activation`);
  await maren.get('/admin').expect(303); // the session of before stays ended
  await (await signedIn(site, 'maren@example.org')).get('/admin').expect(200);
  expect([await historyOf(site, 'user.deactivated'), await historyOf(site, 'user.reactivated')].map(({ length }) => length)).toEqual([1, 1]);
});

test('the last administrator can neither be deactivated nor leave the group', async () => {
  const id = (await site.deps.db('users').where('email', 'admin@example.org').first('id')).id as number;
  for (const answer of [await send(admin, 'DELETE', `/admin/users/${id}/activation`), await send(admin, 'PUT', `/admin/users/${id}/groups`, { groups: group.editors! })]) {
    expect([answer.status, answer.text.includes('This is the last administrator')]).toEqual([409, true]);
  }
  expect(await membership(id)).toEqual([group.administrators]);
  await admin.get('/admin').expect(200);
});

test('of two administrators who deactivate each other at the same moment one stays', async () => {
  const id = (await site.deps.db('users').where('email', 'admin@example.org').first('id')).id as number;
  const other = await addPerson(site, 'second@example.org', 'administrators');
  const second = await signedIn(site, 'second@example.org');
  const answers = await Promise.all([send(admin, 'DELETE', `/admin/users/${other}/activation`), send(second, 'DELETE', `/admin/users/${id}/activation`)]);
  expect(answers.filter(({ status }) => status === 303 )).not.toHaveLength(0);
  expect(await site.deps.db('users').whereIn('id', [id, other]).where('active', true)).not.toHaveLength(0);
  await site.deps.db('users').where({ id }).update({ active: true });
  await site.deps.db('users').where('id', other).update({ active: false });
  admin = await signedIn(site, 'admin@example.org');
});

test('who looks after people cannot make anybody more than they are, nor touch those who are more', async () => {
  const keeper = await signedIn(site, 'keeper@example.org');
  const refused = [
    await send(keeper, 'PUT', `/admin/users/${ids.keeper}/groups`, { groups: [group.viewers!, group.administrators!] }),
    await send(keeper, 'PUT', `/admin/users/${ids.ilse}/groups`, { groups: group.publishers! }),
    await send(keeper, 'PUT', `/admin/users/${ids.maren}/groups`, {}),
    await send(keeper, 'DELETE', `/admin/users/${ids.maren}/activation`),
    await send(keeper, 'POST', '/admin/users', { email: 'friend@example.org', name: 'Friend', groups: group.administrators! }),
  ];
  expect(refused.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
  expect((await keeper.get(`/admin/users/${ids.maren}`)).text).toContain('This person may do more than you');
  expect((await send(keeper, 'DELETE', `/admin/users/${ids.ilse}/activation`)).status).toBe(303);
  expect((await send(keeper, 'POST', `/admin/users/${ids.ilse}/activation`)).status).toBe(303);
  expect(await membership(ids.keeper)).toHaveLength(2);
});

test('nobody is found under a number that is none', async () => {
  for (const id of ['0', '999999', '99999999999', 'x', '1%00']) await admin.get(`/admin/users/${id}`).expect(404);
});
