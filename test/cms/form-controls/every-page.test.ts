import { parseFragment } from 'parse5';
import { HtmlValidate } from 'html-validate';
import { standardBlocks } from '../../../src/cms/blocks/index';
import { blocks } from '../../../src/cms/fields/blocks';
import { emptyContent, readContent, readFields } from '../../../src/cms/content';
import { formReading, formValues } from '../../../src/cms/form-values';
import { renderControls } from '../../../src/cms/form-controls/render-controls';
import { getPageType } from '../../../src/cms/registry';
import type { Block } from '../../../src/cms/block-type';
import type { Fields } from '../../../src/cms/field';
import { commonFormFields, commonFromForm } from '../../../src/cms/pages/common-form';
import { NO_COMMON_FIELDS } from '../../../src/cms/pages/page';
import { textOf, type PageText, type StoredText } from '../../../src/cms/revisions/page-text';
import type { AnyPageType } from '../../../src/cms/page-type';
import { registrations } from '../../../src/site/index';
import { templates } from '../../support/content-renderer';
import { HTML_RULES } from '../../support/html-rules';
import { openSeededSite } from '../../support/site';
import { attr, bodyOf, elementsIn, sentBy } from './printed-form';

const OPTIONS = { problems: new Map<string, string>(), zone: 'Europe/Berlin', labelOf: () => null, may: () => true };
const asJsonb = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

function printed(type: AnyPageType, text: PageText): string {
  const content = renderControls({ templates }, type.fields, text.content, { ...OPTIONS, prefix: 'content' });
  const common = renderControls({ templates }, commonFormFields, { ...text.common }, { ...OPTIONS, prefix: 'common' });
  return `<form>${content}${common}<button type="submit">Save</button></form>`;
}

function sentBack(type: AnyPageType, text: PageText): PageText {
  const form = formValues(bodyOf(sentBy(printed(type, text))));
  const { context, problems } = formReading(() => true);
  const common = commonFromForm(form, NO_COMMON_FIELDS, context.within('common'));
  const content = readFields(type.fields, form, 'content', onlyFixed(type.fields, text.content), context.within('content'));
  expect(problems).toEqual([]);
  return { ...text, common, content };
}

/** Nothing but what no form shows: references that a block makes by itself. All else has to come from the form. */
function onlyFixed(fields: Fields, content: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, { kind }]) => {
    if (kind === 'fixed-references') return [name, content[name]];
    return [name, kind === 'blocks' ? (content[name] as Block[]).filter((block) => block.type === 'note-well') : undefined];
  }));
}

/** Of the demonstration the page of each type that has most in it; all pages go through the editor in `editor/every-page.long.ts`. */
test('a page of every type comes back from its form exactly as it was stored', async () => {
  const site = await openSeededSite();
  const rows = await site.deps.db('pages').join('revisions', 'revisions.id', 'pages.draftRevisionId')
    .select<(StoredText & { type: string })[]>('pages.type', 'revisions.title', 'revisions.slug', 'common', 'content', 'contentVersion');
  await site.close();
  const longestLast = rows.sort((one, other) => JSON.stringify(one.content).length - JSON.stringify(other.content).length);
  const fullest = new Map(longestLast.map((row) => [row.type, row]));
  expect(fullest.size).toBeGreaterThan(15);
  for (const row of fullest.values()) {
    const type = getPageType(site.deps.registry, row.type);
    const text = textOf(type, row);
    expect(asJsonb(sentBack(type, text))).toEqual(asJsonb(text));
  }
}, 120_000); // the first test of a run that wants the demonstration also loads it

describe.each(registrations.pageTypes.map((type) => [type.key, type] as const))('page type %s', (_, type) => {
  const text = (content: Record<string, unknown>): PageText => ({ title: 'Title', slug: 'slug', common: NO_COMMON_FIELDS, content });

  test('its example comes back, and so does an empty page', () => {
    for (const content of [type.example, emptyContent(type.fields)]) {
      expect(asJsonb(sentBack(type, text(content)).content)).toEqual(asJsonb(content));
    }
  });

  test('its form is valid HTML, and no two ids are equal', async () => {
    const html = printed(type, text(type.example));
    const report = await new HtmlValidate({ ...HTML_RULES, rules: { ...HTML_RULES.rules, 'valid-id': ['error', { relaxed: true }], 'form-dup-name': 'off' } }).validateString(html);
    expect(report.results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => `${ruleId} ${message} (${html.split('\n')[line - 1]?.slice(0, 160)})`))).toEqual([]);
    expectDistinctIds(html);
  });
});

test.each(registrations.snippetTypes.map((type) => [type.type, type] as const))('the example of the snippet type %s comes back', (_, type) => {
  const html = renderControls({ templates }, type.fields, type.example, { ...OPTIONS, prefix: 'content' });
  const { content, problems } = readContent(type.fields, formValues(bodyOf(sentBy(html))), 'content', {}, { may: () => true });
  expect(problems).toEqual([]);
  expect(asJsonb(content)).toEqual(asJsonb(type.example));
});

test.each(standardBlocks.map((type) => [type.type, type] as const))('the example of the block %s comes back', (_, type) => {
  const fields = { body: blocks({ label: 'Text', types: standardBlocks }) };
  const content = { body: [{ id: 'one', type: type.type, value: type.example }, { id: 'two', type: type.type, value: type.example }] };
  const html = renderControls({ templates }, fields, content, { ...OPTIONS, prefix: 'content' });
  expectDistinctIds(html);
  const read = readContent(fields, formValues(bodyOf(sentBy(html))), 'content', {}, { may: () => true });
  expect(read.problems).toEqual([]);
  expect(asJsonb(read.content)).toEqual(asJsonb(content));
});

function expectDistinctIds(html: string): void {
  const form = parseFragment(html);
  const ids = ['input', 'textarea', 'select', 'fieldset', 'p'].flatMap((tag) => elementsIn(form, tag)).map((element) => attr(element, 'id')).filter((id) => id !== undefined);
  expect(ids.length).toBeGreaterThan(0);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
}
