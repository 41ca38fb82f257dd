import request from 'supertest';
import { getPage } from '../../../src/cms/pages/queries';
import { addPerson, openPeopleSite, send, signedIn, type Agent, type PeopleSite } from '../../accounts/people-site';
import { addPage, savePage } from '../../support/site';

let site: PeopleSite;
let publisher: Agent;
let editor: Agent;
beforeAll(async () => {
  site = await openPeopleSite();
  site.clock.now = new Date('2026-11-22T12:00:00Z');
  await addPerson(site, 'publisher@example.org', 'publishers');
  await addPerson(site, 'editor@example.org', 'editors');
  await site.deps.db('users').update({ timeZone: 'Europe/Vienna' });
  publisher = await signedIn(site, 'publisher@example.org');
  editor = await signedIn(site, 'editor@example.org');
});
afterAll(() => site.close());

const example = () => structuredClone(site.deps.registry.pageTypes.get('standard')!.example);
const page = (id: number) => getPage(site.deps.db, id);
const draft = async (pageId: number, slug: string, content = example(), title = 'Title') => savePage(site, pageId, { slug, title, content });
const picture = { id: 'pic1', type: 'image', value: { image: { ref: 'image:1', alt: null, decorative: false }, caption: null, credit: null } };
const publication = (pageId: number, fields: Record<string, string>) => send(publisher, 'POST', `/admin/pages/${pageId}/publication`, fields);
const dialog = async (pageId: number) => (await publisher.get(`/admin/pages/${pageId}/publication/new`).expect(200)).text.replace(/\s+/g, ' ');

test('the dialog says the address, the menus, the feeds, when, and what is worth a look', async () => {
  const section = await addPage(site, { path: '/process', title: 'Process', type: 'section' });
  const pageId = await addPage(site, { path: '/process/rfcs', title: 'RFCs', common: { showInMenus: true } });
  await addPage(site, { path: '/process/drafts', title: 'Drafts', common: { showInMenus: true }, position: 1 });
  await site.deps.db('navigationItems').insert({ siteId: site.siteId, menu: 'main', position: 0, label: 'How it works', target: `page:${pageId}` });
  const first = (await page(pageId)).liveRevisionId!;
  const second = await savePage(site, pageId, { slug: 'rfc-series', title: 'RFC series', content: example(), common: { showInMenus: true } });
  const text = await dialog(pageId);
  expect(text).toContain('/process/rfcs/ → /process/rfc-series/');
  expect(text).toContain('The old address leads to the new one.');
  expect(text).toContain('Header › How it works');
  expect(text).toContain('In the section “Process”: first of 2');
  expect(text).toContain('In no feed');
  expect(text).toContain('The description for search engines is empty');
  expect(text).toContain(`/admin/pages/${pageId}/history?a=${first}&amp;b=${second}`);
  expect(section).toBeGreaterThan(0);
});

test('publishing now, and undoing it from the note', async () => {
  const pageId = await addPage(site, { path: '/now', published: false });
  const revision = String((await page(pageId)).draftRevisionId);
  const answer = await publication(pageId, { revision, when: 'now' });
  expect([answer.status, answer.headers.location]).toEqual([303, `/admin/pages/${pageId}/edit?done=published`]);
  await request(site.server).get('/now/').expect(200);
  const undone = await send(publisher, 'POST', `/admin/pages/${pageId}/publication/undo`, { revision });
  expect(undone.headers.location).toBe(`/admin/pages/${pageId}/edit?done=undone`);
  await request(site.server).get('/now/').expect(410);
  expect((await send(publisher, 'POST', `/admin/pages/${pageId}/publication/undo`, { revision })).status).toBe(409);
});

test('a draft that moved on is not published: 409 in words, and the dialog has the newer one', async () => {
  const pageId = await addPage(site, { path: '/moved-on' });
  const shown = await draft(pageId, 'moved-on');
  const newer = await draft(pageId, 'moved-on', example(), 'Newer title');
  const answer = await publication(pageId, { revision: String(shown), when: 'now' });
  expect(answer.status).toBe(409);
  expect(answer.text).toContain('Somebody saved a newer revision meanwhile');
  expect(answer.text).toContain('Newer title');
  expect(answer.text).toContain(`name="revision" value="${newer}"`);
  expect((await page(pageId)).liveRevisionId).toBeLessThan(shown);
});

