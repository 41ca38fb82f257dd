import { addPerson, signedIn, type Agent } from '../../accounts/people-site';
import { presetGroups } from '../../../src/accounts/preset-groups';
import { insertGroupUnlessThere } from '../../../src/accounts/queries';
import { createPage } from '../../../src/cms/pages/create';
import { SYSTEM } from '../../../src/platform/history/record';
import { countQueries } from '../../support/count-queries';
import { openSeededSite, type TestSite } from '../../support/site';
import { fieldsOfForm } from './form-fields';
import { bodyOf, changedBySaving, type StoredPage } from './saved-unchanged';

let site: TestSite;
let agent: Agent;
beforeAll(async () => {
  site = await openSeededSite();
  for (const group of presetGroups) await insertGroupUnlessThere(site.deps.db, group);
  await addPerson(site, 'admin@example.org', 'administrators');
  agent = await signedIn(site, 'admin@example.org');
}, 180_000);
afterAll(() => site.close());
beforeEach(() => site.deps.db('rateLimits').del());

test('a page of each kind opens, and saving it unchanged makes no new revision', async () => {
  const pages = await site.deps.db('pages').distinctOn('type').orderBy(['type', 'id']).select<StoredPage[]>('type', 'id', 'path', 'draftRevisionId');
  expect(pages.length).toBeGreaterThan(15);
  expect(await changedBySaving(site, agent, pages)).toEqual([]);
}, 120_000);

test('the editor of a long page asks the database at most 12 times', async () => {
  const rows = await site.deps.db('pages as p').join('revisions as r', 'r.id', 'p.draftRevisionId').orderByRaw('length(r.content::text) desc').limit(3).select<{ id: number }[]>('p.id');
  for (const { id } of rows) {
    await agent.get(`/admin/pages/${id}/edit`);
    expect(await countQueries(site.deps.db, () => agent.get(`/admin/pages/${id}/edit`))).toBeLessThanOrEqual(12);
  }
});

test('every kind of page has an editor while it is new, and a preview while it is empty', async () => {
  const home = await site.deps.db('pages').where({ path: '/' }).first<{ id: number }>('id');
  const wrong: unknown[] = [];
  for (const type of site.deps.registry.pageTypes.values()) {
    const parent = type.parents === 'any' || type.parents === 'top' ? home.id : (await site.deps.db('pages').whereIn('type', [...type.parents]).first<{ id: number } | undefined>('id'))?.id;
    if (type.parents === 'top' || parent === undefined) continue;
    const opened = await agent.get(`/admin/pages/new?parent=${parent}&type=${type.key}`);
    if (opened.status !== 200) { wrong.push([type.key, 'new', opened.status, opened.text.slice(0, 300)]); continue; }
    const fields = fieldsOfForm(opened.text, 'page-form');
    const shown = await agent.post('/admin/pages/preview').set('Sec-Fetch-Site', 'same-origin').type('form').send(bodyOf(fields));
    if (shown.status !== 200 || !shown.text.includes('Untitled')) wrong.push([type.key, 'preview', shown.status, /<main[\s\S]{0,600}/.exec(shown.text)?.[0]]);
    await site.deps.db('rateLimits').del();
  }
  expect(wrong).toEqual([]);
}, 120_000);

test('a page without any revision opens with its title', async () => {
  const home = await site.deps.db('pages').where({ path: '/' }).first<{ id: number; siteId: number }>('id', 'siteId');
  const id = await createPage(site.deps, SYSTEM, { siteId: home.siteId, parentId: home.id, type: 'standard', slug: 'bare', title: 'Bare', position: 0 });
  const { status, text } = await agent.get(`/admin/pages/${id}/edit`);
  expect(status).toBe(200);
  expect(fieldsOfForm(text, 'page-form')).toMatchObject({ title: 'Bare', slug: 'bare', base: '', number: '0' });
});
