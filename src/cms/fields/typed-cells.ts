import { z } from 'zod';
import type { Field } from '../field';
import type { Portable } from '../portable';
import type { RichText } from '../rich-text/document';
import { mapRichTextReferences } from '../rich-text/references';
import { richTextSchema } from '../rich-text/schema';
import { isEmptyRichText, richTextToText } from '../rich-text/to-text';
import { parsePortable, refuse } from './from-portable';
import { fromPortableImage, image, type ImageValue } from './image';
import { plainText } from './plain-text';
import { richTextFromPortable } from './rich-text';

/** A cell says itself what it is; its column says how it is shown and edited. */
export type TypedCell = string | number | RichText | ImageValue | null;

const pictures = image({ label: '' });

/** The rows of a table whose columns have types. Whether a cell is of its column's type is seen when it is shown. */
export function typedCells(options: { label: string; help?: string }): Field<TypedCell[][]> {
  return {
    kind: 'typed-cells',
    label: options.label,
    help: options.help ?? null,
    weight: 'C',
    schema: rowsOf(cellOf(richTextSchema('cell', 'strict'), pictures.schema)),
    draft: rowsOf(cellOf(richTextSchema('cell', 'draft'), pictures.draft)),
    empty: [],
    texts: (rows) => rows.map((row) => row.map(textOfCell).filter((text) => text !== '').join('\t')).filter((line) => line !== ''),
    mapReferences: (rows, change) => rows.map((row) => row.map((cell) => mapCell(cell, change))),
    fromPortable: (value, portable) => parsePortable(z.array(z.array(z.unknown()).max(30)).max(500), value, portable)
      .map((row, index) => row.map((cell, column) => fromPortableCell(cell, portable.within(index).within(column)))),
  };
}

export function isRichCell(cell: TypedCell): cell is RichText {
  return typeof cell === 'object' && cell !== null && 'type' in cell;
}

export function isImageCell(cell: TypedCell): cell is ImageValue {
  return typeof cell === 'object' && cell !== null && 'ref' in cell;
}

export function textOfCell(cell: TypedCell): string {
  if (cell === null) return '';
  if (isRichCell(cell)) return isEmptyRichText(cell) ? '' : richTextToText(cell);
  return isImageCell(cell) ? cell.alt ?? '' : String(cell);
}

/** By hand, because a union would report every alternative that did not fit. */
function cellOf(rich: z.ZodType<RichText>, picture: z.ZodType<ImageValue | null>): z.ZodType<TypedCell> {
  const text = plainText().max(10_000, 'This cell is too long.');
  const number = z.number();
  return z.unknown().transform((cell, context): TypedCell => {
    const kind = typeof cell === 'object' && cell !== null && 'type' in cell ? rich : picture;
    const result = (typeof cell === 'string' ? text : typeof cell === 'number' ? number : kind).safeParse(cell);
    if (result.success) return result.data;
    result.error.issues.forEach((issue) => { context.addIssue({ code: 'custom', message: issue.message, path: [...issue.path] }); });
    return z.NEVER;
  });
}

function rowsOf(cell: z.ZodType<TypedCell>): z.ZodType<TypedCell[][]> {
  return z.array(z.array(cell).max(30, 'At most 30 columns.'), 'This has to be a table.').max(500, 'At most 500 rows.');
}

function mapCell(cell: TypedCell, change: (uri: string) => string): TypedCell {
  if (isRichCell(cell)) return mapRichTextReferences(cell, change);
  return isImageCell(cell) ? { ...cell, ref: change(cell.ref) } : cell;
}

/** Texts are HTML in files, as in every cell; those without any formatting are kept as plain text. */
function fromPortableCell(value: unknown, portable: Portable): TypedCell {
  if (value === null || typeof value === 'number') return value;
  if (typeof value === 'object') return fromPortableImage(value);
  if (typeof value !== 'string') return refuse(portable, 'A cell is text, a number, an image or nothing.');

  const rich = richTextFromPortable(value, 'cell', portable);
  const [only, ...others] = rich.content;
  const plain = others.length === 0 && (only === undefined || (only.type === 'paragraph' && !only.attrs && (only.content ?? []).every((node) => node.type === 'text' && !node.marks)));
  return plain ? richTextToText(rich) : rich;
}
