import { HtmlValidate } from 'html-validate/node';
import request from 'supertest';
import { contentSchema, parseContent } from '../../src/cms/content';
import type { AnyPageType } from '../../src/cms/page-type';
import { mayStandBelow } from '../../src/cms/pages/placement';
import { registrations } from '../../src/site/index';
import { addPage, openEmptySite, type TestSite } from '../support/site';
import { HTML_RULES } from '../support/html-rules';

let site: TestSite;
beforeAll(async () => { site = await openEmptySite(); });
afterAll(() => site.close());

const types = registrations.pageTypes.filter(({ parents }) => parents !== 'top');

/** A place where a page of the type may stand, made of as few pages as it takes. */
async function placeFor(type: AnyPageType): Promise<string> {
  const home = site.deps.registry.pageTypes.get('home');
  if (mayStandBelow(type, home)) return '';
  const parent = types.find((candidate) => mayStandBelow(type, candidate) && mayStandBelow(candidate, home));
  if (!parent) throw new Error(`${type.key} cannot stand anywhere`);
  const path = `/place-for-${type.key}`;
  await addPage(site, { path, type: parent.key, title: `Place for ${type.key}` });
  return path;
}

test.each(registrations.pageTypes.map(({ key }) => key))('the example of %s may be published', (key) => {
  const type = site.deps.registry.pageTypes.get(key)!;
  expect(parseContent(contentSchema(type.fields), type.example)).toEqual(type.example);
});

test.each(types.map(({ key }) => key))('a page of type %s made of its example is a whole, valid page with one h1', async (key) => {
  const type = site.deps.registry.pageTypes.get(key)!;
  const path = `${await placeFor(type)}/example-of-${key}`;
  await addPage(site, { path, type: key, title: `Example of ${type.label}` });

  const { text } = await request(site.server).get(`${path}/`).expect(200).expect('Content-Type', 'text/html; charset=utf-8');
  expect(text.match(/<h1[\s>]/g)).toHaveLength(1);
  expect(text).toContain('Example of');
  const report = await new HtmlValidate(HTML_RULES).validateString(text, path);
  expect(report.results.flatMap(({ messages }) => messages.map(({ line, message, ruleId }) => `${line}: ${message} (${ruleId})`))).toEqual([]);
});

test('every type names parents and children that exist', () => {
  const keys = new Set(registrations.pageTypes.map(({ key }) => key));
  const named = registrations.pageTypes.flatMap(({ parents, children }) => [parents, children]).filter((list) => Array.isArray(list)).flat();
  expect(named.filter((key) => !keys.has(key))).toEqual([]);
});
