import { html, type Html } from '../../platform/html/html';
import { blockType } from '../block-type';
import { choice } from '../fields/choice';
import { group } from '../fields/group';
import { list } from '../fields/list';
import { optional } from '../fields/optional';
import { text } from '../fields/text';
import { isImageCell, isRichCell, typedCells, type TypedCell } from '../fields/typed-cells';
import type { Renderer } from '../references/renderer';
import { escapeMarkdown } from '../rich-text/to-markdown';
import { cellHtml, cellMarkdown, inOneLine, markdownTable } from './table-cells';

declare module '../../platform/http/views' {
  interface Views {
    'blocks/typed-table': {
      caption: string | null; label: string;
      columns: readonly { readonly heading: string; readonly number: boolean }[];
      rows: readonly (readonly { readonly html: Html; readonly number: boolean }[])[];
    };
  }
}

export const typedTableBlock = blockType({
  type: 'typed-table',
  label: 'Table with typed columns',
  description: 'Each column holds text, numbers, formatted text or pictures.',
  fields: {
    caption: optional(text({ label: 'Caption', max: 200, required: true })),
    columns: list({ label: 'Columns', min: 1, max: 30, of: group({ fields: {
      heading: text({ label: 'Heading', max: 100 }),
      type: choice({ label: 'Holds', choices: [
        { value: 'text', label: 'Text' }, { value: 'number', label: 'Numbers' }, { value: 'rich', label: 'Formatted text' }, { value: 'image', label: 'Images' },
      ] }),
    } }) }),
    rows: typedCells({ label: 'Cells' }),
  },
  permission: null,
  example: {
    caption: 'Documents by status', columns: [{ heading: 'Status', type: 'text' }, { heading: 'RFCs', type: 'number' }],
    rows: [['Experimental', 539], ['Historic', 326]],
  },
  html({ caption, columns, rows }, render) {
    if (columns.length === 0 || rows.length === 0) return null;
    return render.view('blocks/typed-table', {
      caption, label: caption ?? 'Table',
      columns: columns.map(({ heading, type }) => ({ heading, number: type === 'number' })),
      rows: rows.map((row) => columns.map(({ type }, index) => ({ html: typedCellHtml(row[index] ?? null, render), number: type === 'number' }))),
    });
  },
  markdown: ({ caption, columns, rows }, render) => markdownTable(
    caption, columns.map(({ heading }) => inOneLine(escapeMarkdown(heading))),
    rows.map((row) => columns.map((_, index) => typedCellMarkdown(row[index] ?? null, render))),
  ),
});

function typedCellHtml(cell: TypedCell, render: Renderer): Html {
  if (cell === null) return html``;
  if (isRichCell(cell)) return cellHtml(cell, render);
  if (isImageCell(cell)) return render.picture(cell, 'thumb') ?? html``;
  return html`${shown(cell)}`;
}

function typedCellMarkdown(cell: TypedCell, render: Renderer): string {
  if (cell === null) return '';
  if (isRichCell(cell)) return cellMarkdown(cell, render);
  return inOneLine(escapeMarkdown(isImageCell(cell) ? cell.alt ?? '' : shown(cell)));
}

/** 4076 → "4,076": but never a text, which may be a number on purpose (a year, an RFC). */
function shown(cell: string | number): string {
  return typeof cell === 'number' ? new Intl.NumberFormat('en', { maximumFractionDigits: 20 }).format(cell) : cell;
}
