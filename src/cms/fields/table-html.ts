import { parseFragment, serialize, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { z } from 'zod';
import { html, raw, trusted, type Html } from '../../platform/html/html';
import { checkHtmlLimits } from '../../platform/html/limits';
import { attr, elementsIn, textIn } from '../rich-text/dom';
import { boundedAdapter } from '../rich-text/parse-html';
import { readJson, type Reading } from './from-form';
import { htmlOr } from './rich-text-form';

/** How the cells of one kind of table are written as HTML, and read from it. */
export interface CellHtml<T> {
  readonly empty: T;
  print(cell: T): Html;
  /** Told apart from equal texts: numbers are set to the right. */
  isNumber(cell: T): boolean;
  /** @throws HtmlTooLarge */
  read(source: string, isNumber: boolean): T;
}

/** A table as somebody without our script edits it: a line for each row. */
export function tableHtml<T>(rows: readonly (readonly T[])[], cells: CellHtml<T>): Html {
  if (rows.length === 0) return trusted('');
  const lines = rows.map((row) => html`<tr>${raw(row.map((cell) => html`<td${raw(trusted(cells.isNumber(cell) ? ' class="number"' : ''))}>${raw(cells.print(cell))}</td>`))}</tr>`);
  return trusted(`<table>\n${lines.join('\n')}\n</table>`);
}

/** The same rule as for formatted text: the stored rows as long as the HTML beside them was not touched. */
export function readTable<T>(draft: z.ZodType<T[][]>, cells: CellHtml<T>, { form, name, stored, empty, at }: Reading<T[][]>): T[][] {
  const [source, json] = [form.get(`${name}.html`), form.get(`${name}.json`)];
  const before = stored ?? empty;
  if (source === undefined && json === undefined) return before;

  const rows = draft.safeParse(readJson(json)).data;
  if (rows && (source === undefined || source === tableHtml(rows, cells))) return rows;
  if (source === undefined) {
    at.refuse('This table arrived damaged. Please try again.');
    return before;
  }
  if (source.trim() === '') return [];
  const read = htmlOr<T[][] | undefined>(before, source, at, (typed) => rowsIn(typed, cells, rows ?? []));
  if (read === undefined) at.refuse('This has to be a table: <table>, with a <tr> for each row and a <td> for each cell.', source);
  return read ?? before;
}

/** Rows of the first table. Cells that say what a stored one says are that one: HTML does not tell everything. */
function rowsIn<T>(source: string, cells: CellHtml<T>, stored: readonly (readonly T[])[]): T[][] | undefined {
  checkHtmlLimits(source);
  const [table] = elementsIn(parseFragment(source, { treeAdapter: boundedAdapter() }), 'table');
  if (!table) return undefined;

  const known = new Map(stored.flat().map((cell) => [JSON.stringify(cells.read(cells.print(cell), cells.isNumber(cell))), cell]));
  const rows = elementsIn(table, 'tr').map((row) => cellsIn(row).map((cell) => {
    const value = cells.read(serialize(cell), attr(cell, 'class') === 'number' && textIn(cell).trim() !== '');
    return known.get(JSON.stringify(value)) ?? value;
  }));
  const width = Math.max(0, ...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => structuredClone(cells.empty))]);
}

function cellsIn(row: Tree.Element): Tree.Element[] {
  return row.childNodes.filter((node): node is Tree.Element => 'tagName' in node && (node.tagName === 'td' || node.tagName === 'th'));
}
