import type { TestSite } from '../../support/site';
import { add, answerOf, on, openBlogSite } from './blog-site';

let site: TestSite;
beforeAll(async () => {
  site = await openBlogSite();
  await add(site, '/blog', 'blog');
  await add(site, '/blog/edhoc', 'post', on('2024-03-01', 'security'));
}, 60_000);
afterAll(() => site.close());

/** legacy-urls.md, chapter 6: topics had the numbers 20 (mailing lists) and 3 (iab). */
test.each<[string, string, number, string | undefined]>([
  ['BLOG-04', '/blog/?topic=3', 301, '/blog/iab/'],
  ['BLOG-04', '/blog/?topic=3&date_from=01/02/2019', 301, '/blog/iab/?date_from=01/02/2019'],
  ['BLOG-04', '/blog/?topic=20&date_from=01/02/2019&date_to=28/02/2019', 301, '/blog/mailing-lists/?date_from=01/02/2019&date_to=28/02/2019'],
  ['BLOG-04', '/blog/?secondary_topic=3', 301, '/blog/iab/'],
  ['BLOG-04', '/blog/?topic=&secondary_topic=3', 301, '/blog/iab/'],
  ['BLOG-04', '/blog/?topic=3&secondary_topic=20', 301, '/blog/iab/'],
  ['BLOG-04', '/blog/?topic=999', 404, undefined],
  ['LIST-01', '/blog/?topic=security&year=1800', 404, undefined],
  ['LIST-01', '/blog/?topic=security&year=2024', 301, '/blog/security/?year=2024'],
  ['BLOG-04', '/blog/?topic=999&secondary_topic=3', 404, undefined],
  ['BLOG-04', '/blog/?topic=03', 404, undefined],
  ['BLOG-04', '/blog/?topic=a%00', 404, undefined],
  ['BLOG-04', '/blog/?secondary_topic=security', 404, undefined],
  ['BLOG-09', '/blog/?topic=security', 301, '/blog/security/'],
  ['BLOG-09', '/blog/?topic=security&year=2024&date_from=2024-01-01&date_to=&page=3', 301, '/blog/security/?year=2024&date_from=2024-01-01'],
  ['BLOG-09', '/blog/?topic=nothing', 404, undefined],
  ['BLOG-05', '/blog/?primary_topic=6', 301, '/blog/'],
  ['BLOG-05', '/blog/?primary_topic=8&topic=3', 301, '/blog/'],
  ['BLOG-05', '/blog/?primary_topic=x', 301, '/blog/'],
  ['BLOG-04', '/blog/edhoc/?topic=3', 301, '/blog/iab/'],
  ['BLOG-04', '/blog/edhoc/?secondary_topic=20&date_to=28/02/2019', 301, '/blog/mailing-lists/?date_to=28/02/2019'],
  ['BLOG-04', '/blog/edhoc/?topic=999', 404, undefined],
  ['BLOG-04', '/blog/edhoc/?topic=', 200, undefined],
  ['BLOG-04', '/blog/edhoc/?date_from=01/02/2019', 200, undefined],
  ['BLOG-04', '/blog/edhoc/?topic=3&year=1&page=abc', 301, '/blog/iab/'],
  ['BLOG-04', '/blog/some-post/?secondary_topic=3', 301, '/blog/iab/'],
  ['BLOG-04', '/blog/some-post/?secondary_topic=999', 404, undefined],
])('%s: %s answers %i %s', async (_rule, path, status, location) => {
  expect(await answerOf(site, path)).toEqual([status, location]);
});

test.each(['page=abc', 'page=0', 'year=1', 'date_from[a]=x', 'topic=a%00', 'topic=3&topic=20'])('a post is there, whatever ?%s should mean', async (query) => {
  expect(await answerOf(site, `/blog/edhoc/?${query}`)).toEqual([200, undefined]);
});
