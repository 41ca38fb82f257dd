import request from 'supertest';
import { PASSWORD } from '../../accounts/accounts-app';
import { historyOf, send } from '../../accounts/people-site';
import { savePage } from '../../support/site';
import { aboutText, openEditorSite, openForm, post, type EditorSite, type Fields } from './site';

let site: EditorSite;
beforeAll(async () => { site = await openEditorSite(); });
afterAll(() => site.close());
beforeEach(async () => {
  await site.deps.db('rateLimits').del();
  await site.deps.db('workingCopies').del();
});

const url = (end: string) => `/admin/pages/${site.about}/${end}`;
const keep = (fields: Fields) => post(site.agents.editor, url('working-copy'), fields, { method: 'PUT', json: true });

test('autosave keeps what was typed for the person who typed it, and changes nothing else', async () => {
  const before = await historyOf(site, 'page.saved');
  const form = await openForm(site.agents.editor, url('edit'));
  const kept = await keep({ ...form, title: 'Half a tit' });
  expect([kept.status, kept.body]).toEqual([200, { number: expect.any(Number), at: site.clock.now.toISOString(), draft: null, problems: [] }]);
  const next = await keep({ ...form, number: String(kept.body.number), title: 'Half a title' });
  expect(next.body.number).toBe(kept.body.number + 1);

  const mine = await site.agents.editor.get(url('edit'));
  expect(mine.text).toContain('Only you see it.');
  expect(await openForm(site.agents.editor, url('edit'))).toMatchObject({ title: 'Half a title', number: String(next.body.number), base: form.base });
  expect(await openForm(site.agents.admin, url('edit'))).toMatchObject({ title: 'About', number: '0' });
  expect(await historyOf(site, 'page.saved')).toEqual(before);
});

test('a window with an older number is told, and its text does not win', async () => {
  const form = await openForm(site.agents.editor, url('edit'));
  const { body: first } = await keep({ ...form, title: 'From the new window' });
  const older = await keep({ ...form, title: 'From the old window' });
  expect([older.status, older.headers['content-type'], older.body]).toEqual([409, expect.stringContaining('application/problem+json'), expect.objectContaining({ newest: first.number, detail: expect.stringContaining('another window') })]);
  expect(await openForm(site.agents.editor, url('edit'))).toMatchObject({ title: 'From the new window' });
});

test('a newer draft of somebody else does not stop it: the text is kept and the answer says who saved', async () => {
  const form = await openForm(site.agents.editor, url('edit'));
  await savePage(site, site.about, { slug: 'about', title: 'About', content: aboutText('Meanwhile.') });
  const kept = await keep({ ...form, title: 'Mine' });
  expect([kept.status, kept.body.draft]).toEqual([200, { id: expect.any(Number), by: null, at: expect.any(String) }]);
  expect((await site.agents.editor.get(url('edit'))).text).toMatch(/Meanwhile somebody saved a newer revision, on [^:]+:\d\d[^:]*: saving merges the two\./);
  const saved = await post(site.agents.editor, url('revisions'), { ...await openForm(site.agents.editor, url('edit')) });
  expect(saved.headers.location).toBe(`${url('edit')}?done=merged`);
});

test('"Discard my changes" gives them up', async () => {
  const form = await openForm(site.agents.editor, url('edit'));
  await keep({ ...form, title: 'Given up' });
  const answer = await send(site.agents.editor, 'DELETE', url('working-copy'));
  expect([answer.status, answer.headers.location]).toEqual([303, `${url('edit')}?done=discarded`]);
  expect((await openForm(site.agents.editor, url('edit'))).title).not.toBe('Given up');
});

test('two in a second are taken, the third waits', async () => {
  const form = await openForm(site.agents.editor, url('edit'));
  const answers = await Promise.all([1, 2, 3, 4].map(() => keep({ ...form, title: 'Quick' })));
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThanOrEqual(1);
  expect(refused[0]!.headers['retry-after']).toMatch(/^\d+$/);
});

test('two texts that clash lead to the screen that shows both', async () => {
  const form = await openForm(site.agents.editor, url('edit'));
  await savePage(site, site.about, { slug: 'about', title: 'Theirs', content: aboutText('Theirs.') });
  const page = await post(site.agents.editor, url('revisions'), { ...form, title: 'Ours' });
  expect([page.status, page.headers.location]).toEqual([303, url('conflict')]);
  const script = await post(site.agents.editor, url('revisions'), { ...form, title: 'Ours again' }, { json: true });
  expect([script.status, script.body.conflict]).toEqual([409, url('conflict')]);
  expect((await openForm(site.agents.editor, url('edit'))).title).toBe('Ours again');
});

test('presence: who else was here in the last quarter of a minute', async () => {
  const here = async (who: 'editor' | 'admin') => {
    const { _csrf } = await openForm(site.agents[who], url('edit'));
    return (await post(site.agents[who], url('presence'), { _csrf: _csrf! }, { json: true })).body;
  };
  expect((await here('editor')).others).toEqual([]);
  const since = site.clock.now.toISOString();
  site.clock.now = new Date(site.clock.now.getTime() + 10_000);
  expect(await here('admin')).toMatchObject({ others: [{ name: 'Name of editor@example.org', initials: expect.any(String), since }], draft: { by: null }, locked: false });
  site.clock.now = new Date(site.clock.now.getTime() + 16_000);
  expect((await here('editor')).others).toEqual([]);
  site.clock.now = new Date(site.clock.now.getTime() + 61_000);
  await here('admin');
  expect(await site.deps.db('presences').count('* as n').first()).toEqual({ n: '1' });
});

test('a script learns who is signed in, and a stranger how to sign in', async () => {
  const mine = await site.agents.editor.get('/admin/session').set('Accept', 'application/json');
  expect([mine.status, mine.body]).toEqual([200, { csrfToken: expect.any(String), name: 'Name of editor@example.org', email: 'editor@example.org' }]);
  const agent = request.agent(site.server);
  const { status, body, headers } = await agent.get('/admin/session').set('Accept', 'application/json');
  expect([status, headers['cache-control'], body]).toEqual([401, 'no-store', { signIn: { url: '/sign-in', _csrf: expect.any(String) } }]);
  const answer = await agent.post(body.signIn.url).set('Sec-Fetch-Site', 'same-origin').type('form').send({ _csrf: body.signIn._csrf, email: 'editor@example.org', password: PASSWORD, next: '/admin' });
  expect(answer.status).toBe(303);
  expect((await agent.get('/admin/session')).body).toMatchObject({ email: 'editor@example.org' });
});
