import type { StoredDocument } from '../rich-text/stored';

export interface ImageCell { readonly ref: string; readonly alt: string | null; readonly decorative: boolean }

/** A formatted text, or in tables with typed columns also a text, a number, a picture or nothing. */
export type Cell = StoredDocument | string | number | ImageCell | null;
/** Rows are never changed, only replaced: what is drawn and written for one stays valid as long as it is the same. */
export type Row = readonly Cell[];
export type Rows = readonly Row[];

export const MAX_ROWS = 500;
export const MAX_COLUMNS = 30;

export function withCell(rows: Rows, at: Spot, cell: Cell): Rows {
  return rows.map((row, index) => (index === at.row ? row.map((old, column) => (column === at.column ? cell : old)) : row));
}

export interface Spot { readonly row: number; readonly column: number }

export function insertAt<T>(list: readonly T[], index: number, item: T): readonly T[] {
  return [...list.slice(0, index), item, ...list.slice(index)];
}

export function removeAt<T>(list: readonly T[], index: number): readonly T[] {
  return list.filter((_, at) => at !== index);
}

export function moveTo<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const item = list[from];
  return item === undefined || to < 0 || to >= list.length ? list : insertAt(removeAt(list, from), to, item);
}

/** Every row as long as the longest; what is added is empty. */
export function evenly(rows: Rows, width: number, empty: () => Cell): Rows {
  return rows.map((row) => (row.length >= width ? row : [...row, ...Array.from({ length: width - row.length }, empty)]));
}

export function widthOf(rows: Rows): number {
  return rows.reduce((widest, row) => Math.max(widest, row.length), 0);
}

/** What was copied elsewhere, from a cell on; the table grows as far as tables may. Gives also how many cells did not fit. */
export function filled(rows: Rows, at: Spot, pasted: Rows, empty: () => Cell, fixedWidth?: number): { rows: Rows; lost: number } {
  const widest = Math.min(fixedWidth ?? MAX_COLUMNS, Math.max(widthOf(rows), at.column + widthOf(pasted)));
  const height = Math.min(MAX_ROWS, Math.max(rows.length, at.row + pasted.length));
  let lost = 0;
  const grown = [...evenly(rows, widest, empty), ...Array.from({ length: height - rows.length }, () => Array.from({ length: widest }, empty))].map((row) => [...row]);
  pasted.forEach((cells, down) => {
    cells.forEach((cell, right) => {
      const row = grown[at.row + down];
      if (row && at.column + right < widest) row[at.column + right] = cell;
      else lost += 1;
    });
  });
  const result = grown.map((row, index) => (row.every((cell, column) => cell === rows[index]?.[column]) && row.length === rows[index]?.length ? rows[index] : row));
  return { rows: result, lost };
}

/** Lines and tabs, as spreadsheets copy them; a cell with line breaks or quotes comes in quotes. */
export function parseTabs(text: string): string[][] {
  const rows: string[][] = [[]];
  const pattern = /(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/gy;
  const source = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  for (let match = pattern.exec(source); match; match = pattern.exec(source)) {
    rows.at(-1)?.push(match[1] === undefined ? match[2] ?? '' : match[1].replaceAll('""', '"'));
    if (match[3] === '\n') rows.push([]);
    if (match[3] === '' || match[3] === undefined) break;
  }
  return rows;
}
