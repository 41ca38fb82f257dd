import request from 'supertest';
import { runPageCommand } from '../src/page-commands';
import { Refusal } from '../src/platform/refusal';
import { addPage, openEmptySite, type TestSite } from './support/site';

let site: TestSite;
beforeAll(async () => {
  site = await openEmptySite();
  await addPage(site, { path: '/about' });
  await addPage(site, { path: '/about/people' });
  await addPage(site, { path: '/groups' });
});
afterAll(() => site.close());

const run = (...args: string[]) => runPageCommand(site.deps, args);
const status = async (path: string) => (await request(site.server).get(path)).status;

test('each command does what it says, and says what it did', async () => {
  expect(await run('move', '/about/people/', '/groups')).toBe('/about/people/ is now /groups/people/: 1 page, and what was public leads there.');
  expect(await run('move', '/groups/people/', '/groups', '--position', '0')).toBe('/groups/people/ has its new position.');
  expect(await run('rename', '/groups/', 'bodies')).toBe('/groups/ is now /bodies/: 2 pages, and what was public leads there.');
  expect(await status('/about/people/')).toBe(301);
  const id = (await site.deps.db('pages').where('path', '/bodies').first('id')).id as number;
  expect(await run('trash', '/bodies', '--reason', 'A trial.')).toBe(`/bodies/ is in the trash, with 2 pages that visitors could see. Back with: page restore ${id}`);
  expect(await status('/bodies/')).toBe(410);
  expect(await run('restore', String(id))).toBe('/bodies/ is back: 2 pages.');
  expect(await status('/bodies/people/')).toBe(200);
  expect(await run('unpublish', '/bodies/', '--below')).toBe('/bodies/ is off the site: 2 pages.');
  expect(await status('/bodies/people/')).toBe(410);
});

test('of several pages in the trash with one address it asks which', async () => {
  for (const title of ['First', 'Second']) {
    await addPage(site, { path: '/twice', title });
    await run('trash', '/twice/');
  }
  await expect(run('restore', '/twice/')).rejects.toThrow(/Several pages in the trash[^]*Second[^]*First/);
});

test.each([
  [[], 'npm run cli page …'],
  [['bury'], 'There is no command page bury.'],
  [['move', '/about/'], 'It is written: npm run cli page move <page> <new parent> [--position <number>]'],
  [['move', '/about/', '/about/'], 'A page cannot stand below itself.'],
  [['move', '/about/', '/', '--position', 'last'], 'A position is a whole number from 0 on.'],
  [['move', '/nowhere/', '/'], 'There is no page /nowhere/'],
  [['rename', '/about/', 'Not A Slug'], 'Use lower-case letters'],
  [['restore', '/about/'], 'There is no page /about/ in the trash.'],
  [['trash', '999999'], 'There is no such page.'],
  [['trash', '/about/', '--now'], 'Unknown option'],
])('%j is refused in words', async (args, message) => {
  const refusal = await run(...args).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(Refusal);
  expect((refusal as Refusal).message).toContain(message);
});
