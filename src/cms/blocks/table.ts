import type { Html } from '../../platform/html/html';
import { blockType } from '../block-type';
import { boolean } from '../fields/boolean';
import { cells } from '../fields/cells';
import { choice } from '../fields/choice';
import { list } from '../fields/list';
import { optional } from '../fields/optional';
import { text } from '../fields/text';
import type { RichText } from '../rich-text/document';
import { isEmptyRichText } from '../rich-text/to-text';
import { exampleText } from './example-text';
import { cellHtml, cellMarkdown, markdownTable } from './table-cells';

export interface TableCell {
  readonly html: Html;
  /** Header of its column or row, or a plain cell. */
  readonly scope: 'col' | 'row' | null;
  readonly align: string;
}

declare module '../../platform/http/views' {
  interface Views {
    /** `label` names the box that scrolls; rows of `head` and `body` are equally long. */
    'blocks/table': { caption: string | null; label: string; head: readonly (readonly TableCell[])[]; body: readonly (readonly TableCell[])[] };
  }
}

export const tableBlock = blockType({
  type: 'table',
  label: 'Table',
  description: 'Rows and columns of formatted cells, with headers and a caption.',
  fields: {
    caption: optional(text({ label: 'Caption', max: 200, required: true })),
    headerRow: boolean({ label: 'The first row holds headings', empty: true }),
    headerColumn: boolean({ label: 'The first column holds headings' }),
    align: list({ label: 'Alignment of columns', max: 30, of: choice({ label: 'Alignment', choices: [
      { value: 'left', label: 'Left' }, { value: 'center', label: 'Middle' }, { value: 'right', label: 'Right' },
    ] }) }),
    rows: cells({ label: 'Cells' }),
  },
  permission: null,
  example: {
    caption: 'Two groups', headerRow: true, headerColumn: false, align: ['left', 'left'],
    rows: [[exampleText('Group'), exampleText('Work')], [exampleText('quic'), exampleText('Transport')]],
  },
  html(value, render) {
    if (value.rows.length === 0) return null;
    const rows = value.rows.map((row, index) => row.map((cell, column): TableCell => ({
      html: cellHtml(cell, render),
      scope: isEmptyRichText(cell) ? null : value.headerRow && index === 0 ? 'col' : value.headerColumn && column === 0 ? 'row' : null,
      align: value.align[column] ?? 'left',
    })));
    return render.view('blocks/table', {
      caption: value.caption, label: value.caption ?? 'Table', head: value.headerRow ? rows.slice(0, 1) : [], body: value.headerRow ? rows.slice(1) : rows,
    });
  },
  markdown(value, render) {
    const rows = value.rows.map((row) => row.map((cell: RichText) => cellMarkdown(cell, render)));
    const [head = [], ...body] = value.headerRow ? rows : [(rows[0] ?? []).map(() => ''), ...rows];
    return markdownTable(value.caption, head, body);
  },
});
