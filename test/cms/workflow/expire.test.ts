import request from 'supertest';
import { getPage } from '../../../src/cms/pages/queries';
import { expireDue } from '../../../src/cms/workflow/expire';
import { publish } from '../../../src/cms/workflow/publish';
import { restore } from '../../../src/cms/workflow/restore';
import { trash } from '../../../src/cms/workflow/trash';
import { SYSTEM } from '../../../src/platform/history/record';
import { startDue } from '../../../src/start-due';
import { eventually } from '../../support/eventually';
import { addPage, openEmptySite, type TestSite } from '../../support/site';
import { buildTestDeps } from '../../support/test-deps';
import { brokenPages } from './tree-checks';

let now = new Date('2026-03-01T12:00:00Z');
let site: TestSite;
beforeAll(async () => { site = await openEmptySite({ now: () => now }); });
afterAll(() => site.close());
beforeEach(() => { now = new Date('2026-03-01T12:00:00Z'); });

const NOON = new Date('2026-03-01T12:00:00Z');
const LATER = new Date('2026-03-01T12:00:01Z');
const get = (path: string) => request(site.server).get(path);
const expiring = async (path: string, at = LATER): Promise<number> => {
  const pageId = await addPage(site, { path });
  await site.deps.db('pages').where('id', pageId).update({ expiresAt: at });
  return pageId;
};
const expiries = async (pageId: number) => site.deps.db('history').where({ action: 'page.expired', objectId: String(pageId) });

test('a page expires at its second, not before, and once', async () => {
  const pageId = await expiring('/call-for-papers');
  expect(await expireDue(site.deps, SYSTEM)).toEqual([]);
  await get('/call-for-papers/').expect(200);

  now = LATER;
  expect(await expireDue(site.deps, SYSTEM)).toEqual([pageId]);
  expect((await get('/call-for-papers/').expect(410)).text).toContain('has expired');
  expect(await expireDue(site.deps, SYSTEM)).toEqual([]);
  const [entry, ...others] = await expiries(pageId);
  expect(others).toEqual([]);
  expect(entry).toMatchObject({ actorId: null, detail: { path: '/call-for-papers', expiresAt: '2026-03-01T12:00:01.000Z' } });
  expect(await brokenPages(site)).toEqual([]);
});

test('visitors see it no longer even when nobody has looked yet', async () => {
  await expiring('/unnoticed', NOON);
  await get('/unnoticed/').expect(410);
});

test('what stands below stays', async () => {
  await expiring('/over', NOON);
  await addPage(site, { path: '/over/still-here' });
  await expireDue(site.deps, SYSTEM);
  await get('/over/').expect(410);
  await get('/over/still-here/').expect(200);
});

test('an expired page can be published again, and stays', async () => {
  const pageId = await expiring('/again', NOON);
  await expireDue(site.deps, SYSTEM);
  const page = await getPage(site.deps.db, pageId);
  await publish(site.deps, SYSTEM, { pageId, revisionId: page.draftRevisionId! });
  expect(await expireDue(site.deps, SYSTEM)).toEqual([]);
  await get('/again/').expect(200);
});

test('publishing between the second and the look begins anew as well', async () => {
  const pageId = await expiring('/just-then', NOON);
  const page = await getPage(site.deps.db, pageId);
  await publish(site.deps, SYSTEM, { pageId, revisionId: page.draftRevisionId! });
  expect(await expireDue(site.deps, SYSTEM)).toEqual([]);
  await get('/just-then/').expect(200);
});

test('a page that expired in the trash is not public when it comes back', async () => {
  const pageId = await expiring('/thrown-away', LATER);
  await trash(site.deps, SYSTEM, { pageId, reason: 'A mistake.' });
  now = LATER;
  await expireDue(site.deps, SYSTEM);
  await restore(site.deps, SYSTEM, { pageId });
  await get('/thrown-away/').expect(410);
});

test('a lock does not keep a page beyond its time', async () => {
  const pageId = await expiring('/locked', NOON);
  await site.deps.db('pages').where('id', pageId).update({ lockedAt: NOON });
  expect(await expireDue(site.deps, SYSTEM)).toEqual([pageId]);
});

test('several processes expire each page once, and together all of them', async () => {
  const ids: number[] = [];
  for (let number = 0; number < 12; number += 1) ids.push(await expiring(`/crowd-${number}`, NOON));
  const others = await Promise.all([1, 2, 3].map(() => buildTestDeps(site.deps.databaseUrl, { now: () => now })));
  const claimed = await Promise.all(others.map((deps) => expireDue(deps, SYSTEM)));
  await Promise.all(others.map((deps) => deps.close()));

  expect(claimed.flat().sort((one, other) => one - other)).toEqual(ids);
  for (const id of ids) expect(await expiries(id)).toHaveLength(1);
});

test('a page that somebody works on at this moment waits for the next look', async () => {
  const pageId = await expiring('/in-hand', NOON);
  await site.deps.db.transaction(async (trx) => {
    await trx('pages').where('id', pageId).forUpdate().first();
    expect(await expireDue(site.deps, SYSTEM)).toEqual([]);
  });
  expect(await expireDue(site.deps, SYSTEM)).toEqual([pageId]);
});

test('the worker looks at once and then again and again, and goes on after a failure', async () => {
  const missed = await expiring('/missed-while-down', NOON);
  let failures = 1;
  const flaky = () => {
    if (failures > 0 && now === LATER) { failures -= 1; throw new Error('no time today'); }
    return now;
  };
  const expiry = startDue({ ...site.deps, now: flaky }, 10);
  await eventually(async () => expect(await expiries(missed)).toHaveLength(1));
  const next = await expiring('/next');
  now = LATER;
  await eventually(async () => expect(await expiries(next)).toHaveLength(1));
  expect(failures).toBe(0);
  await expiry.stop();
});
