import request from 'supertest';
import { historyOf, send } from '../../accounts/people-site';
import { addPage, savePage } from '../../support/site';
import { aboutText, openEditorSite, openForm, post, type EditorSite } from '../editor/site';

let site: EditorSite;
beforeAll(async () => { site = await openEditorSite(); });
afterAll(() => site.close());
beforeEach(() => site.deps.db('rateLimits').del());

const HTML = 'content.keyInfo.b1.value.text.html';
const url = (end: string) => `/admin/pages/${site.about}/${end}`;

describe('beside the form', () => {
  test('it shows what stands in the form, as readers will see it, and stores nothing', async () => {
    const form = await openForm(site.agents.editor, url('edit'));
    const { status, text } = await post(site.agents.editor, url('preview'), { ...form, title: 'Being written', [HTML]: '<p>Not saved yet.</p>' });
    expect(status).toBe(200);
    for (const part of ['<h1>Being written</h1>', 'Not saved yet.', 'data-block="b1"', '<base target="_blank">', '/static/preview-', 'name="robots" content="noindex"']) expect(text).toContain(part);
    expect(await site.deps.db('workingCopies')).toEqual([]);
    expect((await request(site.server).get('/about/')).text).not.toContain('data-block');
  });

  test('its headers let the editor show it, and nobody else; nothing in it acts as the person who looks', async () => {
    const { headers } = await site.agents.editor.get(url('preview'));
    expect(headers).toMatchObject({ 'x-frame-options': 'SAMEORIGIN', 'cache-control': 'no-store', 'x-robots-tag': 'noindex', 'cross-origin-opener-policy': 'unsafe-none' });
    expect(headers['content-security-policy']).toContain("frame-ancestors 'self'");
    expect(headers['content-security-policy']).toMatch(/sandbox allow-scripts allow-popups(?!.*allow-same-origin)/);
  });

  test('a revision, the newest one, or what one has typed', async () => {
    const { base } = await openForm(site.agents.editor, url('edit'));
    await savePage(site, site.about, { slug: 'about', title: 'About', content: aboutText('Newer.') });
    const form = await openForm(site.agents.editor, url('edit'));
    await post(site.agents.editor, url('working-copy'), { ...form, [HTML]: '<p>Typed.</p>' }, { method: 'PUT', json: true });
    expect((await site.agents.editor.get(`${url('preview')}?revision=${String(base)}`)).text).toContain('As it was.');
    expect((await site.agents.editor.get(url('preview'))).text).toContain('Newer.');
    expect((await site.agents.editor.get(`${url('preview')}?mine=1`)).text).toContain('Typed.');
    expect((await site.agents.admin.get(`${url('preview')}?mine=1`)).text).toContain('Newer.');
    const home = await site.deps.db('pages').where({ path: '/' }).first<{ draftRevisionId: number }>('draftRevisionId');
    expect((await site.agents.editor.get(`${url('preview')}?revision=${home.draftRevisionId}`)).status).toBe(404);
  });

  test('a page that nobody has made yet shows where it will stand', async () => {
    const form = await openForm(site.agents.contributor, `/admin/pages/new?parent=${site.about}&type=standard`);
    const { status, text } = await post(site.agents.contributor, '/admin/pages/preview', { ...form, title: 'To come', slug: 'to-come', 'content.introduction': 'Soon.' });
    expect(status).toBe(200);
    for (const part of ['<h1>To come</h1>', 'Soon.', '/about/to-come/', '>About</a>']) expect(text).toContain(part);
    const viewer = await openForm(site.agents.viewer, url('edit'));
    expect((await post(site.agents.viewer, '/admin/pages/preview', { ...form, _csrf: viewer._csrf! })).status).toBe(403);
  });

  test('after sixty in a minute it says when it goes on', async () => {
    await site.agents.viewer.get(url('preview'));
    await site.deps.db('rateLimits').update({ points: 60 });
    const { status, headers, text } = await site.agents.viewer.get(url('preview'));
    expect([status, headers['retry-after'] !== undefined, headers['x-frame-options']]).toEqual([429, true, 'SAMEORIGIN']);
    expect(text).toContain('Many previews in one minute');
  });
});

