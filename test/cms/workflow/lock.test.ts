import { getPage } from '../../../src/cms/pages/queries';
import { changeSettings } from '../../../src/cms/workflow/change-settings';
import { copy } from '../../../src/cms/workflow/copy';
import { lock, unlock } from '../../../src/cms/workflow/lock';
import { move } from '../../../src/cms/workflow/move';
import { publish } from '../../../src/cms/workflow/publish';
import { rename } from '../../../src/cms/workflow/rename';
import { restrict } from '../../../src/cms/workflow/restrict';
import { cancelSchedule, schedulePublication } from '../../../src/cms/workflow/schedule';
import { DESPITE_LOCK, TRANSITIONS, type Transition } from '../../../src/cms/workflow/states';
import { trash } from '../../../src/cms/workflow/trash';
import { undoPublication } from '../../../src/cms/workflow/undo-publication';
import { unpublish } from '../../../src/cms/workflow/unpublish';
import { SYSTEM } from '../../../src/platform/history/record';
import { addPage, openEmptySite, savePage, type TestSite } from '../../support/site';

let site: TestSite;
let pageId: number;
let revisionId: number;
beforeAll(async () => {
  site = await openEmptySite();
  pageId = await addPage(site, { path: '/held' });
  await addPage(site, { path: '/elsewhere' });
  revisionId = (await getPage(site.deps.db, pageId)).liveRevisionId!;
  const dueAt = new Date(site.deps.now().getTime() + 3_600_000);
  const draft = await savePage(site, pageId, { slug: 'held', title: 'Held', content: example() });
  await schedulePublication(site.deps, SYSTEM, { pageId, revisionId: draft, dueAt, timeZone: 'UTC' });
});
afterAll(() => site.close());

const example = () => site.deps.registry.pageTypes.get('standard')!.example;
const elsewhere = async () => (await site.deps.db('pages').where({ path: '/elsewhere' }).first<{ id: number }>('id')).id;

/** Every change there is, on the page. Restoring is for pages in the trash, where nothing is locked. */
const VERBS: Readonly<Record<Exclude<Transition, 'restore'>, () => Promise<unknown>>> = {
  save: () => savePage(site, pageId, { slug: 'held', title: 'Held, and changed', content: example() }),
  publish: () => publish(site.deps, SYSTEM, { pageId, revisionId }),
  schedule: () => schedulePublication(site.deps, SYSTEM, { pageId, revisionId, dueAt: new Date(site.deps.now().getTime() + 60_000), timeZone: 'UTC' }),
  'cancel-schedule': () => cancelSchedule(site.deps, SYSTEM, { pageId }),
  unpublish: () => unpublish(site.deps, SYSTEM, { pageId, reason: 'Over.' }),
  'unpublish-below': () => unpublish(site.deps, SYSTEM, { pageId, reason: 'Over.', below: true }),
  'undo-publication': () => undoPublication(site.deps, SYSTEM, { pageId, revisionId }),
  rename: () => rename(site.deps, SYSTEM, { pageId, slug: 'other' }),
  move: async () => move(site.deps, SYSTEM, { pageId, parentId: await elsewhere(), position: null }),
  copy: async () => copy(site.deps, SYSTEM, { pageId, parentId: await elsewhere(), slug: null, title: null, below: true }),
  restrict: () => restrict(site.deps, SYSTEM, { pageId, access: 'signed-in', password: null }),
  settings: () => changeSettings(site.deps, SYSTEM, pageId, { ownerId: null, reviewOn: '2027-01-01', expiresAt: null }),
  lock: () => lock(site.deps, SYSTEM, { pageId }),
  unlock: () => unlock(site.deps, SYSTEM, { pageId }),
  trash: () => trash(site.deps, SYSTEM, { pageId, reason: 'Over.' }),
};

const all = [...new Set(Object.values(TRANSITIONS).flat())].filter((verb): verb is keyof typeof VERBS => verb !== 'restore');

beforeEach(async () => { await site.deps.db('pages').where({ id: pageId }).update({ lockedAt: null, lockedBy: null }); });

test('every change that the table knows is tried here', () => {
  expect(Object.keys(VERBS).sort()).toEqual([...all].sort());
});

test.each(all.filter((verb) => !DESPITE_LOCK.includes(verb)))('a locked page refuses to %s, in words, and nothing changes', async (verb) => {
  await lock(site.deps, SYSTEM, { pageId });
  const before = await getPage(site.deps.db, pageId);
  await expect(VERBS[verb]()).rejects.toMatchObject({ status: 409, message: 'This page is locked: unlock it first.' });
  expect(await getPage(site.deps.db, pageId)).toEqual(before);
});

test('a page in another place of the queue is not moved either', async () => {
  await lock(site.deps, SYSTEM, { pageId });
  await expect(move(site.deps, SYSTEM, { pageId, parentId: 1, position: 0 })).rejects.toMatchObject({ status: 409 });
});

test('a lock and its end are in history; a page that is not locked cannot be unlocked', async () => {
  await lock(site.deps, SYSTEM, { pageId });
  await unlock(site.deps, SYSTEM, { pageId });
  await expect(unlock(site.deps, SYSTEM, { pageId })).rejects.toMatchObject({ status: 409, message: 'This page is not locked.' });
  const actions = await site.deps.db('history').where({ objectType: 'page', objectId: String(pageId) }).orderBy('id', 'desc').limit(2).pluck<string[]>('action');
  expect(actions).toEqual(['page.unlocked', 'page.locked']);
});

test('a locked page can be copied: the copy is not locked', async () => {
  await lock(site.deps, SYSTEM, { pageId });
  const copied = await VERBS.copy() as number;
  expect(await getPage(site.deps.db, copied)).toMatchObject({ lockedAt: null, path: '/elsewhere/held' });
});
