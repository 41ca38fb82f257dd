import { announce } from '../editor/announce';
import { keepInPlace } from '../rich-text/keep-in-place';
import { EMPTY } from '../rich-text/stored';
import { openCell, type CellEditor } from './cell-editor';
import { cellView } from './cell-view';
import type { Column } from './beside';
import type { DrawnTable } from './drawn-table';
import type { GridState } from './grid-state';
import { withCell, widthOf, type Cell, type Row, type Spot } from './model';

export interface GridParts {
  readonly field: HTMLElement;
  readonly stage: HTMLElement;
  readonly table: DrawnTable;
  readonly state: GridState;
  /** Of typed columns; null: every cell is formatted text. */
  columns(): readonly Column[] | null;
  pasting(grid: Grid, event: ClipboardEvent): boolean;
  /** After every change of the table's shape. */
  drawn(): void;
}

/** A table that is written in: one cell at a time has an editor, all others are only shown. */
export class Grid {
  private open: { readonly spot: Spot; readonly td: HTMLElement; readonly editor: CellEditor; isChanged: boolean } | undefined;
  /** Where somebody was last. */
  spot: Spot = { row: 0, column: 0 };

  constructor(readonly parts: GridParts) {
    this.draw();
  }

  get width(): number {
    return Math.max(this.parts.columns()?.length ?? 0, widthOf(this.parts.state.rows));
  }

  get height(): number {
    return this.parts.state.rows.length;
  }

  get editor(): CellEditor | undefined {
    return this.open?.editor;
  }

  readonly empty = (): Cell => (this.parts.columns() === null ? EMPTY : null);

  emptyRow(): Row {
    return Array.from({ length: Math.max(1, this.width) }, this.empty);
  }

  /** Shows the state; a cell that was open is shown as it is now. */
  draw(): void {
    this.close();
    const { table, state } = this.parts;
    const columns = this.parts.columns();
    table.headings(columns === null ? [] : Array.from({ length: this.width }, (_, index) => columns[index]?.heading || `Column ${index + 1}`));
    table.show(state.rows);
    table.align(columns?.map(({ type }) => (type === 'number' ? 'right' : 'left')) ?? Array.from({ length: this.width }, (_, index) => state.align[index] ?? 'left'));
    this.spot = { row: Math.min(this.spot.row, Math.max(0, this.height - 1)), column: Math.min(this.spot.column, Math.max(0, this.width - 1)) };
    for (const td of table.dom.querySelectorAll<HTMLElement>('td[tabindex="0"]')) td.tabIndex = -1;
    const current = table.at(this.spot);
    if (current) current.tabIndex = 0;
    this.parts.drawn();
  }

  /** Whether there is such a cell; it then has the focus. */
  enter(spot: Spot, at: 'start' | 'end' | { x: number; y: number } = 'end'): boolean {
    const td = this.parts.table.at(spot);
    if (!td) return false;
    if (this.open?.td !== td) keepInPlace(() => td, () => { this.openAt(spot, td); });
    this.open?.editor.focus(at);
    return true;
  }

  /** Takes a state in and goes on at a cell. */
  change(next: Parameters<GridState['change']>[0], spot: Spot, told: string): void {
    this.close();
    this.parts.state.change(next);
    this.spot = spot;
    this.draw();
    if (!this.enter(this.spot)) this.parts.field.querySelector<HTMLElement>('button')?.focus();
    announce(told);
  }

  timeTravel(redo: boolean): boolean {
    const went = redo ? this.parts.state.redo() : this.parts.state.undo();
    if (!went) return false;
    this.draw();
    this.enter(this.spot);
    announce(redo ? 'Done again' : 'Taken back');
    return true;
  }

  private openAt(spot: Spot, td: HTMLElement): void {
    this.close();
    const { field, stage, state, pasting } = this.parts;
    const columns = this.parts.columns();
    this.spot = spot;
    const editor = openCell({
      td, stage, field, cell: state.rows[spot.row]?.[spot.column] ?? this.empty(), type: columns === null ? 'rich' : columns[spot.column]?.type ?? 'text',
      label: `Row ${spot.row + 1}, ${columns?.[spot.column]?.heading || `column ${spot.column + 1}`}`,
      changed: (cell) => { this.write(spot, cell); },
      pasting: (event) => pasting(this, event),
    });
    for (const other of this.parts.table.dom.querySelectorAll<HTMLElement>('td[tabindex="0"]')) other.tabIndex = -1;
    // its editor is the stop for Tab now, and going back from it must not end in the cell again
    if (editor) td.removeAttribute('tabindex');
    td.classList.add('is-open');
    if (editor) this.open = { spot, td, editor, isChanged: false };
  }

  private write(spot: Spot, cell: Cell): void {
    const { state, table } = this.parts;
    const rows = withCell(state.rows, spot, cell);
    const [old, changed] = [state.rows[spot.row], rows[spot.row]];
    if (old && changed) table.exchange(old, changed);
    state.change({ rows }, this.open?.isChanged === true);
    if (this.open) this.open.isChanged = true;
  }

  private close(): void {
    if (!this.open) return;
    const { editor, td, spot } = this.open;
    this.open = undefined;
    editor.close();
    td.tabIndex = 0;
    td.classList.remove('is-open');
    td.replaceChildren(cellView(this.parts.state.rows[spot.row]?.[spot.column] ?? this.empty()));
  }
}
