import { addPerson, historyOf, openPeopleSite, send, signedIn, type Agent, type PeopleSite } from '../../accounts/people-site';
import { countQueries } from '../../support/count-queries';
import { addPage, savePage } from '../../support/site';
import { publish } from '../../../src/cms/workflow/publish';
import { SYSTEM } from '../../../src/platform/history/record';
import { plansOf } from './plans';

let site: PeopleSite;
let agent: Agent;
let page: number;
let ids: number[];
const paragraph = (id: string, text: string) => ({ id, type: 'paragraph', value: { text: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] } } });
const text = (title: string, introduction: string, blocks: ReturnType<typeof paragraph>[]) => ({ slug: 'statuses', title, content: { ...contentOf, introduction, keyInfo: blocks } });
let contentOf: Record<string, unknown>;

beforeAll(async () => {
  site = await openPeopleSite();
  page = await addPage(site, { path: '/statuses', title: 'RFC statuses' });
  const { content, live } = await site.deps.db('pages as p').join('revisions as r', 'r.id', 'p.liveRevisionId').where('p.id', page).first<{ content: Record<string, unknown>; live: number }>('r.content', 'r.id as live');
  contentOf = content;
  ids = [live];
  ids.push(await savePage(site, page, text('RFC statuses', 'The level of maturity.', [paragraph('one', 'It will change.'), paragraph('two', 'Second.'), paragraph('three', 'Third.')])));
  await publish(site.deps, SYSTEM, { pageId: page, revisionId: ids[1]! });
  ids.push(await savePage(site, page, text('RFC statuses and more', 'How much review.', [paragraph('three', 'Third.'), paragraph('one', 'It may change.'), paragraph('four', 'New one.')])));
  agent = await signedIn(site, 'admin@example.org');
}, 60_000);
afterAll(() => site.close());

const url = () => `/admin/pages/${page}/history`;
const draft = async () => site.deps.db('pages as p').join('revisions as r', 'r.id', 'p.draftRevisionId').where('p.id', page).first('r.id', 'r.title', 'r.content', 'r.note') as Promise<{ id: number; title: string; content: { introduction: string; keyInfo: { id: string }[] }; note: string }>;

test('without a choice what readers see is compared with the draft', async () => {
  const { text: html } = await agent.get(url()).expect(200);
  expect(html).toContain('2 (live) compared with 3 (draft)');
  expect(html).toMatch(/<p class="compare-title">RFC statuses <ins>and more<\/ins><\/p>/);
  expect(html).toMatch(/It <del>will<\/del> <ins>may<\/ins> change\./);
  expect(html).toMatch(/, new<[^]*<ins>New one\.<\/ins>/);
  expect(html).toMatch(/, gone<[^]*<del>Second\.<\/del>/);
  expect(html).toMatch(/moved/);
  expect(html).toMatch(/\d+ words? out, \d+ in, \d blocks?, 2 fields?/);
});

test('live, draft and the one before are names of revisions; others are by number; those of other pages are not there', async () => {
  await agent.get(`${url()}?a=live&b=draft`).expect(200);
  expect((await agent.get(`${url()}?a=previous&b=${ids[1]}`).expect(200)).text).toContain('1 compared with 2 (live)');
  expect((await agent.get(`${url()}?a=${ids[2]}&b=${ids[0]}`).expect(200)).text).toContain('3 (draft) compared with 1');
  const other = await addPage(site, { path: '/other', title: 'Other' });
  const { live } = await site.deps.db('pages').where('id', other).first<{ live: number }>('liveRevisionId as live');
  await agent.get(`${url()}?a=${live}&b=draft`).expect(404);
});

test('of one revision there is nothing to choose', async () => {
  const { text: html } = await agent.get(`/admin/pages/${await addPage(site, { path: '/once' })}/history`).expect(200);
  expect(html).toContain('this page has one revision.');
  expect(html).not.toMatch(/type="radio"|Compare A with B/);
});

