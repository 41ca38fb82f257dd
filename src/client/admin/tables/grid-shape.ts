import { announce } from '../editor/announce';
import type { MenuChoice } from '../rich-text/menu';
import type { Grid } from './grid';
import { insertAt, MAX_COLUMNS, MAX_ROWS, moveTo, removeAt } from './model';

export function addRowAt(grid: Grid, index: number): void {
  if (grid.height >= MAX_ROWS) return announce(`A table has at most ${MAX_ROWS} rows.`);
  const rows = insertAt(grid.parts.state.rows, index, grid.emptyRow());
  grid.change({ rows }, { row: index, column: grid.height === 0 ? 0 : grid.spot.column }, `Row ${index + 1} added`);
}

export function addColumnAt(grid: Grid, index: number): void {
  if (grid.width >= MAX_COLUMNS) return announce(`A table has at most ${MAX_COLUMNS} columns.`);
  const { rows } = grid.parts.state;
  const wider = rows.length === 0 ? [grid.emptyRow()] : rows.map((row) => insertAt(row, index, grid.empty()));
  grid.change({ rows: wider, align: insertAt(sidesOf(grid), index, 'left') }, { row: grid.spot.row, column: index }, `Column ${index + 1} added`);
}

/** What can be done with the row where somebody is. */
export function rowChoices(grid: Grid): MenuChoice[] {
  return [
    { label: 'Add a row above', run: () => { addRowAt(grid, grid.spot.row); } },
    { label: 'Add a row below', run: () => { addRowAt(grid, grid.spot.row + 1); } },
    { label: 'Move the row up', run: () => { moveRow(grid, -1); } },
    { label: 'Move the row down', run: () => { moveRow(grid, 1); } },
    { label: 'Delete the row', run: () => { deleteRow(grid); } },
  ];
}

export function columnChoices(grid: Grid): MenuChoice[] {
  const sides = ([['Left', 'left'], ['Middle', 'center'], ['Right', 'right']] as const).map(([label, side]): MenuChoice => ({
    label: `Align: ${label.toLowerCase()}`, isOn: () => (sidesOf(grid)[grid.spot.column] ?? 'left') === side, run: () => { alignColumn(grid, side); },
  }));
  return [
    { label: 'Add a column before', run: () => { addColumnAt(grid, grid.spot.column); } },
    { label: 'Add a column after', run: () => { addColumnAt(grid, grid.spot.column + 1); } },
    { label: 'Move the column left', run: () => { moveColumn(grid, -1); } },
    { label: 'Move the column right', run: () => { moveColumn(grid, 1); } },
    { label: 'Delete the column', run: () => { deleteColumn(grid); } },
    ...sides,
  ];
}

function moveRow(grid: Grid, by: number): void {
  const { row, column } = grid.spot;
  const rows = moveTo(grid.parts.state.rows, row, row + by);
  if (rows === grid.parts.state.rows) return announce(by < 0 ? 'This is the first row.' : 'This is the last row.');
  grid.change({ rows }, { row: row + by, column }, `Now row ${row + by + 1}`);
}

function deleteRow(grid: Grid): void {
  const { row, column } = grid.spot;
  grid.change({ rows: removeAt(grid.parts.state.rows, row) }, { row: Math.min(row, Math.max(0, grid.height - 2)), column }, `Row ${row + 1} deleted. Ctrl Z brings it back.`);
}

function moveColumn(grid: Grid, by: number): void {
  const { row, column } = grid.spot;
  const to = column + by;
  if (to < 0 || to >= grid.width) return announce(by < 0 ? 'This is the first column.' : 'This is the last column.');
  grid.change({ rows: grid.parts.state.rows.map((one) => moveTo(one, column, to)), align: moveTo(sidesOf(grid), column, to) }, { row, column: to }, `Now column ${to + 1}`);
}

function deleteColumn(grid: Grid): void {
  const { row, column } = grid.spot;
  const { state } = grid.parts;
  const rows = grid.width === 1 ? [] : state.rows.map((one) => removeAt(one, column));
  grid.change({ rows, align: removeAt(sidesOf(grid), column) }, { row, column: Math.min(column, Math.max(0, grid.width - 2)) }, `Column ${column + 1} deleted. Ctrl Z brings it back.`);
}

function alignColumn(grid: Grid, side: string): void {
  const { column } = grid.spot;
  grid.change({ align: sidesOf(grid).map((old, index) => (index === column ? side : old)) }, grid.spot, `Column ${column + 1} aligned`);
}

/** One for every column. */
function sidesOf(grid: Grid): readonly string[] {
  return Array.from({ length: grid.width }, (_, index) => grid.parts.state.align[index] ?? 'left');
}
