import { getSchema } from '@tiptap/core';
import { extensionsFor } from '../../../src/client/admin/rich-text/extensions';
import { toLoadable, toStored } from '../../../src/client/admin/rich-text/normal-form';
import { isDocument, type Size, type StoredDocument, type StoredNode } from '../../../src/client/admin/rich-text/stored';
import { richTextSchema } from '../../../src/cms/rich-text/schema';
import { tidy } from '../../../src/cms/rich-text/tidy';
import type { RichText } from '../../../src/cms/rich-text/document';
import { openSeededSite } from '../../support/site';
import { randomDocument, seeded } from '../rich-text/random-document';

const schemas = { full: getSchema(extensionsFor('full')), small: getSchema(extensionsFor('small')), cell: getSchema(extensionsFor('cell')) };

/** What the editor holds of a document, and gives back without a change. */
function throughEditor(document: StoredDocument, size: Size): StoredDocument {
  const node = schemas[size].nodeFromJSON(toLoadable(document));
  node.check();
  return toStored(node.toJSON() as StoredNode);
}

test('every document of the demonstration, table cells too, loads in the editor and comes back equal', async () => {
  const site = await openSeededSite();
  const rows = await site.deps.db('revisions').whereIn('id', site.deps.db('pages').whereNotNull('liveRevisionId').select('liveRevisionId')).select<{ content: unknown }[]>('content');
  await site.close();
  const documents = rows.flatMap(({ content }) => documentsIn(content));
  expect(documents.length).toBeGreaterThan(300);
  for (const document of documents) expect(throughEditor(document, 'full')).toEqual(document);
}, 60_000);

test.each(['full', 'small', 'cell'] as const)('three hundred tidy documents of size %s come back equal', (size) => {
  const random = seeded(4);
  for (let count = 0; count < 300; count += 1) {
    const document = randomDocument(random, size);
    expect(throughEditor(document as StoredDocument, size)).toEqual(document);
  }
});

test('what the editor gives is tidy and may be stored: no empty paragraphs, no attributes that say nothing, marks in their order', () => {
  const text = (words: string, ...marks: string[]) => ({ type: 'text', text: words, marks: marks.map((type) => ({ type })) });
  const held: StoredNode = { type: 'doc', content: [
    { type: 'paragraph', attrs: { align: null } },
    { type: 'heading', attrs: { level: 2, anchor: null, align: null }, content: [{ type: 'text', text: 'Scope' }] },
    { type: 'paragraph', attrs: { align: 'right' }, content: [text('bold code', 'code', 'bold'), { type: 'reference', attrs: { ref: 'rfc:9110', text: '' }, marks: [{ type: 'link', attrs: { ref: 'page:1' } }] }] },
    { type: 'orderedList', attrs: { start: 1, type: null }, content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }, { type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'one' }] }] }] },
    { type: 'image', attrs: { ref: 'image:1', alt: 'left over', decorative: true, caption: '' } },
    { type: 'paragraph' },
  ] };
  const stored = toStored(held);
  expect(stored).toEqual(tidy(stored as RichText));
  expect(richTextSchema('full', 'strict').safeParse(stored).success).toBe(true);
  expect(stored.content.map(({ type }) => type)).toEqual(['heading', 'paragraph', 'orderedList', 'image']);
  expect(stored.content[1]?.content?.[0]?.marks).toEqual([{ type: 'bold' }, { type: 'code' }]);
});

function documentsIn(value: unknown): StoredDocument[] {
  if (isDocument(value)) return [value];
  if (Array.isArray(value)) return value.flatMap(documentsIn);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(documentsIn) : [];
}
