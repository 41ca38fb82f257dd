import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { getPage } from '../../../src/cms/pages/queries';
import { publishDue } from '../../../src/cms/workflow/publish-due';
import { SYSTEM } from '../../../src/platform/history/record';
import { schedulePublication } from '../../../src/cms/workflow/schedule';
import { addPage, openEmptySite, type TestSite } from '../../support/site';
import { brokenPages } from './tree-checks';

let site: TestSite;
beforeAll(async () => { site = await openEmptySite(); });
afterAll(() => site.close());

/** Starts it, and kills it some milliseconds after it began. */
async function runUntilKilled(delay: number): Promise<void> {
  const child = spawn(process.execPath, ['--import', 'tsx', path.join(__dirname, 'due-until-killed.ts'), site.deps.databaseUrl], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  await pause(delay);
  child.kill('SIGKILL');
  await once(child, 'exit');
}

test('kill -9 in the middle of what is due: every page goes live once, and none halfway', async () => {
  const pageIds: number[] = [];
  for (let number = 0; number < 60; number += 1) {
    const pageId = await addPage(site, { path: `/due-${number}`, published: false });
    const dueAt = new Date(site.deps.now().getTime() + 60_000);
    await schedulePublication(site.deps, SYSTEM, { pageId, revisionId: (await getPage(site.deps.db, pageId)).draftRevisionId!, dueAt, timeZone: 'UTC' });
    pageIds.push(pageId);
  }
  await site.deps.db('scheduledPublications').update({ dueAt: new Date(site.deps.now().getTime() - 60_000) });

  for (const delay of [25, 60, 110]) {
    await runUntilKilled(delay);
    const halfway = await site.deps.db('scheduledPublications as s').join('pages as p', 'p.id', 's.pageId').whereRaw(`(s.state = 'done') <> (p.live_revision_id is not null)`);
    expect(halfway).toEqual([]);
  }
  await publishDue(site.deps);
  const published = await site.deps.db('history').where({ action: 'page.published' }).whereIn('objectId', pageIds.map(String)).select<{ objectId: string }[]>('objectId');
  expect(published.map(({ objectId }) => Number(objectId)).sort((one, two) => one - two)).toEqual(pageIds);
  expect(await brokenPages(site)).toEqual([]);
}, 90_000);
