import request from 'supertest';
import { hashPassword } from '../../../src/accounts/passwords';
import { insertMembership, insertUser } from '../../../src/accounts/queries';
import { SYSTEM } from '../../../src/platform/history/record';
import { saveRevision } from '../../../src/cms/workflow/save-revision';
import { publish } from '../../../src/cms/workflow/publish';
import { PASSWORD, signIn } from '../../accounts/accounts-app';
import { addPerson, openPeopleSite, signedIn, type PeopleSite } from '../../accounts/people-site';
import { countQueries } from '../../support/count-queries';
import { addPage, savePage } from '../../support/site';

let site: PeopleSite;
let about: number;
let admin: number;
beforeAll(async () => {
  site = await openPeopleSite();
  about = await addPage(site, { path: '/about', title: 'About <us>' });
  await addPage(site, { path: '/about/plans', title: 'Secret plans', published: false });
  await addPage(site, { path: '/news', title: 'News' });
  admin = (await site.deps.db('users').where('email', 'admin@example.org').first<{ id: number }>('id')).id;
}, 60_000);
afterAll(() => site.close());

const today = async (email = 'admin@example.org'): Promise<string> => (await (await signedIn(site, email)).get('/admin').expect(200)).text;
const section = (html: string, id: string): string => new RegExp(`aria-labelledby="${id}"[^]*?</section>`).exec(html)![0];
const revisionOf = async (id: number) => site.deps.db('pages').where({ id }).first<{ live: number; draft: number }>('liveRevisionId as live', 'draftRevisionId as draft');

/** A revision by somebody, as the editor saves it. */
async function saveAs(userId: number, pageId: number, title: string): Promise<number> {
  const { draft } = await revisionOf(pageId);
  const { slug, common, content } = await site.deps.db('revisions').where('id', draft).first<{ slug: string; common: never; content: never }>('slug', 'common', 'content');
  return (await saveRevision(site.deps, { ...SYSTEM, userId }, { pageId, base: draft, title, slug, common, content, note: null })).revisionId;
}

test('strangers are sent to sign in', async () => {
  await request(site.server).get('/admin').expect(303).expect('Location', '/sign-in?next=%2Fadmin');
});

test('what changed lately stands there once for each page; nobody is asked to undo what the program published', async () => {
  site.clock.now = new Date(site.clock.now.getTime() + 1_000);
  const agent = request.agent(site.server);
  await signIn(agent, 'admin@example.org', { password: 'wrong' });
  await signIn(agent, 'admin@example.org');
  const { text, headers } = await agent.get('/admin').expect(200);
  const lately = section(text, 'lately');
  expect(lately).toContain(`<a class="item-title" href="/admin/pages/${about}/edit">About &lt;us&gt;</a>`);
  expect(lately.match(/About &lt;us&gt;<\/a>\n<p/g)).toHaveLength(1); // added, saved and published, but one page
  expect(lately).toMatch(/Plenary published · <time[^>]*>Today \d\d:\d\d/);
  expect(lately).not.toContain('publication/undo');
  expect(text).toMatch(/Wrong passwords since<\/dt><dd class="numeric c-warn">1</);
  expect(text).toContain('href="/admin/pages/new"');
  expect(headers['cache-control']).toBe('no-store');
  expect(text).not.toMatch(/ style=| on[a-z]+=|<script(?![^>]+nonce=)/);
});