test('by field both texts stand beside each other, the title and the address too', async () => {
  const { text: html } = await agent.get(`${url()}?view=field`).expect(200);
  expect(html).toContain('Title, changed');
  expect(html).toMatch(/The level of maturity/);
  expect(html).not.toMatch(/<ins>[^<]*<del>/);
});

test('a field, a block, what is gone and what is new are restored as a new draft, and readers see no change', async () => {
  const before = (await agent.get('/statuses/')).text.length;
  const restore = async (part: string): Promise<void> => {
    const answer = await send(agent, 'POST', `${url()}/restorations`, { from: String(ids[1]), part });
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toContain('done=restored');
  };
  await restore('content.introduction');
  expect(await draft()).toMatchObject({ note: 'Introduction as in revision 2', content: { introduction: 'The level of maturity.' }, title: 'RFC statuses and more' });
  await restore('content.keyInfo.two');
  expect((await draft()).content.keyInfo.map(({ id }) => id)).toEqual(['three', 'one', 'two', 'four']);
  await restore('content.keyInfo.four');
  await restore('content.keyInfo.one');
  expect(JSON.stringify((await draft()).content.keyInfo)).toMatch(/It will change/);
  expect((await draft()).content.keyInfo.map(({ id }) => id)).toEqual(['three', 'one', 'two']);
  await restore('all');
  expect(await draft()).toMatchObject({ title: 'RFC statuses', note: 'The whole text as in revision 2' });
  expect((await send(agent, 'POST', `${url()}/restorations`, { from: String(ids[1]), part: 'all' })).headers.location).toContain('done=same');
  expect((await agent.get('/statuses/')).text.length).toBe(before);
  expect((await historyOf(site, 'page.saved')).at(-1)).toMatchObject({ objectId: String(page) });
});

test('what is not there, not meant or not allowed is refused', async () => {
  expect((await send(agent, 'POST', `${url()}/restorations`, { from: '999999', part: 'all' })).status).toBe(404);
  expect((await send(agent, 'POST', `${url()}/restorations`, { from: String(ids[1]), part: 'content.nothing' })).status).toBe(404);
  expect((await send(agent, 'POST', `${url()}/restorations`, { from: String(ids[1]), part: '__proto__' })).status).toBe(422);
  await addPerson(site, 'viewer@example.org', 'viewers');
  const viewer = await signedIn(site, 'viewer@example.org');
  const { text: html } = await viewer.get(url()).expect(200);
  expect(html).not.toContain('/restorations');
  expect((await send(viewer, 'POST', `${url()}/restorations`, { from: String(ids[1]), part: 'all' })).status).toBe(403);
  await addPerson(site, 'nobody@example.org');
  await (await signedIn(site, 'nobody@example.org')).get(url()).expect(403);
});

test('with 100,000 revisions the page costs at most eight queries, which read by indexes', async () => {
  for (let number = 0; number < 9; number += 1) await addPage(site, { path: `/filler-${number}` });
  for (let batch = 0; batch < 10; batch += 1) {
    await site.deps.db.raw(`insert into revisions (page_id, title, slug, common, content, content_version, created_at)
      select p.id, r.title, r.slug, r.common, '{}', r.content_version, now() from revisions r, (select id from pages order by (id = ?) desc, id limit 10) p, generate_series(1, 1000) where r.id = ?`, [page, ids[1]!]);
  }
  await site.deps.db.raw('analyze');
  expect(await countQueries(site.deps.db, () => agent.get(`${url()}?a=${ids[1]}&b=draft`).expect(200))).toBeLessThanOrEqual(8);
  const { text: html } = await agent.get(`${url()}?a=${ids[1]}&b=draft`);
  expect(html).toMatch(/Newest 25 of 100\d\d</);
  const older = /href="([^"]+)" rel="next"/.exec(html)![1]!.replaceAll('&amp;', '&');
  expect((await agent.get(older).expect(200)).text).toMatch(/99\d\d to 9\d\d\d of 100\d\d</);
  const plans = await plansOf(site.deps.db, page);
  expect(plans).not.toMatch(/Seq Scan on revisions/);
}, 60_000);
