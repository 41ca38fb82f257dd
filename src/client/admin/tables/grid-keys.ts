import { leaveToBlock } from '../rich-text/leave';
import type { Grid } from './grid';
import type { Spot } from './model';

/** Tab and Shift-Tab go through the cells, Enter goes down, arrows leave a cell at its edge, Ctrl-Z takes back. Escape leaves to the block. */
export function listenToKeys(grid: Grid, addRow: () => void): void {
  const { table, field } = grid.parts;
  // before the cell's own editor, which would make a new paragraph of Enter
  table.dom.addEventListener('keydown', (event) => {
    if (event.isComposing || isListOpen(grid) || !early(grid, event, addRow)) return;
    event.preventDefault();
    event.stopPropagation();
  }, true);
  table.dom.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    if (event.key === 'Tab' && !event.ctrlKey && !event.altKey && grid.enter(following(grid, event.shiftKey ? -1 : 1), event.shiftKey ? 'end' : 'start')) event.preventDefault();
    if (event.key !== 'Escape') return;
    event.preventDefault();
    leaveToBlock(field);
  });
  listenToMouse(grid);
}

function early(grid: Grid, event: KeyboardEvent, addRow: () => void): boolean {
  const { key, shiftKey } = event;
  const editor = grid.editor;
  if ((event.ctrlKey || event.metaKey) && !event.altKey) return takesBack(grid, key.toLowerCase(), shiftKey);
  if (event.altKey || !editor) return false;
  if (key === 'Enter' && !shiftKey && editor.isAtEdge('Enter')) return goDown(grid, addRow);
  const step = STEPS[key];
  if (!step || shiftKey || !editor.isAtEdge(key)) return false;
  return grid.enter({ row: grid.spot.row + step[0], column: grid.spot.column + step[1] }, key === 'ArrowLeft' || key === 'ArrowUp' ? 'end' : 'start');
}

const STEPS: Readonly<Partial<Record<string, readonly [number, number]>>> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/** From the last row into a new one. */
function goDown(grid: Grid, addRow: () => void): boolean {
  const { row, column } = grid.spot;
  if (!grid.enter({ row: row + 1, column })) addRow();
  return true;
}

/** First what was typed in the cell, then what happened to the table. */
function takesBack(grid: Grid, key: string, shift: boolean): boolean {
  if (key !== 'z' && key !== 'y') return false;
  const redo = key === 'y' || shift;
  if (redo ? false : grid.editor?.canUndo() === true) return false;
  return grid.timeTravel(redo);
}

function following({ spot, width }: Grid, step: number): Spot {
  const place = spot.row * width + spot.column + step;
  return { row: Math.floor(place / width), column: ((place % width) + width) % width };
}

function isListOpen({ parts }: Grid): boolean {
  return parts.stage.querySelector('.suggestions:not([hidden])') !== null;
}

function listenToMouse(grid: Grid): void {
  const { dom, spotOf } = { dom: grid.parts.table.dom, spotOf: (target: EventTarget | null) => grid.parts.table.spotOf(target) };
  dom.addEventListener('mousedown', (event) => {
    const spot = spotOf(event.target);
    if (!spot || event.button !== 0 || grid.parts.table.at(spot)?.classList.contains('is-open')) return;
    event.preventDefault();
    grid.enter(spot, { x: event.clientX, y: event.clientY });
  });
  // a link in a cell is text here
  dom.addEventListener('click', (event) => { if (event.target instanceof Element && event.target.closest('td a')) event.preventDefault(); });
  dom.addEventListener('focusin', (event) => {
    const spot = event.target instanceof HTMLTableCellElement ? spotOf(event.target) : undefined;
    if (spot) grid.enter(spot, 'start');
  });
}
