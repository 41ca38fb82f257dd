import type { RichTextNode } from '../../../src/cms/rich-text/document';
import { richTextSchema } from '../../../src/cms/rich-text/schema';

const check = (content: unknown, strictness: 'strict' | 'draft' = 'strict', size: 'full' | 'small' | 'cell' = 'full') => (
  richTextSchema(size, strictness).safeParse({ type: 'doc', content })
);
const words: RichTextNode = { type: 'text', text: 'words' };
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });

test.each<[string, unknown]>([
  ['an unknown node', [{ type: 'iframe' }]],
  ['a property of every object', [{ type: 'constructor' }]],
  ['text outside a paragraph', [words]],
  ['a paragraph in a paragraph', [paragraph(paragraph(words))]],
  ['an item outside a list', [{ type: 'listItem', content: [] }]],
  ['a first-level heading', [{ type: 'heading', attrs: { level: 1 }, content: [words] }]],
  ['an anchor with capitals', [{ type: 'heading', attrs: { level: 2, anchor: 'Mission' }, content: [words] }]],
  ['an unknown attribute', [{ type: 'paragraph', attrs: { style: 'color:red' } }]],
  ['an unknown mark', [paragraph({ ...words, marks: [{ type: 'blink' }] })]],
  ['a mark that every object has', [paragraph({ ...words, marks: [{ type: 'toString' }] })]],
  ['a link that runs', [paragraph({ ...words, marks: [{ type: 'link', attrs: { ref: 'javascript:alert(1)' } }] })]],
  ['a link with other attributes', [paragraph({ ...words, marks: [{ type: 'link', attrs: { ref: 'page:1', onclick: 'x' } }] })]],
  ['a reference inside a link', [paragraph({ type: 'reference', attrs: { ref: 'rfc:1', text: null }, marks: [{ type: 'link', attrs: { ref: 'page:1' } }] })]],
  ['a picture from elsewhere', [{ type: 'image', attrs: { ref: 'https://example.org/x.png', alt: 'x', decorative: false, caption: null } }]],
  ['marks on a block', [{ ...paragraph(words), marks: [{ type: 'bold' }] }]],
  ['text that is a number', [paragraph({ type: 'text', text: 5 })]],
  ['content that is text', [{ type: 'paragraph', content: 'words' }]],
  ['nothing at all', null],
])('%s is refused, in drafts too', (_, content) => {
  expect(check(content).success).toBe(false);
  expect(check(content, 'draft').success).toBe(false);
});

test('errors say where and in plain words', () => {
  const result = check([paragraph(words), { type: 'heading', attrs: { level: 2, anchor: '2' }, content: [words] }]);
  expect(result.error?.issues).toMatchObject([{ path: ['content', 1, 'attrs', 'anchor'], message: 'An anchor is lower-case letters, digits and hyphens.' }]);
});

test('a picture without description may be saved, not published', () => {
  const picture = { type: 'image', attrs: { ref: 'image:9', alt: null, decorative: false, caption: null } };
  expect(check([picture], 'draft').success).toBe(true);
  expect(check([picture]).error?.issues[0]?.message).toBe('Describe the image, or say that it is decoration.');
});

test('smaller places allow less', () => {
  const heading = { type: 'heading', attrs: { level: 2, anchor: null }, content: [words] };
  const code = { type: 'codeBlock', content: [words] };
  expect([check([heading], 'draft', 'small').success, check([code], 'draft', 'small').success, check([code], 'draft', 'cell').success]).toEqual([false, true, false]);
});

test('hostile depth and size are refused without recursion', () => {
  let deep: unknown = paragraph(words);
  for (let depth = 0; depth < 50_000; depth += 1) deep = { type: 'blockquote', content: [deep] };
  expect(check([deep]).success).toBe(false);
  expect(check(Array.from({ length: 30_000 }, () => paragraph())).success).toBe(false);
  expect(check([paragraph({ type: 'text', text: 'x'.repeat(600_000) })]).success).toBe(false);
});

test('characters that the database refuses are taken out', () => {
  expect(check([paragraph({ type: 'text', text: 'a\u0000b' }, { type: 'text', text: '\u0000' })]).data?.content).toEqual([paragraph({ type: 'text', text: 'ab' })]);
});
