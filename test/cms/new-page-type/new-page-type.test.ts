import path from 'node:path';
import request from 'supertest';
import { addPage, openEmptySite, type TestSite } from '../../support/site';
import { recipePage } from './recipe.page';

let site: TestSite;
beforeAll(async () => {
  site = await openEmptySite({ more: { pageTypes: [recipePage], views: [path.join(__dirname, 'views')] } });
  await addPage(site, { path: '/pudding', type: 'recipe', title: 'Pudding' });
});
afterAll(() => site.close());

test('a type made of one file, one view and one line is a whole page in the frame', async () => {
  const { text } = await request(site.server).get('/pudding/').expect(200);
  expect(text).toContain('<h1>Pudding</h1>');
  expect(text).toContain('Boil the marzipan.');
  expect(text).toContain('<title>Pudding – Test</title>');
  expect(text).toContain('<meta name="description" content="Serves four">');
  expect(text).toContain('"BreadcrumbList"');
});

test('it is searched, redirected and described without a line of code about it', async () => {
  expect((await request(site.server).get('/search/?query=marzipan')).text).toContain('href="/pudding/"');
  await request(site.server).get('/Pudding').expect(301);
});

test('what it requires is required', async () => {
  await expect(addPage(site, { path: '/empty', type: 'recipe', title: 'Empty', content: { servings: '', steps: { type: 'doc', content: [] } } })).rejects.toMatchObject({
    status: 422, problems: expect.arrayContaining([expect.objectContaining({ field: 'servings' })]),
  });
});
