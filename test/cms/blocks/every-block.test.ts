import { standardBlocks } from '../../../src/cms/blocks/index';
import { contentSchema, contentTexts, listContentReferences } from '../../../src/cms/content';
import { testRenderer } from '../../support/content-renderer';

test('every type has a name of its own', () => {
  expect(new Set(standardBlocks.map(({ type }) => type)).size).toBe(standardBlocks.length);
});

describe.each(standardBlocks.map((type) => [type.type, type] as const))('%s', (_, type) => {
  test('has an example that may be published', () => {
    expect(contentSchema(type.fields).safeParse(type.example)).toMatchObject({ success: true });
  });

  test('renders its example without inline style or script', () => {
    const html = testRenderer().blocks([{ id: 'a', type: type.type, value: type.example }]);
    expect(html).not.toMatch(/ style=| on[a-z]+=|<script|undefined|\[object/);
    if (type.type !== 'image') expect(html).toMatch(/^<div class="block">/);
  });

  test('writes its example as Markdown', () => {
    expect(type.markdown(type.example, testRenderer())).not.toMatch(/undefined|\[object/);
  });

  test('finds texts and references of its example', () => {
    expect(contentTexts(type.fields, type.example).every((text) => text.trim() !== '')).toBe(true);
    expect(listContentReferences(type.fields, type.example).every((uri) => uri.includes(':'))).toBe(true);
  });
});
