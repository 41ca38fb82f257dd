import request from 'supertest';
import { restrict } from '../../../src/cms/workflow/restrict';
import { trash } from '../../../src/cms/workflow/trash';
import { SYSTEM } from '../../../src/platform/history/record';
import { addPage, openEmptySite, type TestSite } from '../../support/site';

const BASE = 'http://localhost:3000';
let site: TestSite;
beforeAll(async () => { site = await openEmptySite({ env: { PUBLIC_URL: BASE } }); });
afterAll(() => site.close());

const get = (url: string) => request(site.server).get(url);
const linking = (uri: string) => ({
  id: 'b1', type: 'paragraph',
  value: { text: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'the words', marks: [{ type: 'link', attrs: { ref: uri } }] }] }] } },
});

async function addLinking(path: string, uri: string): Promise<void> {
  const example = site.deps.registry.pageTypes.get('standard')!.example;
  await addPage(site, { path, title: 'Linking', content: { ...example, keyInfo: [linking(uri)], relatedLinks: [{ ref: uri, text: null }] } });
}

async function contentOf(path: string): Promise<{ content: Record<string, unknown>; text: string }> {
  return JSON.parse((await get(`${path}/index.json`).expect(200)).text) as { content: Record<string, unknown>; text: string };
}

test('references are names and absolute addresses', async () => {
  const targetId = await addPage(site, { path: '/target', title: 'Target' });
  await addLinking('/linking', `page:${targetId}#part`);
  const { content, text } = await contentOf('/linking');
  expect(content['relatedLinks']).toEqual([{ text: 'Target', url: `${BASE}/target/#part` }]);
  expect(content['keyInfo']).toEqual([{ type: 'paragraph', value: { text: `[the words](${BASE}/target/#part)` } }]);
  expect(text).toContain(`[the words](${BASE}/target/#part)`);
});

test('what a visitor may not see is null, its title nowhere', async () => {
  const hiddenId = await addPage(site, { path: '/hidden', title: 'Nobody knows this', published: false });
  await addLinking('/discreet', `page:${hiddenId}`);
  const { text } = await get('/discreet/index.json').expect(200);
  expect((JSON.parse(text) as { content: Record<string, unknown> }).content['relatedLinks']).toEqual([null]);
  expect(text).not.toMatch(/Nobody knows this|page:\d/);
});

test.each(['index.md', 'index.json'])('%s of a page that is not public says what the page says', async (file) => {
  await addPage(site, { path: `/draft-${file.slice(-2)}`, published: false });
  await get(`/draft-${file.slice(-2)}/${file}`).expect(404);

  const trashedId = await addPage(site, { path: '/trashed', title: 'Trashed' });
  await get(`/trashed/${file}`).expect(200);
  await trash(site.deps, SYSTEM, { pageId: trashedId, reason: 'It was a mistake.' });
  await get(`/trashed/${file}`).expect(410);
});

test('no page takes the name of a form', async () => {
  await expect(addPage(site, { path: '/index.md' })).rejects.toMatchObject({ status: 422 });
});

test('how a form works is the staff’s business', async () => {
  const example = site.deps.registry.pageTypes.get('form')!.example;
  await addPage(site, { path: '/write', type: 'form', title: 'Write to us', content: { ...example, toAddress: 'somebody@example.org', subject: 'A secret' } });
  const { text } = await get('/write/index.json').expect(200);
  expect(text).toContain('Your message');
  expect(text).not.toMatch(/somebody@example\.org|A secret|retentionDays/);
  expect((await get('/write/index.md').expect(200)).text).not.toMatch(/somebody@example\.org|_token|csrf/i);
});

test.each(['index.md', 'index.json'])('%s of a private page asks who is there, as the page does', async (file) => {
  const pageId = await addPage(site, { path: `/private-${file.slice(-2)}`, title: 'Nobody knows that either' });
  await restrict(site.deps, SYSTEM, { pageId, access: 'signed-in', password: null });
  const { text, headers } = await get(`/private-${file.slice(-2)}/${file}`).expect(303);
  expect(headers['location']).toMatch(/^\/sign-in\?next=/);
  expect(text).not.toContain('Nobody knows');
  expect((await get('/sitemap.xml')).text).not.toContain('/private-');
});
