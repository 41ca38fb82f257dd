import request from 'supertest';
import { move } from '../../../src/cms/workflow/move';
import { restrict } from '../../../src/cms/workflow/restrict';
import { trash } from '../../../src/cms/workflow/trash';
import { SYSTEM } from '../../../src/platform/history/record';
import { countQueries } from '../../support/count-queries';
import { addPage, openEmptySite, type TestSite } from '../../support/site';
import { addMany } from './many-pages';
import { brokenPages } from './tree-checks';

let site: TestSite;
beforeAll(async () => { site = await openEmptySite(); });
afterAll(() => site.close());

const HOME = 1;
const get = (path: string) => request(site.server).get(path);
const place = (pageId: number, parentId: number, position: number | null = null) => move(site.deps, SYSTEM, { pageId, parentId, position });
const leadsTo = async (path: string, target: string) => {
  expect([path, (await get(path).expect(301)).headers.location]).toEqual([path, target]);
  await get(target).expect(200);
};

test('a moved page is public at its new address, with all below it, and the old addresses lead there', async () => {
  const groups = await addPage(site, { path: '/groups', type: 'section' });
  const people = await addPage(site, { path: '/people', type: 'section', content: { introduction: 'Quicksilver', image: null, keyInfo: [], inDepth: [] } });
  await addPage(site, { path: '/people/chairs', title: 'Chairs' });
  await get('/people/').expect(200); // kept in the page cache
  await place(people, groups);

  await leadsTo('/people/', '/groups/people/');
  await leadsTo('/people/chairs/', '/groups/people/chairs/');
  expect((await get('/groups/')).text).toContain('href="/groups/people/"');
  expect((await get('/search/?query=quicksilver')).text).toContain('href="/groups/people/"');
  const { detail } = await site.deps.db('history').where({ action: 'page.moved', objectId: String(people) }).first('detail');
  expect(detail).toMatchObject({ from: '/people', to: '/groups/people', pages: 2 });
  expect(await brokenPages(site)).toEqual([]);
});

test('after several moves every old address leads to the last place in one hop, also the one that it came back to', async () => {
  const [one, two] = [await addPage(site, { path: '/one' }), await addPage(site, { path: '/two' })];
  const page = await addPage(site, { path: '/one/thing' });
  await place(page, two);
  await place(page, HOME);
  await leadsTo('/one/thing/', '/thing/');
  await leadsTo('/two/thing/', '/thing/');
  await place(page, one);
  await get('/one/thing/').expect(200);
  await leadsTo('/two/thing/', '/one/thing/');
  await leadsTo('/thing/', '/one/thing/');
});

test('a page takes its place among its siblings', async () => {
  const parent = await addPage(site, { path: '/row', type: 'section' });
  const ids = [];
  for (const slug of ['a', 'b', 'c']) ids.push(await addPage(site, { path: `/row/${slug}`, position: ids.length }));
  const order = () => site.deps.db('pages').where({ parentId: parent }).orderBy(['position', 'id']).pluck('slug');
  await place(ids[2]!, parent, 0);
  expect(await order()).toEqual(['c', 'a', 'b']);
  await place(ids[2]!, parent);
  expect(await order()).toEqual(['a', 'b', 'c']);
  await get('/row/c/').expect(200);
});

test('the strictest access from above holds below, and is gone where nothing above is private', async () => {
  const parent = await addPage(site, { path: '/members' });
  await restrict(site.deps, SYSTEM, { pageId: parent, access: 'signed-in', password: null });
  const page = await addPage(site, { path: '/minutes' });
  const below = await addPage(site, { path: '/minutes/closed' });
  await restrict(site.deps, SYSTEM, { pageId: below, access: 'password', password: 'rough consensus' });
  await addPage(site, { path: '/minutes/open' });
  const access = async () => (await site.deps.db('pages').whereIn('slug', ['minutes', 'closed', 'open']).orderBy('path').pluck('effective_access')) as string[];

  await place(page, parent);
  expect(await access()).toEqual(['signed-in', 'signed-in', 'signed-in']);
  expect((await get('/minutes/open/')).headers.location).toMatch('/sign-in?next=');
  await place(page, HOME);
  expect(await access()).toEqual(['public', 'password', 'public']);
  await get('/minutes/open/').expect(200);
});

