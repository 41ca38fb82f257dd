import { insertUser, insertMembership } from '../../../src/accounts/queries';
import { hashPassword } from '../../../src/accounts/passwords';
import { upsertSnippet } from '../../../src/cms/snippets/queries';
import { upsertPerson } from '../../../src/site/people/queries';
import { upsertGroup, upsertRfc } from '../../../src/site/standards/queries';
import { refreshAllKinds } from '../../../src/cms/search/refresh';
import { PASSWORD } from '../../accounts/accounts-app';
import { addPerson, openPeopleSite, signedIn, type Agent, type PeopleSite } from '../../accounts/people-site';
import { countQueries } from '../../support/count-queries';
import { addPage } from '../../support/site';

let site: PeopleSite;
let agent: Agent;
beforeAll(async () => {
  site = await openPeopleSite();
  const { db, now } = site.deps;
  await addPage(site, { path: '/about', title: 'About the IETF' });
  await addPage(site, { path: '/plans', title: 'Plans about nothing', published: false });
  for (const [number, title, obsoletedBy] of [[911, 'Old gateways', []], [9110, 'HTTP Semantics', []], [9111, 'HTTP Caching', []], [2616, 'Hypertext Transfer Protocol -- HTTP/1.1', [9110]]] as const) {
    await upsertRfc(db, { number, title, status: 'Internet Standard', stream: 'IETF', date: '2022-06-01', authors: [], group: null, draft: 'draft-ietf-httpbis-semantics', series: number === 9110 ? ['STD 97'] : [], abstract: null, obsoletes: [], obsoletedBy: [...obsoletedBy], updates: [], updatedBy: [] });
  }
  await db('rfcSeries').insert({ kind: 'STD', number: 97, title: 'HTTP Semantics' }).onConflict().ignore();
  await upsertGroup(db, { acronym: 'httpbis', name: 'HTTP', type: 'Working group', state: 'Active', area: null, list: null, description: null });
  await upsertPerson(db, { slug: 'mara-lindqvist', name: 'Mara Lindqvist', role: null, about: null, invented: true });
  await upsertSnippet(db, now(), { type: 'topic', key: 'security', title: 'Security', content: { title: 'Security', legacyId: null } });
  await refreshAllKinds(db, site.deps.registry.referenceKinds);
  agent = await signedIn(site, 'admin@example.org');
}, 60_000);
afterAll(() => site.close());

async function found(query: string, as = agent): Promise<{ uri: string; label: string; title: string | null; detail: string | null; status: string | null }[]> {
  const { body } = await as.get(`/admin/references?${query}`).set('Accept', 'application/json').expect(200);
  return (body as { results: never[] }).results;
}
const uris = async (query: string): Promise<string[]> => (await found(query)).map(({ uri }) => uri);

test('an RFC is found by the beginning of its number, the number itself first', async () => {
  expect(await uris('kind=rfc&q=911')).toEqual(['rfc:911', 'rfc:9110', 'rfc:9111']);
  expect(await uris('kind=rfc&q=RFC+9110')).toEqual(['rfc:9110']);
});

test('an RFC is found by words of its title, the last one unfinished, and says its status', async () => {
  const [first] = await found('kind=rfc&q=http+sem');
  expect(first).toMatchObject({ uri: 'rfc:9110', label: 'RFC 9110', title: 'HTTP Semantics', detail: 'Internet Standard, June 2022', status: 'Internet Standard' });
  expect((await found('kind=rfc&q=2616'))[0]!.status).toBe('Obsolete');
});

test('a draft is any well-formed name, and those that are known', async () => {
  expect(await uris('kind=draft&q=draft-ietf-new-thing-03')).toEqual(['draft:draft-ietf-new-thing']);
  expect(await uris('kind=draft&q=httpbis')).toEqual(['draft:draft-ietf-httpbis-semantics']);
});

test('groups, people, topics, series and pages by name or address', async () => {
  expect(await uris('kind=group&q=httpb')).toEqual(['group:httpbis']);
  expect(await uris('kind=person&q=lindq')).toEqual(['person:mara-lindqvist']);
  expect(await uris('kind=topic&q=SEC')).toEqual(['topic:security']);
  expect(await uris('kind=std&q=STD+97')).toEqual(['std:97']);
  expect((await found('kind=page&q=/about/'))[0]).toMatchObject({ label: 'About the IETF', detail: '/about' });
  expect(await found('kind=page,person&q=about')).toMatchObject([{ label: 'About the IETF', status: 'Live' }, { label: 'Plans about nothing', status: 'Draft' }]);
});

test('without a kind the best of all that can stand in a text, in one query', async () => {
  expect(await uris('q=http')).toEqual(expect.arrayContaining(['rfc:9110', 'group:httpbis']));
  await found('q=http');
  const { db } = site.deps;
  const [one, none] = [await countQueries(db, () => found('q=http')), await countQueries(db, () => found('kind=nothing&q=http'))];
  expect(one - none).toBe(1);
});

test('signs that mean something to PostgreSQL mean nothing here', async () => {
  for (const q of ['%', '_', '\\', `'`, ' & | !', ':*', '??', 'a'.repeat(200), '(']) await found(`q=${encodeURIComponent(q)}`);
  expect(await uris('kind=page&q=%25')).toEqual([]);
});

test('drafts of pages are offered only to those who may see them', async () => {
  const { db, now } = site.deps;
  const id = await insertUser(db, { email: 'nobody@example.org', name: 'Nobody', passwordHash: await hashPassword(PASSWORD), createdAt: now() });
  const [group] = await db('userGroups').insert({ key: 'bare', name: 'Bare', description: 'x' }).returning<{ id: number }[]>('id');
  await db('grants').insert({ groupId: group!.id, verb: 'enter', scope: 'area:staff' });
  await insertMembership(db, id, 'bare');
  const bare = await signedIn(site, 'nobody@example.org');
  expect((await found('kind=page&q=about', bare)).map(({ label }) => label)).toEqual(['About the IETF']);
});

test('a stranger is told to sign in, somebody without the staff area is refused', async () => {
  await addPerson(site, 'reader@example.org');
  await (await signedIn(site, 'reader@example.org')).get('/admin/references?q=a').set('Accept', 'application/json').expect(403);
  const stranger = (await import('supertest')).default(site.server);
  await stranger.get('/admin/references?q=a').set('Accept', 'application/json').expect(401);
});
