import { HtmlValidate } from 'html-validate/node';
import request from 'supertest';
import { HTML_RULES } from '../support/html-rules';
import { listPublicPages } from '../support/public-pages';
import { listRoutesBelow } from '../support/routes-below';
import { openSeededSite, type TestSite } from '../support/site';

let site: TestSite;
beforeAll(async () => { site = await openSeededSite(); }, 60_000);
afterAll(() => site.close());

const OTHERS = [
  '/search/', '/search/?query=standards', '/search/?query=xyzzy', '/search/?query=rfc9110&type=rfc', '/nothing/here/', '/%25%', '/sign-in', '/sign-out',
  '/blog/?date_from=nonsense&date_to=2020-01-01', '/blog/?page=2', '/meeting/?type=hackathon&year=2024', '/glossary/?query=xyzzy', '/about/groups/iesg/statements/?status=superseded',
  '/rfc/2616/', '/rfc/14/',
];

test('every page of the demonstration, and those around it, are valid HTML with one h1', async () => {
  const validator = new HtmlValidate(HTML_RULES);
  const problems: string[] = [];
  for (const url of [...(await listPublicPages(site)).map((page) => page.url), ...await listRoutesBelow(site, 'pages'), ...OTHERS]) {
    const { text } = await request(site.server).get(url);
    const { results } = await validator.validateString(text, url);
    problems.push(...results.flatMap(({ messages }) => messages.map(({ line, message, ruleId }) => `${url}:${line} ${message} (${ruleId})`)));
    if (text.match(/<h1[\s>]/g)?.length !== 1) problems.push(`${url} has not one h1`);
  }
  expect(problems).toEqual([]);
}, 400_000);
