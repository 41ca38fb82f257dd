import { HtmlValidate } from 'html-validate/node';
import { countQueries } from '../../support/count-queries';
import { HTML_RULES } from '../../support/html-rules';
import type { TestSite } from '../../support/site';
import { getPage, openRfcSite } from './rfc-site';

let site: TestSite;
beforeAll(async () => {
  site = await openRfcSite();
  await get('/rfc/1149/'); // menus and the like are read once
});
afterAll(() => site.close());

const get = (url: string) => getPage(site, url);

test.each(['/rfc/', '/rfc/9110/', '/rfc/1889/', '/rfc/bcp/14/', '/rfc/bcp/', '/rfc/year/2001/?page=2'])('%s is valid HTML, and costs at most six queries', async (url) => {
  let text = '';
  expect(await countQueries(site.deps.db, async () => { text = await get(`${url}${url.includes('?') ? '&' : '?'}unknown=${Math.random()}`); })).toBeLessThanOrEqual(6);
  const report = await new HtmlValidate(HTML_RULES).validateString(text, url);
  expect(report.results.flatMap(({ messages }) => messages.map(({ line, message, ruleId }) => `${line}: ${message} (${ruleId})`))).toEqual([]);
});
