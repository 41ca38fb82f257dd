import request from 'supertest';
import { historyOf } from '../../accounts/people-site';
import { addPage, savePage } from '../../support/site';
import { openEditorSite, openForm, post, type EditorSite } from './site';

let site: EditorSite;
beforeAll(async () => { site = await openEditorSite(); });
afterAll(() => site.close());
beforeEach(() => site.deps.db('rateLimits').del());

const edit = () => `/admin/pages/${site.about}/edit`;
const save = () => `/admin/pages/${site.about}/revisions`;
const revisions = () => site.deps.db('revisions').where({ pageId: site.about }).orderBy('id', 'desc');
const HTML = 'content.keyInfo.b1.value.text.html';

test('saving makes a revision with its note, and readers see no difference', async () => {
  const form = await openForm(site.agents.editor, edit());
  const answer = await post(site.agents.editor, save(), { ...form, title: 'About us', [HTML]: '<p>As it is now.</p>', note: 'Shorter' });
  expect([answer.status, answer.headers.location]).toEqual([303, `${edit()}?done=saved`]);
  const [newest] = await revisions();
  expect(newest).toMatchObject({ title: 'About us', note: 'Shorter' });
  expect(JSON.stringify(newest.content)).toContain('As it is now.');
  const shown = await site.agents.editor.get(answer.headers.location!);
  expect(shown.text).toContain('The revision is saved');
  expect(shown.text).toContain('Live, edits waiting');
  expect((await request(site.server).get('/about/')).text).toContain('As it was.');
  expect(await historyOf(site, 'page.saved')).toHaveLength(3); // the two of the site's making, and this
});

test('a script is told the revision, and may go on from it', async () => {
  const form = await openForm(site.agents.editor, edit());
  const { status, body } = await post(site.agents.editor, save(), { ...form, title: 'About us all' }, { json: true });
  const [newest] = await revisions();
  expect([status, body]).toEqual([200, { revision: newest.id, base: newest.id, number: 0, merged: false, outcome: 'saved' }]);
});

test('"Publish…" saves, then asks', async () => {
  const form = await openForm(site.agents.admin, edit());
  const answer = await post(site.agents.admin, save(), { ...form, then: 'publish' });
  expect([answer.status, answer.headers.location]).toEqual([303, `/admin/pages/${site.about}/publication/new`]);
});

test('what cannot be saved comes back as it was typed, with a sentence beside each field and a summary of links', async () => {
  const form = await openForm(site.agents.editor, edit());
  const answer = await post(site.agents.editor, save(), { ...form, title: ' ', slug: 'No Slug', [HTML]: '<p>Kept all the same.</p>', 'common.updatedOn': 'yesterday' });
  expect(answer.status).toBe(422);
  expect(answer.text).toContain('3 things have to be put right');
  for (const text of ['href="#f-title"', 'A title is needed.', 'href="#f-slug"', 'value="No Slug"', 'Kept all the same.', 'href="#f-common.updatedOn"', 'value="yesterday"']) expect(answer.text).toContain(text);
  const script = await post(site.agents.editor, save(), { ...form, title: '' }, { json: true });
  expect([script.status, script.body.problems]).toEqual([422, [{ field: 'title', message: 'A title is needed.' }]]);
});

test('a slug that a neighbour has is said beside the field, and an empty one is the slug that the page has', async () => {
  await addPage(site, { path: '/taken', title: 'Taken' });
  const form = await openForm(site.agents.editor, edit());
  const taken = await post(site.agents.editor, save(), { ...form, slug: 'taken' });
  expect([taken.status, taken.text.includes('There is a page “taken” below / already')]).toEqual([422, true]);
  const empty = await post(site.agents.editor, save(), { ...form, slug: '', title: 'About, once more' });
  expect(empty.status).toBe(303);
  expect((await revisions())[0]).toMatchObject({ slug: 'about' });
});

test('nobody saves a page that is locked: the form is read only and says who locked it', async () => {
  const form = await openForm(site.agents.editor, edit());
  const admin = await site.deps.db('users').where({ email: 'admin@example.org' }).first<{ id: number }>('id');
  await site.deps.db('pages').where({ id: site.about }).update({ lockedAt: site.clock.now, lockedBy: admin.id });
  const refused = await post(site.agents.editor, save(), { ...form, title: 'Behind a lock' });
  expect([refused.status, refused.text.includes('Behind a lock')]).toEqual([409, true]);
  const shown = await site.agents.editor.get(edit());
  expect(shown.text).toMatch(/Locked by Name of admin@example.org since [^<]+ Nobody can change it/);
  expect(shown.text).toMatch(/<fieldset class="whole" disabled>/);
  expect(shown.text).not.toContain('data-save');
  await site.deps.db('pages').where({ id: site.about }).update({ lockedAt: null, lockedBy: null });
  await site.deps.db('workingCopies').del();
});

test('who may see a page but not change it reads the form, and can send nothing', async () => {
  const shown = await site.agents.viewer.get(edit());
  expect([shown.status, shown.text.includes('You may see this page, and not change it.')]).toEqual([200, true]);
  for (const [method, url] of [['POST', save()], ['PUT', `/admin/pages/${site.about}/working-copy`]] as const) {
    const { _csrf } = await openForm(site.agents.viewer, edit());
    expect((await post(site.agents.viewer, url, { _csrf: _csrf! }, { method })).status).toBe(403);
  }
  expect((await site.agents.contributor.get(edit())).text).toContain('You may see this page, and not change it.');
});

test('a revision of another page, or none, is not where a text can have started', async () => {
  const form = await openForm(site.agents.editor, edit());
  const home = await site.deps.db('pages').where({ path: '/' }).first<{ draftRevisionId: number }>('draftRevisionId');
  expect((await post(site.agents.editor, save(), { ...form, base: String(home.draftRevisionId) })).status).toBe(404);
});

test('HTML of one\'s own stays as it is for somebody who may not publish, and cannot be brought in', async () => {
  const [newest] = await revisions();
  const raw = { id: 'raw1', type: 'raw-html', value: { html: '<p>By hand</p>' } };
  await savePage(site, site.about, { title: 'About', slug: 'about', content: { ...newest.content, keyInfo: [...newest.content.keyInfo, raw] } });
  const form = await openForm(site.agents.editor, edit());
  expect(form['content.keyInfo.raw1.value.html']).toBeUndefined();
  await post(site.agents.editor, save(), { ...form, title: 'About HTML', 'content.keyInfo.raw1.value.html': '<p>Smuggled</p>' });
  const [saved] = await revisions();
  expect(saved.content.keyInfo.at(-1)).toEqual(raw);
  expect((await openForm(site.agents.admin, edit()))['content.keyInfo.raw1.value.html']).toBe('<p>By hand</p>');
});
