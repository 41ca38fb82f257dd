import type { Block } from '../../../src/cms/block-type';
import { calloutBlock } from '../../../src/cms/blocks/callout';
import { paragraphBlock } from '../../../src/cms/blocks/paragraph';
import { quoteBlock } from '../../../src/cms/blocks/quote';
import { tableBlock } from '../../../src/cms/blocks/table';
import { typedTableBlock } from '../../../src/cms/blocks/typed-table';
import { blocks } from '../../../src/cms/fields/blocks';
import { boolean } from '../../../src/cms/fields/boolean';
import { group } from '../../../src/cms/fields/group';
import { list } from '../../../src/cms/fields/list';
import { optional } from '../../../src/cms/fields/optional';
import { richText } from '../../../src/cms/fields/rich-text';
import { text } from '../../../src/cms/fields/text';
import { NO_LISTING, pageType } from '../../../src/cms/page-type';
import { NO_COMMON_FIELDS } from '../../../src/cms/pages/page';
import type { PageText } from '../../../src/cms/revisions/page-text';
import type { RichText, RichTextNode } from '../../../src/cms/rich-text/document';

const person = group({ fields: { name: text({ label: 'Name', max: 50 }), role: text({ label: 'Role', max: 50 }) } });

/** A page type with a field of every kind that merges in its own way. */
export const merged = pageType({
  key: 'merged', label: 'Merged', description: '', version: 1, parents: 'any', children: [], routes: [],
  fields: {
    lead: text({ label: 'Lead', max: 200 }),
    wide: boolean({ label: 'Wide' }),
    note: optional(richText({ label: 'Note', size: 'small' })),
    where: group({ label: 'Where', fields: { city: text({ label: 'City', max: 50 }), hall: text({ label: 'Hall', max: 50 }) } }),
    people: list({ label: 'People', of: person }),
    body: blocks({ label: 'Body', types: [paragraphBlock, quoteBlock, tableBlock, typedTableBlock, calloutBlock] }),
  },
  listing: () => NO_LISTING,
  show: () => null,
  example: { lead: '', wide: false, note: null, where: { city: '', hall: '' }, people: [], body: [] },
});

export const line = (words: string): RichTextNode => ({ type: 'paragraph', content: words === '' ? [] : [{ type: 'text', text: words }] });
export const doc = (...lines: string[]): RichText => ({ type: 'doc', content: lines.map(line) });
export const paragraph = (id: string, ...lines: string[]): Block => ({ id, type: 'paragraph', value: { text: doc(...lines) } });
export const linesOf = (document: unknown): string[] => (document as RichText).content.map((node) => node.content?.[0]?.text ?? '');

/** A table of plain words. */
export const table = (id: string, caption: string, ...rows: string[][]): Block => ({
  id, type: 'table', value: { ...structuredClone(tableBlock.example), caption, rows: rows.map((row) => row.map((cell) => doc(cell))) },
});

export function textWith(content: Record<string, unknown> = {}, more: Partial<Omit<PageText, 'content'>> = {}): PageText {
  return { title: 'Title', slug: 'slug', common: NO_COMMON_FIELDS, ...more, content: { ...structuredClone(merged.example), ...content } };
}