test('what waits for somebody: a plan that failed, a page that changed meanwhile, one to read again', async () => {
  const { db, now } = site.deps;
  const failed = await addPage(site, { path: '/failed', title: 'Failed plan' });
  await savePage(site, failed, { slug: 'failed', title: 'Failed plan', content: (await db('revisions').where({ pageId: failed }).first<{ content: never }>('content')).content, common: { description: 'new' } });
  await db('scheduledPublications').insert({ pageId: failed, revisionId: (await revisionOf(failed)).draft, dueAt: now(), timeZone: 'UTC', state: 'failed', problem: 'A title is needed.', createdBy: admin, createdAt: now(), finishedAt: now() });
  const stale = await addPage(site, { path: '/stale', title: 'Stale copy' });
  const { live } = await revisionOf(stale);
  await db('workingCopies').insert({ pageId: stale, userId: admin, baseRevisionId: live, number: 1, title: 'My words', slug: 'stale', common: '{}', content: '{}', contentVersion: 1, updatedAt: now() });
  const other = await addPerson(site, 'maren@example.org', 'editors');
  await saveAs(other, stale, 'Her words');
  await db('pages').where('id', about).update({ ownerId: admin, reviewOn: '2020-01-01' });

  const html = await today();
  const needs = section(html, 'needs');
  expect(needs).toMatch(/Failed plan<\/a>\n<p class="item-more">Did not go live on [^<]+: A title is needed\./);
  expect(needs).toMatch(/Stale copy<\/a>\n<p class="item-more">Name of maren@example\.org saved it on/);
  expect(needs).toContain('You wanted to read it again by 1 January 2020');
  expect(section(html, 'mine')).toMatch(/My words<\/a>[^]*only you see it/);
  const hers = await today('maren@example.org');
  expect(section(hers, 'needs')).toContain('Nothing waits for you.');
  expect(section(hers, 'mine')).toMatch(/Her words<\/a>[^]*Live, edits waiting/);
});

test('what goes live next, who is writing, and my locks', async () => {
  const { db, clock } = { db: site.deps.db, clock: site.clock };
  const planned = await addPage(site, { path: '/planned', title: 'Call for hosts', published: false });
  await db('scheduledPublications').insert({ pageId: planned, revisionId: (await revisionOf(planned)).draft, dueAt: new Date('2027-01-04T09:00:00Z'), timeZone: 'UTC', createdBy: admin, createdAt: clock.now });
  await db('pages').where('path', '/news').update({ expiresAt: new Date('2027-02-01T00:00:00Z'), lockedAt: clock.now, lockedBy: admin });
  await db('presences').insert([{ pageId: planned, userId: admin, since: clock.now, seenAt: clock.now }, { pageId: about, userId: admin, since: clock.now, seenAt: new Date(clock.now.getTime() - 600_000) }]);
  const html = await today();
  expect(section(html, 'next')).toMatch(/4 Jan 2027, 09:00<span>UTC<\/span>[^]*Call for hosts[^]*goes live[^]*1 Feb 2027[^]*News[^]*goes offline/);
  expect(section(html, 'busy')).toMatch(/Call for hosts[^]*You · since[^]*News[^]*You hold the lock/);
  expect(section(html, 'busy')).not.toContain('About');
});

test('it costs at most twelve queries', async () => {
  const agent = await signedIn(site, 'admin@example.org');
  expect(await countQueries(site.deps.db, () => agent.get('/admin').expect(200))).toBeLessThanOrEqual(12);
});

test('the last publication by a person can be undone from here, also by somebody else', async () => {
  const revisionId = await saveAs(admin, about, 'About all of us');
  await publish(site.deps, { ...SYSTEM, userId: admin }, { pageId: about, revisionId });
  await addPerson(site, 'publisher@example.org', 'publishers');
  for (const email of ['admin@example.org', 'publisher@example.org']) {
    const lately = section(await today(email), 'lately');
    expect(lately).toContain(`action="/admin/pages/${about}/publication/undo"`);
    expect(lately).toContain(`name="revision" value="${revisionId}"`);
  }
  expect(section(await today('maren@example.org'), 'lately')).not.toContain('publication/undo');
});

test('somebody with rights on a part of the tree sees that part only', async () => {
  const { db, now } = site.deps;
  const id = await insertUser(db, { email: 'part@example.org', name: 'Part', passwordHash: await hashPassword(PASSWORD), createdAt: now() });
  const [group] = await db('userGroups').insert({ key: 'about', name: 'About', description: 'x' }).returning<{ id: number }[]>('id');
  await db('grants').insert([{ groupId: group!.id, verb: 'enter', scope: 'area:staff' }, { groupId: group!.id, verb: 'view', scope: `page:${about}` }]);
  await insertMembership(db, id, 'about');
  const text = await today('part@example.org');
  expect(text).toContain('Secret plans');
  expect(text).not.toMatch(/News|Call for hosts|Stale copy|Failed plan|publication\/undo|pages\/new/);
});
