import { trusted, type Html } from '../../platform/html/html';
import { EMPTY_RICH_TEXT, type RichText } from '../rich-text/document';
import { parseHtml } from '../rich-text/parse-html';
import { editableHtml } from './rich-text-form';
import type { CellHtml } from './table-html';

/** Cells of formatted text. */
export const richCells: CellHtml<RichText> = {
  empty: EMPTY_RICH_TEXT,
  print: bareHtml,
  isNumber: () => false,
  read: (source) => parseHtml(source, 'cell'),
};

/** A single paragraph stands bare in its cell, as people write it. */
export function bareHtml(cell: RichText): Html {
  const [only, ...others] = cell.content;
  const isBare = others.length === 0 && only?.type === 'paragraph' && !only.attrs;
  return isBare ? trusted(editableHtml(cell).slice('<p>'.length, -'</p>'.length)) : editableHtml(cell);
}
