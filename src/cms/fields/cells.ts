import { z } from 'zod';
import type { Field } from '../field';
import type { RichText } from '../rich-text/document';
import { mapRichTextReferences } from '../rich-text/references';
import { richTextSchema } from '../rich-text/schema';
import { isEmptyRichText, richTextToText } from '../rich-text/to-text';
import { richCells } from './cell-html';
import { parsePortable } from './from-portable';
import { richTextFromPortable } from './rich-text';
import { readTable } from './table-html';

const MAX_ROWS = 500;
const MAX_COLUMNS = 30;

/** The grid of a table: rows of formatted cells, every row as long as the others. */
export function cells(options: { label: string; help?: string }): Field<RichText[][]> {
  const grid = (cell: z.ZodType<RichText>) => z.array(
    z.array(cell).max(MAX_COLUMNS, `At most ${MAX_COLUMNS} columns.`), 'This has to be a table.',
  ).max(MAX_ROWS, `At most ${MAX_ROWS} rows.`);
  const draft = grid(richTextSchema('cell', 'draft'));
  return {
    kind: 'cells',
    label: options.label,
    help: options.help ?? null,
    weight: 'C',
    schema: grid(richTextSchema('cell', 'strict'))
      .refine((rows) => rows.length > 0, 'A table needs at least one row.')
      .refine((rows) => rows.every((row) => row.length === rows[0]?.length && row.length > 0), 'Every row needs the same number of cells.'),
    draft,
    empty: [],
    texts: (rows) => rows.map((row) => row.filter((cell) => !isEmptyRichText(cell)).map((cell) => richTextToText(cell)).join('\t')),
    mapReferences: (rows, change) => rows.map((row) => row.map((cell) => mapRichTextReferences(cell, change))),
    fromPortable: (value, portable) => parsePortable(z.array(z.array(z.unknown()).max(MAX_COLUMNS)).max(MAX_ROWS), value, portable)
      .map((row, index) => row.map((cell, column) => richTextFromPortable(cell, 'cell', portable.within(index).within(column)))),
    fromForm: (form, name, stored, at) => readTable(draft, richCells, { form, name, stored, empty: [], at }),
  };
}
