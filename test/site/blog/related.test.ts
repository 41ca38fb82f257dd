import request from 'supertest';
import type { TestSite } from '../../support/site';
import { add, linksOf, mainOf, on, openBlogSite } from './blog-site';

let site: TestSite;
const get = (path: string) => request(site.server).get(path);
beforeAll(async () => {
  site = await openBlogSite();
  await add(site, '/blog', 'blog', {}, { title: 'News' });
  for (let day = 1; day <= 7; day += 1) await add(site, `/blog/topic${day}`, 'post', on(`2024-01-0${day}`, 'security'));
  for (let day = 1; day <= 7; day += 1) await add(site, `/blog/free${day}`, 'post', on(`2024-02-0${day}`));
  await add(site, '/blog/secret', 'post', on('2024-01-08', 'security'), { published: false });
  await add(site, '/blog/asked', 'post', on('2024-01-05', 'security', 'iot'));
  await add(site, '/blog/alone', 'post', on('2024-01-05', 'iab'));
}, 60_000);
afterAll(() => site.close());

/** Titles below a heading of the column, in order. */
function below(html: string, heading: string): string[] {
  const start = html.indexOf(`>${heading}<`);
  if (start === -1) return [];
  return [...html.slice(start, html.indexOf('</section>', start)).matchAll(/Title ([^<]+)</g)].map(([, title]) => title!);
}

test('PT-05: a post names up to five others that share a topic, newest first, and never itself', async () => {
  expect(below(mainOf(await get('/blog/asked/')), 'On the same topics')).toEqual(['topic7', 'topic6', 'topic5', 'topic4', 'topic3']);
});

test('PT-05: five more follow, none of them twice', async () => {
  const html = mainOf(await get('/blog/topic1/'));
  const [related, more] = [below(html, 'On the same topics'), below(html, 'More posts')];
  expect(related).toHaveLength(5);
  expect(more).toEqual(['free7', 'free6', 'free5', 'free4', 'free3']);
});

test('a post without such company names others only', async () => {
  const html = mainOf(await get('/blog/alone/'));
  expect(below(html, 'On the same topics')).toEqual([]);
  expect(below(html, 'More posts')).toHaveLength(5);
});

test('BLOG-13: topics are links, and machines learn where an author’s articles are', async () => {
  await add(site, '/blog/signed', 'post', { ...on('2024-03-01', 'security'), authors: [{ person: 'person:mara-lindqvist', role: 'Chair then' }] });
  const response = await get('/blog/signed/');
  expect(linksOf(response)).toEqual(expect.arrayContaining(['/blog/security/', '/blog/author/mara-lindqvist/', '/blog/all/']));
  expect(response.text).toMatch(/"author":\[\{"@type":"Person","name":"Mara Lindqvist","url":"http[^"]*\/blog\/author\/mara-lindqvist\/"\}\]/);
});

test('a topic in a text leads to its list, and is words where there is no blog', async () => {
  const chip = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'reference', attrs: { ref: 'topic:security', text: null } }] }] };
  const page = { keyInfo: [{ id: 'b1', type: 'paragraph', value: { text: chip } }], inDepth: [] };
  await add(site, '/text', 'standard', page);
  expect(linksOf(await get('/text/'))).toContain('/blog/security/');
  await site.deps.db('pages').where({ path: '/blog' }).update({ liveRevisionId: null });
  expect(linksOf(await get('/text/?again'))).not.toContain('/blog/security/');
  await request(site.server).get('/blog/topic3/?again').expect(200); // a post stays readable, without links to lists that are not there
  expect(linksOf(await get('/blog/topic3/?once-more')).filter((href) => /security|author|all\/|feed\//.test(href))).toEqual([]);
});