test('a draft moves without a trace, and so do drafts below a page', async () => {
  const parent = await addPage(site, { path: '/place' });
  const draft = await addPage(site, { path: '/secret', published: false });
  await place(draft, parent);
  await get('/secret/').expect(404);
  await get('/place/secret/').expect(404);
  await place(parent, await addPage(site, { path: '/places' }));
  await get('/place/secret/').expect(404);
});

test('what is in the trash below a page moves along and stays there', async () => {
  const parent = await addPage(site, { path: '/attic' });
  await trash(site.deps, SYSTEM, { pageId: await addPage(site, { path: '/attic/box' }), reason: 'Empty.' });
  await place(parent, await addPage(site, { path: '/house' }));
  await get('/attic/box/').expect(410);
  await get('/house/attic/box/').expect(404);
  expect(await brokenPages(site)).toEqual([]);
});

describe('it is refused, and nothing changes,', () => {
  const refused = async (pageId: number, parentId: number, status: number, message: string) => {
    const before = await site.deps.db('pages').orderBy('id');
    await expect(place(pageId, parentId, 0)).rejects.toMatchObject({ status, message: expect.stringContaining(message) });
    expect(await site.deps.db('pages').orderBy('id')).toEqual(before);
  };
  let parent: number;
  let child: number;
  beforeAll(async () => {
    parent = await addPage(site, { path: '/parent' });
    child = await addPage(site, { path: '/parent/child' });
  });

  test('into the page itself', () => refused(parent, parent, 409, 'below itself'));
  test('to somewhere below itself', () => refused(parent, child, 409, 'below itself'));
  test('for the home page', () => refused(HOME, parent, 409, 'home page'));
  test('to where its type may not stand', async () => {
    const blog = await addPage(site, { path: '/blog', type: 'blog' });
    await addPage(site, { path: '/blog/post', type: 'post' });
    await refused(child, blog, 422, 'cannot stand below');
  });
  test('to where a sibling has its slug', async () => {
    await addPage(site, { path: '/child' });
    await refused(child, HOME, 409, '“child” below /');
  });
  test('to the top with a word of the program', async () => refused(await addPage(site, { path: '/parent/search' }), HOME, 422, 'kept for the program'));
  test('for a locked page, and for one with a locked page below', async () => {
    await site.deps.db('pages').where('id', child).update({ lockedAt: new Date() });
    await refused(child, HOME, 409, 'locked');
    await refused(parent, await addPage(site, { path: '/free' }), 409, '“Page child”, which stands below this page, is locked');
  });
  test('from the trash and into it', async () => {
    const [page, bin] = [await addPage(site, { path: '/rubbish' }), await addPage(site, { path: '/bin' })];
    await trash(site.deps, SYSTEM, { pageId: bin, reason: 'Full.' });
    await refused(page, bin, 409, 'in the trash');
    await refused(bin, page, 409, 'in the trash');
  });
  test('when the page is not there', async () => {
    await expect(place(999_999, HOME)).rejects.toMatchObject({ status: 404 });
  });
});

test('two moves at one moment cannot make a ring', async () => {
  const [left, right] = [await addPage(site, { path: '/left' }), await addPage(site, { path: '/right' })];
  const outcomes = await Promise.allSettled([place(left, right), place(right, left)]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await brokenPages(site)).toEqual([]);
});

test('moving 500 pages takes as many statements as moving 5', async () => {
  const target = await addPage(site, { path: '/target' });
  const [few, many] = [await addPage(site, { path: '/few' }), await addPage(site, { path: '/many' })];
  await addMany(site, few, 4);
  await addMany(site, many, 499);
  const small = await countQueries(site.deps.db, () => place(few, target));
  const start = performance.now();
  const large = await countQueries(site.deps.db, () => place(many, target));

  expect(large).toBe(small);
  expect(performance.now() - start).toBeLessThan(2_000);
  expect(await site.deps.db('addresses').where('path', 'like', '/target/many%').where({ kind: 'page' }).count().first()).toEqual({ count: '500' });
  expect(await site.deps.db('addresses').where('path', 'like', '/many%').where({ kind: 'old' }).count().first()).toEqual({ count: '500' });
  await leadsTo('/many/page-0/page-1/', '/target/many/page-0/page-1/');
});
