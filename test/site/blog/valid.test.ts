import { HtmlValidate } from 'html-validate/node';
import request from 'supertest';
import { HTML_RULES } from '../../support/html-rules';
import type { TestSite } from '../../support/site';
import { add, on, openBlogSite } from './blog-site';

let site: TestSite;
beforeAll(async () => {
  site = await openBlogSite();
  await add(site, '/blog', 'blog');
  for (let day = 1; day <= 21; day += 1) {
    await add(site, `/blog/p${day}`, 'post', { ...on(`2024-01-${String(day).padStart(2, '0')}`, 'security'), authors: [{ person: 'person:mara-lindqvist', role: null }, { person: 'person:tomas-okafor', role: null }] });
  }
  await add(site, '/statements', 'statement-index', { bodyName: 'IESG' });
  await add(site, '/statements/one', 'statement', on('2011-06-27', 'security'));
  await add(site, '/news', 'announcement-index');
  await add(site, '/news/one', 'announcement');
}, 60_000);
afterAll(() => site.close());

test.each([
  '/blog/', '/blog/?page=2', '/blog/?year=2024&date_from=31/02/2024&date_to=%3Cb%3E%22', '/blog/?date_to=2000-01-01', '/blog/security/', '/blog/security/?year=2024&page=2', '/blog/iab/',
  '/blog/all/', '/blog/security/all/', '/blog/author/mara-lindqvist/', '/blog/author/mara-lindqvist/?page=2', '/blog/p3/',
  '/statements/', '/statements/?topic=security&status=current&date_from=x', '/statements/?status=archived', '/statements/one/', '/news/', '/news/one/',
])('%s is valid HTML with one h1, and says nothing that a visitor typed as markup', async (url) => {
  const { text } = await request(site.server).get(url).expect(200);
  const { results } = await new HtmlValidate(HTML_RULES).validateString(text, url);
  expect(results.flatMap(({ messages }) => messages.map(({ line, message, ruleId }) => `${line}: ${message} (${ruleId})`))).toEqual([]);
  expect(text.match(/<h1[\s>]/g)).toHaveLength(1);
  expect(text).not.toContain('<b>"');
});
