import request from 'supertest';
import { getPage } from '../../../src/cms/pages/queries';
import { lock } from '../../../src/cms/workflow/lock';
import { publish } from '../../../src/cms/workflow/publish';
import { publishDue } from '../../../src/cms/workflow/publish-due';
import { rename } from '../../../src/cms/workflow/rename';
import { cancelSchedule, schedulePublication } from '../../../src/cms/workflow/schedule';
import { trash } from '../../../src/cms/workflow/trash';
import { unpublish } from '../../../src/cms/workflow/unpublish';
import { SYSTEM } from '../../../src/platform/history/record';
import { startDue } from '../../../src/start-due';
import { addPerson, historyOf, mailsTo, openPeopleSite, type PeopleSite } from '../../accounts/people-site';
import { eventually } from '../../support/eventually';
import { addPage, savePage } from '../../support/site';
import { buildTestDeps } from '../../support/test-deps';
import { brokenPages } from './tree-checks';

let site: PeopleSite;
let publisher: number;
const at = (seconds: number) => new Date(Date.parse('2026-12-01T09:00:00Z') + 1_000 * seconds);
beforeAll(async () => {
  site = await openPeopleSite();
  publisher = await addPerson(site, 'publisher@example.org', 'publishers');
});
afterAll(() => site.close());
beforeEach(async () => {
  site.clock.now = at(0);
  await site.deps.db('scheduledPublications').del();
});

const actor = () => ({ ...SYSTEM, userId: publisher });
const example = () => site.deps.registry.pageTypes.get('standard')!.example;
const get = (path: string) => request(site.server).get(path);
const plans = (pageId: number) => site.deps.db('scheduledPublications').where({ pageId }).orderBy('id');
const entries = async (action: string, pageId: number) => (await historyOf(site, action)).filter(({ objectId }) => objectId === String(pageId));

async function planned(path: string, seconds = 60): Promise<{ pageId: number; revisionId: number }> {
  const pageId = await addPage(site, { path, published: false });
  const revisionId = (await getPage(site.deps.db, pageId)).draftRevisionId!;
  await schedulePublication(site.deps, actor(), { pageId, revisionId, dueAt: at(seconds), timeZone: 'Europe/Vienna' });
  return { pageId, revisionId };
}

test('a page goes live at its second, not before, and history says who planned it and how late it was', async () => {
  const { pageId, revisionId } = await planned('/soon');
  site.clock.now = at(59);
  expect(await publishDue(site.deps)).toEqual({ published: [], failed: [], errors: [] });
  await get('/soon/').expect(404);

  site.clock.now = at(63);
  expect((await publishDue(site.deps)).published).toEqual([{ pageId, late: 3 }]);
  await get('/soon/').expect(200);
  expect((await publishDue(site.deps)).published).toEqual([]);
  expect(await plans(pageId)).toMatchObject([{ state: 'done', revisionId, finishedAt: at(63) }]);
  expect(await entries('page.scheduled', pageId)).toMatchObject([{ actorId: publisher, detail: { dueAt: at(60).toISOString(), timeZone: 'Europe/Vienna' } }]);
  expect(await entries('page.published', pageId)).toMatchObject([{ actorId: publisher, detail: { late: 3, scheduledFor: at(60).toISOString() } }]);
  expect(await brokenPages(site)).toEqual([]);
});

test('what is planned is that revision, whatever is written afterwards', async () => {
  const { pageId } = await planned('/that-one');
  await savePage(site, pageId, { slug: 'that-one', title: 'Written later', content: example() });
  site.clock.now = at(60);
  await publishDue(site.deps);
  expect((await get('/that-one/')).text).not.toContain('Written later');
});

