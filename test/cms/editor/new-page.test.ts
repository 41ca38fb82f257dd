import { historyOf } from '../../accounts/people-site';
import { addPage } from '../../support/site';
import { openEditorSite, openForm, post, type EditorSite } from './site';

let site: EditorSite;
beforeAll(async () => { site = await openEditorSite(); });
afterAll(() => site.close());
beforeEach(() => site.deps.db('rateLimits').del());

const empty = () => openForm(site.agents.contributor, `/admin/pages/new?parent=${site.about}&type=standard`);
const page = (title: string) => site.deps.db('pages').where({ title }).orderBy('id');

test('the chooser offers what may stand below, and nothing that may not', async () => {
  const { text } = await site.agents.contributor.get(`/admin/pages/new?parent=${site.about}`);
  expect(text).toContain('Standard page');
  expect(text).toContain(`/admin/pages/new?parent=${site.about}&amp;type=standard`);
  expect(text).not.toContain('type=home');
  expect((await site.agents.contributor.get(`/admin/pages/new?parent=${site.about}&type=home`)).status).toBe(422);
  expect((await site.agents.viewer.get(`/admin/pages/new?parent=${site.about}`)).status).toBe(403);
  expect((await site.agents.contributor.get('/admin/pages/new?parent=99999')).status).toBe(404);
});

test('saving makes the page and its first revision, as a draft of whoever wrote it', async () => {
  const answer = await post(site.agents.contributor, '/admin/pages', { ...await empty(), title: 'Über uns', note: 'First' });
  const [made] = await page('Über uns');
  expect([answer.status, answer.headers.location]).toEqual([303, `/admin/pages/${made.id}/edit?done=created`]);
  expect(made).toMatchObject({ path: '/about/uber-uns', liveRevisionId: null, parentId: site.about });
  expect(await site.deps.db('revisions').where({ pageId: made.id })).toEqual([expect.objectContaining({ title: 'Über uns', slug: 'uber-uns', note: 'First' })]);
  expect((await historyOf(site, 'page.created')).at(-1)).toMatchObject({ objectId: String(made.id), actorId: made.ownerId });
  expect((await site.agents.contributor.get(answer.headers.location!)).text).toContain('Save revision'); // one's own page
});

test('sent twice at once it is one page with one revision', async () => {
  const form = { ...await empty(), title: 'Only once', slug: 'only-once' };
  const answers = await Promise.all([1, 2, 3].map(() => post(site.agents.contributor, '/admin/pages', form)));
  expect(new Set(answers.map(({ status, headers }) => `${status} ${headers.location}`)).size).toBe(1);
  const pages = await page('Only once');
  expect(pages).toHaveLength(1);
  expect(await site.deps.db('revisions').where({ pageId: pages[0].id })).toHaveLength(1);
});

test('the first autosave makes a draft that is called something, and the next ones keep it', async () => {
  const form = await empty();
  const first = await post(site.agents.contributor, '/admin/pages', { ...form, 'content.introduction': 'So far' }, { json: true });
  expect([first.status, first.body.urls.edit]).toEqual([201, `/admin/pages/${first.body.id}/edit`]);
  const again = await post(site.agents.contributor, '/admin/pages', { ...form, 'content.introduction': 'So far, so good' }, { json: true });
  expect([again.body.id, again.body.number]).toEqual([first.body.id, first.body.number + 1]);
  expect(await site.deps.db('pages').where({ id: first.body.id }).first('path', 'title', 'draftRevisionId')).toEqual({ path: '/about/untitled', title: 'Untitled', draftRevisionId: null });
  const shown = await openForm(site.agents.contributor, first.body.urls.edit);
  expect(shown).toMatchObject({ title: '', 'content.introduction': 'So far, so good', number: String(again.body.number), base: '' });

  const other = await post(site.agents.contributor, '/admin/pages', await empty(), { json: true });
  expect((await site.deps.db('pages').where({ id: other.body.id }).first('slug'))).toEqual({ slug: 'untitled-2' });
  const saved = await post(site.agents.contributor, first.body.urls.revisions, { ...shown, title: 'Called something', slug: '' });
  expect(saved.status).toBe(303);
  expect(await site.deps.db('revisions').where({ pageId: first.body.id })).toEqual([expect.objectContaining({ slug: 'called-something' })]);
  expect(await site.deps.db('workingCopies').where({ pageId: first.body.id })).toEqual([]);
});

test('a form that made its page by autosave can still be sent whole, when its script did not hear of it', async () => {
  const form = await empty();
  const { body } = await post(site.agents.contributor, '/admin/pages', { ...form, title: 'Heard late', slug: 'heard-late' }, { json: true });
  const saved = await post(site.agents.contributor, '/admin/pages', { ...form, title: 'Heard late', slug: 'heard-late' });
  expect(saved.headers.location).toBe(`/admin/pages/${body.id}/edit?done=created`);
  expect(await page('Heard late')).toHaveLength(1);

  const unnamed = await empty();
  const draft = await post(site.agents.contributor, '/admin/pages', unnamed, { json: true });
  await post(site.agents.contributor, '/admin/pages', { ...unnamed, title: 'Named at last' });
  expect(await site.deps.db('revisions').where({ pageId: draft.body.id })).toEqual([expect.objectContaining({ slug: 'named-at-last' })]);
});

test('what is wrong stands beside the field, and nothing is made', async () => {
  await addPage(site, { path: '/about/taken', title: 'Taken' });
  const before = Number((await site.deps.db('pages').count('* as n').first())!.n);
  const answer = await post(site.agents.contributor, '/admin/pages', { ...await empty(), title: '', slug: 'taken', 'content.introduction': 'Kept here' });
  expect(answer.status).toBe(422);
  for (const text of ['A title is needed.', 'already.', 'Kept here']) expect(answer.text).toContain(text);
  expect(Number((await site.deps.db('pages').count('* as n').first())!.n)).toBe(before);
});

test('somebody else\'s form, a place where one may not add, and a kind that may not stand there are refused', async () => {
  const form = { ...await empty(), title: 'Mine' };
  await post(site.agents.contributor, '/admin/pages', form);
  const theirs = await openForm(site.agents.editor, `/admin/pages/new?parent=${site.about}&type=standard`);
  expect((await post(site.agents.editor, '/admin/pages', { ...form, _csrf: theirs._csrf! })).status).toBe(409);
  expect((await post(site.agents.editor, '/admin/pages', { ...theirs, parent: '99999', title: 'x' })).status).toBe(404);
  expect((await post(site.agents.editor, '/admin/pages', { ...theirs, type: 'home', title: 'x' })).status).toBe(422);
  expect((await post(site.agents.editor, '/admin/pages', { ...theirs, key: 'short', title: 'x' })).status).toBe(400);
  const viewer = await openForm(site.agents.viewer, `/admin/pages/${site.about}/edit`);
  expect((await post(site.agents.viewer, '/admin/pages', { ...theirs, _csrf: viewer._csrf!, title: 'x' })).status).toBe(403);
});
