import { serialize, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { RichText } from '../rich-text/document';
import { alignOf, attr, elementsIn, isElement, textIn } from '../rich-text/dom';
import { parseHtml } from '../rich-text/parse-html';

/** The value of a table block, all but its id. */
export interface PastedTable {
  readonly type: 'table';
  readonly rows: RichText[][];
  readonly caption: string | null;
  readonly headerRow: boolean;
  readonly headerColumn: boolean;
  readonly align: readonly ('left' | 'center' | 'right')[];
}

const MAX_ROWS = 500;
const MAX_COLUMNS = 30;

/** A table as a grid of equally long rows; undefined for one that would lose something: merged cells, a table in a table, too many cells. */
export function tableIn(table: Tree.Element): PastedTable | undefined {
  const rows = rowsOf(table).map((row) => row.childNodes.filter(isElement).filter(({ tagName }) => tagName === 'td' || tagName === 'th')).filter((cells) => cells.length > 0);
  const columns = Math.max(0, ...rows.map((cells) => cells.length));
  if (rows.length === 0 || rows.length > MAX_ROWS || columns > MAX_COLUMNS) return undefined;
  if (elementsIn(table, 'table').length > 0 || rows.some((cells) => cells.some(isMerged))) return undefined;
  const isHead = (cell: Tree.Element | undefined): boolean => cell?.tagName === 'th';
  return {
    type: 'table',
    rows: rows.map((cells) => Array.from({ length: columns }, (_, index) => cellIn(cells[index]))),
    caption: captionOf(table),
    headerRow: rows[0]!.every(isHead) || isInHead(rows[0]![0]!),
    headerColumn: rows.slice(1).length > 0 && rows.slice(1).every((cells) => isHead(cells[0])),
    align: Array.from({ length: columns }, (_, index) => alignOf((rows[1] ?? rows[0]!)[index] ?? table) ?? 'left'),
  };
}

/** Its own, not those of a table inside. */
function rowsOf(parent: Tree.Element): Tree.Element[] {
  return parent.childNodes.filter(isElement).flatMap((child) => (child.tagName === 'tr' ? [child] : ['thead', 'tbody', 'tfoot'].includes(child.tagName) ? rowsOf(child) : []));
}

function isMerged(cell: Tree.Element): boolean {
  return ['colspan', 'rowspan'].some((name) => Number(attr(cell, name) ?? '1') > 1);
}

function isInHead(cell: Tree.Element): boolean {
  const row = cell.parentNode;
  const section = row && 'parentNode' in row ? row.parentNode : null;
  return section !== null && 'tagName' in section && section.tagName === 'thead';
}

function cellIn(cell: Tree.Element | undefined): RichText {
  return cell ? parseHtml(serialize(cell), 'cell') : { type: 'doc', content: [] };
}

function captionOf(table: Tree.Element): string | null {
  const caption = elementsIn(table, 'caption')[0];
  const words = caption ? textIn(caption).replace(/\s+/g, ' ').trim().slice(0, 200) : '';
  return words === '' ? null : words;
}