test('a moment that is over, an incomplete text and a taken address are refused when they are planned', async () => {
  const pageId = await addPage(site, { path: '/asked', published: false });
  const plan = { pageId, revisionId: (await getPage(site.deps.db, pageId)).draftRevisionId!, dueAt: at(60), timeZone: 'UTC' };
  await expect(schedulePublication(site.deps, actor(), { ...plan, dueAt: at(0) })).rejects.toMatchObject({ status: 422 });
  await expect(schedulePublication(site.deps, actor(), { ...plan, dueAt: new Date('2033-01-01') })).rejects.toMatchObject({ status: 422 });
  const untitled = await savePage(site, pageId, { slug: 'asked', title: ' ', content: example() });
  await expect(schedulePublication(site.deps, actor(), { ...plan, revisionId: untitled })).rejects.toMatchObject({ status: 422 });
  await addPage(site, { path: '/asked-taken' });
  const taken = await savePage(site, pageId, { slug: 'asked-taken', title: 'Asked', content: example() });
  await expect(schedulePublication(site.deps, actor(), { ...plan, revisionId: taken })).rejects.toMatchObject({ status: 409 });
  await expect(schedulePublication(site.deps, actor(), { ...plan, onlyDraft: true })).rejects.toMatchObject({ status: 409 });
  expect(await plans(pageId)).toEqual([]);
});

test('another plan replaces the one before; cancelling is told, and happens once', async () => {
  const { pageId, revisionId } = await planned('/twice');
  await schedulePublication(site.deps, actor(), { pageId, revisionId, dueAt: at(120), timeZone: 'UTC' });
  expect(await plans(pageId)).toMatchObject([{ state: 'cancelled' }, { state: 'pending', dueAt: at(120) }]);
  await cancelSchedule(site.deps, actor(), { pageId });
  await expect(cancelSchedule(site.deps, actor(), { pageId })).rejects.toMatchObject({ status: 409 });
  expect(await entries('page.schedule-cancelled', pageId)).toMatchObject([{ actorId: publisher, detail: { dueAt: at(120).toISOString() } }]);
  site.clock.now = at(200);
  expect((await publishDue(site.deps)).published).toEqual([]);
});

test('publishing the same or a newer text, unpublishing and trashing end a plan; publishing an older text does not', async () => {
  const { pageId, revisionId } = await planned('/by-hand');
  await publish(site.deps, actor(), { pageId, revisionId });
  expect(await plans(pageId)).toMatchObject([{ state: 'cancelled' }]);
  const newer = await savePage(site, pageId, { slug: 'by-hand', title: 'Newer', content: example() });
  const plan = { pageId, revisionId: newer, dueAt: at(60), timeZone: 'UTC' };
  await schedulePublication(site.deps, actor(), plan);
  await publish(site.deps, actor(), { pageId, revisionId });
  expect((await plans(pageId)).at(-1)).toMatchObject({ state: 'pending' });
  await unpublish(site.deps, actor(), { pageId, reason: 'Wrong.' });
  expect((await plans(pageId)).at(-1)).toMatchObject({ state: 'cancelled' });

  await addPage(site, { path: '/by-hand/below', published: false });
  const below = await planned('/by-hand/below-planned');
  await trash(site.deps, actor(), { pageId, reason: 'Over.' });
  expect(await plans(below.pageId)).toMatchObject([{ state: 'cancelled' }]);
});

test('a page that is renamed meanwhile keeps its new name', async () => {
  const { pageId } = await planned('/old-name');
  await rename(site.deps, actor(), { pageId, slug: 'new-name' });
  site.clock.now = at(60);
  await publishDue(site.deps);
  await get('/new-name/').expect(200);
});

test.each([
  ['locked', async (pageId: number) => { await lock(site.deps, actor(), { pageId }); }, 'locked'],
  ['in a place that is taken', async (pageId: number) => {
    await site.deps.db('scheduledPublications').where({ pageId }).update({ revisionId: await savePage(site, pageId, { slug: 'somebody-else', title: 'X', content: example() }) });
    await addPage(site, { path: '/somebody-else' });
  }, 'already'],
])('a page that is %s then does not go live: the reason is kept and mailed, and it is not tried again', async (_name, spoil, words) => {
  const { pageId } = await planned(`/spoilt-${words}`);
  await spoil(pageId);
  site.clock.now = at(61);
  expect(await publishDue(site.deps)).toMatchObject({ published: [], failed: [pageId] });
  expect(await plans(pageId)).toMatchObject([{ state: 'failed', problem: expect.stringContaining(words), finishedAt: at(61) }]);
  expect(await entries('page.schedule-failed', pageId)).toMatchObject([{ actorId: null, detail: { problem: expect.stringContaining(words) } }]);
  expect(await publishDue(site.deps)).toEqual({ published: [], failed: [], errors: [] });
  const mails = await mailsTo(site, 'publisher@example.org');
  expect(mails.at(-1)).toContain(words);
  expect(mails.at(-1)).toContain(`/admin/pages/${pageId}/publication/new`);
});

