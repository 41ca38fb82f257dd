import { parseFragment } from 'parse5';
import { z } from 'zod';
import { escape, html, trusted } from '../../platform/html/html';
import type { Field } from '../field';
import type { Portable } from '../portable';
import type { RichText } from '../rich-text/document';
import { attr, elementsIn } from '../rich-text/dom';
import { boundedAdapter, parseHtml } from '../rich-text/parse-html';
import { mapRichTextReferences } from '../rich-text/references';
import { richTextSchema } from '../rich-text/schema';
import { isEmptyRichText, richTextToText } from '../rich-text/to-text';
import { bareHtml } from './cell-html';
import { parsePortable, refuse } from './from-portable';
import { fromPortableImage, image, type ImageValue } from './image';
import { plainText } from './plain-text';
import { richTextFromPortable } from './rich-text';
import { readTable, type CellHtml } from './table-html';

/** A cell says itself what it is; its column says how it is shown and edited. */
export type TypedCell = string | number | RichText | ImageValue | null;

const pictures = image({ label: '' });

/** The rows of a table whose columns have types. Whether a cell is of its column's type is seen when it is shown. */
export function typedCells(options: { label: string; help?: string }): Field<TypedCell[][]> {
  const draft = rowsOf(cellOf(richTextSchema('cell', 'draft'), pictures.draft));
  return {
    kind: 'typed-cells',
    label: options.label,
    help: options.help ?? null,
    weight: 'C',
    schema: rowsOf(cellOf(richTextSchema('cell', 'strict'), pictures.schema)),
    draft,
    empty: [],
    texts: (rows) => rows.map((row) => row.map(textOfCell).filter((text) => text !== '').join('\t')).filter((line) => line !== ''),
    mapReferences: (rows, change) => rows.map((row) => row.map((cell) => mapCell(cell, change))),
    fromPortable: (value, portable) => parsePortable(z.array(z.array(z.unknown()).max(30)).max(500), value, portable)
      .map((row, index) => row.map((cell, column) => fromPortableCell(cell, portable.within(index).within(column)))),
    fromForm: (form, name, stored, at) => readTable(draft, typedCellsHtml, { form, name, stored, empty: [], at }),
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

/** As HTML in the form: numbers by their class, since a text may look like one on purpose (a year, an RFC). */
export const typedCellsHtml: CellHtml<TypedCell> = {
  empty: null,
  isNumber: (cell) => typeof cell === 'number',
  print(cell) {
    if (cell === null) return trusted('');
    if (isRichCell(cell)) return bareHtml(cell);
    if (!isImageCell(cell)) return escape(String(cell));
    const { ref, alt, decorative } = cell;
    return alt === null && !decorative ? html`<img src="${ref}">` : html`<img src="${ref}" alt="${decorative ? '' : alt}">`;
  },
  read(source, isNumber) {
    const [picture] = elementsIn(parseFragment(source, { treeAdapter: boundedAdapter() }), 'img');
    const ref = picture && attr(picture, 'src');
    if (picture && ref?.startsWith('image:')) return { ref, alt: attr(picture, 'alt') || null, decorative: attr(picture, 'alt') === '' };
    if (source.trim() === '') return null;
    const text = plainIfItIs(parseHtml(source, 'cell'));
    return isNumber && typeof text === 'string' && Number.isFinite(Number(text)) ? Number(text) : text;
  },
};

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

  return plainIfItIs(richTextFromPortable(value, 'cell', portable));
}

function plainIfItIs(rich: RichText): string | RichText {
  const [only, ...others] = rich.content;
  const plain = others.length === 0 && (only === undefined || (only.type === 'paragraph' && !only.attrs && (only.content ?? []).every((node) => node.type === 'text' && !node.marks)));
  return plain ? richTextToText(rich) : rich;
}
