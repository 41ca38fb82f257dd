import { insertGroupUnlessThere } from '../../../src/accounts/queries';
import { trash } from '../../../src/cms/workflow/trash';
import { addPage } from '../../support/site';
import { addPerson, openPeopleSite, send, signedIn, type Agent, type PeopleSite } from '../../accounts/people-site';
import { linkTo, titlesAt, titlesIn } from './explored-site';

let site: PeopleSite;
let admin: Agent;
let maren: number;
let section: number;
const actor = () => ({ userId: maren, requestId: null, remoteAddress: null });
beforeAll(async () => {
  site = await openPeopleSite();
  maren = await addPerson(site, 'maren@example.org', 'editors');
  admin = await signedIn(site, 'admin@example.org');
  section = await addPage(site, { path: '/section', title: 'Section' });
}, 60_000);
afterAll(() => site.close());

async function thrownAway(path: string, title: string): Promise<number> {
  const id = await addPage(site, { path, title });
  await addPage(site, { path: `${path}/below`, title: `Below ${title}` });
  await trash(site.deps, actor(), { pageId: id, reason: 'Out of date.' });
  return id;
}

test('the trash says what went there, with how many below, by whom, why, and what comes back', async () => {
  await thrownAway('/section/old', 'Old things');
  const { text } = await admin.get('/admin/trash');
  expect(titlesIn(text)).toEqual(['Old things']);
  for (const part of ['with 1 below', 'Name of maren@example.org', '“Out of date.”', 'Readers get back /section/old/ and 1 address below']) expect(text).toContain(part);
});

test('restoring brings the page back and says so; its address answers again', async () => {
  const id = await thrownAway('/section/back', 'Back again');
  expect((await admin.get('/section/back/')).status).toBe(410);
  const answer = await send(admin, 'POST', `/admin/pages/${id}/restoration`);
  expect(answer.headers.location).toBe(`/admin/trash?done=restored&page=${id}&n=2`);
  expect((await admin.get(answer.headers.location!)).text).toContain('“Back again” is back at /section/back/, with 1 page below it.');
  expect((await admin.get('/section/back/below/')).status).toBe(200);
});

test('what cannot come back says why, in the trash', async () => {
  const id = await thrownAway('/section/taken', 'Taken');
  await addPage(site, { path: '/section/taken', title: 'Newcomer' });
  const answer = await send(admin, 'POST', `/admin/pages/${id}/restoration`);
  expect([answer.status, answer.text.includes('belongs to another page by now')]).toEqual([409, true]);
  expect(titlesIn(answer.text)).toContain('Taken');
});

test('search, pages of the list, and only what one may see', async () => {
  for (let number = 1; number <= 55; number += 1) await trash(site.deps, actor(), { pageId: await addPage(site, { path: `/section/n${number}`, title: `Number ${number}`, published: false }), reason: 'x' });
  const { text } = await admin.get('/admin/trash');
  const next = (await admin.get(linkTo(text, 'next')!)).text;
  const all = [...titlesIn(text), ...titlesIn(next)];
  expect([titlesIn(text).length, new Set(all).size, all.length]).toEqual([50, 57, 57]);
  expect(titlesIn((await admin.get(linkTo(next, 'prev')!)).text)).toEqual(titlesIn(text));
  expect(await titlesAt(admin, '/admin/trash?q=number+55')).toEqual(['Number 55']);

  await insertGroupUnlessThere(site.deps.db, { key: 'else', name: 'Else', description: 'Elsewhere.', grants: [{ verb: 'enter', scope: 'area:staff' }, { verb: 'view', scope: `page:${section + 900_000}` }] });
  await addPerson(site, 'else@example.org', 'else');
  expect(await titlesAt(await signedIn(site, 'else@example.org'), '/admin/trash')).toEqual([]);
  await addPerson(site, 'viewer@example.org', 'viewers');
  const viewer = await signedIn(site, 'viewer@example.org');
  expect((await viewer.get('/admin/trash')).text).not.toContain('/restoration"');
  const id = await thrownAway('/section/kept', 'Kept');
  expect((await send(viewer, 'POST', `/admin/pages/${id}/restoration`)).status).toBe(403);
}, 60_000);