test('a picture without a decision is asked about and answered in the dialog; the answer is a revision, and that goes live', async () => {
  const pageId = await addPage(site, { path: '/pictured' });
  const revision = await draft(pageId, 'pictured', { ...example(), keyInfo: [picture] });
  expect(await dialog(pageId)).toContain('has no alt decision');
  const undecided = await publication(pageId, { revision: String(revision), when: 'now' });
  expect([undecided.status, undecided.text.includes('Describe the picture, or say that it is decoration.')]).toEqual([422, true]);
  const empty = await publication(pageId, { revision: String(revision), when: 'now', decorative0: 'described', alt0: ' ' });
  expect([empty.status, empty.text.includes('A description is needed.')]).toEqual([422, true]);
  expect((await publication(pageId, { revision: String(revision), when: 'now', decorative0: 'described', alt0: 'Paths of a stream' })).status).toBe(303);
  const { liveRevisionId, draftRevisionId } = await page(pageId);
  expect([liveRevisionId! > revision, draftRevisionId]).toEqual([true, liveRevisionId]);
  const { content } = await site.deps.db('revisions').where('id', liveRevisionId).first('content');
  expect(content.keyInfo[0].value.image).toEqual({ ref: 'image:1', alt: 'Paths of a stream', decorative: false });
});

test('what else is missing stands there with a link to its field, and the button waits', async () => {
  const pageId = await addPage(site, { path: '/wanting', published: false });
  await addPage(site, { path: '/has-it' });
  await draft(pageId, 'has-it', example(), ' ');
  const text = await dialog(pageId);
  expect(text).toContain(`/admin/pages/${pageId}/edit#f-title`);
  expect(text).toContain(`/admin/pages/${pageId}/edit#f-slug`);
  expect(text).toContain('aria-disabled="true"');
  expect(text).toContain('Waits for 2 needed things');
  const answer = await publication(pageId, { revision: String((await page(pageId)).draftRevisionId), when: 'now' });
  expect(answer.status).toBe(422);
});

test('at a time: in the zone that was chosen, and then in the queue, changed and cancelled from there', async () => {
  const pageId = await addPage(site, { path: '/later', published: false });
  const revision = String((await page(pageId)).draftRevisionId);
  const at = { revision, when: 'at', date: '2026-11-24', time: '09:00', zone: 'America/Los_Angeles' };
  expect((await publication(pageId, at)).headers.location).toBe(`/admin/pages/${pageId}/edit?done=scheduled`);
  expect(await site.deps.db('scheduledPublications').where({ pageId }).first('dueAt', 'timeZone')).toEqual({ dueAt: new Date('2026-11-24T17:00:00Z'), timeZone: 'America/Los_Angeles' });
  const queue = (await publisher.get('/admin/schedule').expect(200)).text;
  expect(queue).toContain('24 Nov 2026, 18:00 (17:00 UTC)');
  expect(queue).toContain('Name of publisher@example.org');
  expect(await dialog(pageId)).toContain('It is to go live on Tue 24 Nov, 18:00 already');
  expect((await editor.get('/admin/schedule')).text).not.toContain('Cancel the publication');
  expect((await send(editor, 'DELETE', `/admin/pages/${pageId}/schedule`)).status).toBe(403);
  expect((await send(publisher, 'DELETE', `/admin/pages/${pageId}/schedule`)).status).toBe(303);
  expect((await send(publisher, 'DELETE', `/admin/pages/${pageId}/schedule`)).status).toBe(409);
});

test.each([
  [{ date: '2027-03-28', time: '02:30', zone: 'Europe/Vienna' }, 'leave out 02:30'],
  [{ date: '2026-11-22', time: '11:59', zone: 'UTC' }, 'over already'],
  [{ date: '', time: '', zone: 'UTC' }, 'A day is needed.'],
  [{ date: '2026-02-30', time: '09:00', zone: 'UTC' }, 'no day of the calendar'],
  [{ date: '2026-12-24', time: '09:00', zone: 'Mars/Olympus' }, 'not known'],
])('a time that cannot be is refused beside its field, and what was typed stays: %j', async (moment, words) => {
  const pageId = await addPage(site, { path: `/odd-${words.replace(/\W+/g, '').toLowerCase()}`, published: false });
  const answer = await publication(pageId, { revision: String((await page(pageId)).draftRevisionId), when: 'at', ...moment });
  expect(answer.status).toBe(422);
  expect(answer.text).toContain(words);
  expect(answer.text).toContain(`value="${moment.date}"`);
  expect(answer.text).toMatch(/id="when-at"[^>]* checked/);
});