describe('as a link', () => {
  const makeLink = async (fields = {}) => {
    const { text, status } = await send(site.agents.editor, 'POST', url('preview-links'), fields);
    return { status, path: /value="[^"]*(\/preview\/[\w-]{43})"/.exec(text)?.[1] ?? '' };
  };

  test('whoever has it sees the newest revision without signing in, and no cache keeps it', async () => {
    const { status, path } = await makeLink();
    expect(status).toBe(201);
    await savePage(site, site.about, { slug: 'about', title: 'About', content: aboutText('Saved after the link was made.') });
    const { text, headers } = await request(site.server).get(path);
    expect(text).toContain('Saved after the link was made.');
    expect(text).toContain('Preview, not public.');
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex', 'x-frame-options': 'DENY' });
    await savePage(site, site.about, { slug: 'about', title: 'About', content: aboutText('Saved a moment later.') });
    expect((await request(site.server).get(path)).text).toContain('Saved a moment later.');
    expect((await site.agents.editor.get(url('preview-links'))).text).not.toContain(path);
  });

  test('history tells who made it and who revoked it, and once that it was followed', async () => {
    await site.deps.db('previewLinks').del();
    const { path } = await makeLink({ days: '2' });
    for (let time = 0; time < 3; time += 1) await request(site.server).get(path);
    const link = await site.deps.db('previewLinks').first<{ id: number; tokenHash: string }>('id', 'tokenHash');
    expect(path).not.toContain(link.tokenHash);
    const followed = (await historyOf(site, 'page.preview-link-followed')).filter(({ detail }) => detail['link'] === link.id);
    expect(followed).toEqual([{ objectId: String(site.about), actorId: null, detail: expect.objectContaining({ link: link.id }) }]);
    const revoked = await send(site.agents.editor, 'DELETE', url(`preview-links/${link.id}`));
    expect(revoked.headers.location).toBe(`${url('preview-links')}?done=revoked`);
    expect((await historyOf(site, 'page.preview-link-revoked')).at(-1)!.detail).toMatchObject({ link: link.id });
    expect((await send(site.agents.editor, 'DELETE', url(`preview-links/${link.id}`))).status).toBe(404);
    for (const { detail } of [...await historyOf(site, 'page.preview-link-made')]) expect(JSON.stringify(detail)).not.toContain(path.slice(9));
  });

  test('who may not change the page makes none, and days outside 1 to 30 are refused', async () => {
    expect((await send(site.agents.viewer, 'POST', url('preview-links'), {})).status).toBe(403);
    for (const days of ['0', '31', '-1', '1.5', 'many']) {
      const { status, text } = await send(site.agents.editor, 'POST', url('preview-links'), { days });
      expect([days, status, text.includes('A link works for 1 to 30 days.')]).toEqual([days, 422, true]);
    }
  });

  test('over, revoked, unknown, and of a page in the trash: one and the same answer', async () => {
    const gone = await addPage(site, { path: '/gone', title: 'Gone' });
    const revoked = (await makeLink()).path;
    await site.deps.db('previewLinks').update({ revokedAt: site.clock.now });
    const { text } = await send(site.agents.editor, 'POST', `/admin/pages/${gone}/preview-links`, {});
    const trashed = /value="[^"]*(\/preview\/[\w-]{43})"/.exec(text)![1]!;
    expect((await request(site.server).get(trashed)).status).toBe(200);
    await site.deps.db('pages').where({ id: gone }).update({ trashedAt: site.clock.now });
    const over = (await makeLink({ days: '1' })).path;
    site.clock.now = new Date(site.clock.now.getTime() + 24 * 60 * 60 * 1_000 + 1);
    const answers = await Promise.all([revoked, trashed, over, `/preview/${'x'.repeat(43)}`].map((path) => request(site.server).get(path)));
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(new Set(answers.map(({ text: page }) => page)).size).toBe(1);
  });
});