test('what somebody planned who may not publish any more does not go live, and they are told', async () => {
  const userId = await addPerson(site, 'leaver@example.org', 'publishers');
  const pageId = await addPage(site, { path: '/right-lost', published: false });
  const revisionId = (await getPage(site.deps.db, pageId)).draftRevisionId!;
  await schedulePublication(site.deps, { ...SYSTEM, userId }, { pageId, revisionId, dueAt: at(60), timeZone: 'UTC' });
  await site.deps.db('userGroupMembers').where({ userId }).del();
  site.clock.now = at(61);
  expect(await publishDue(site.deps)).toMatchObject({ published: [], failed: [pageId], errors: [] });
  expect(await plans(pageId)).toMatchObject([{ state: 'failed', problem: 'Name of leaver@example.org may not publish this page any more.' }]);
  expect((await mailsTo(site, 'leaver@example.org')).at(-1)).toContain('may not publish this page any more');
  await get('/right-lost/').expect(404);
});

test('a failure that is nobody\'s fault leaves the plan for the next look, and keeps no other page waiting', async () => {
  const { pageId } = await planned('/unlucky', 30);
  const other = await planned('/lucky', 31);
  let failures = 1;
  const flaky = { ...site.deps, reactions: { 'page.published': () => { if (failures-- > 0) throw new Error('connection lost'); return []; } } };
  site.clock.now = at(60);
  const { published, errors } = await publishDue(flaky);
  expect(published.map((due) => due.pageId)).toEqual([other.pageId]);
  expect(errors).toHaveLength(1);
  expect(await plans(pageId)).toMatchObject([{ state: 'pending', attempts: 1 }]);
  expect((await publishDue(flaky)).published).toMatchObject([{ pageId }]);
});

test('with four processes, two hundred pages go live exactly once each, in order', async () => {
  const pageIds: number[] = [];
  const section = await addPage(site, { path: '/crowd' });
  for (let number = 0; number < 200; number += 1) pageIds.push((await planned(`/crowd/page-${number}`, 60 + number)).pageId);
  const others = await Promise.all([1, 2, 3, 4].map(() => buildTestDeps(site.deps.databaseUrl, { now: () => at(600) })));
  const outcomes = await Promise.all(others.map((deps) => publishDue(deps)));
  await Promise.all(others.map((deps) => deps.close()));

  expect(outcomes.flatMap(({ errors }) => errors)).toEqual([]);
  expect(outcomes.flatMap(({ published }) => published.map((due) => due.pageId)).sort((one, two) => one - two)).toEqual(pageIds);
  const history = await site.deps.db('history').where({ action: 'page.published' }).whereIn('objectId', pageIds.map(String)).orderBy('id').select<{ objectId: string }[]>('objectId');
  expect(history.map(({ objectId }) => objectId)).toEqual(pageIds.map(String));
  expect(section).toBeGreaterThan(0);
  expect(await brokenPages(site)).toEqual([]);
}, 120_000);

test('what was missed while nothing ran comes live with the first look, and the log says so', async () => {
  await planned('/missed-1');
  await planned('/missed-2');
  site.clock.now = at(7_200);
  const said: string[] = [];
  const log = { ...site.deps.log, info: (_what: unknown, words: string) => { said.push(words); } } as typeof site.deps.log;
  const due = startDue({ ...site.deps, log }, 10);
  await eventually(() => expect(said).toEqual(['2 pages that were due while nothing ran are live now']));
  await planned('/in-time', 7_200 + 5);
  site.clock.now = at(7_206);
  await eventually(() => expect(said.at(-1)).toBe('Pages went live as planned'));
  await due.stop();
  await get('/missed-1/').expect(200);
});
