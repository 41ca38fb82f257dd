import { element, textButton } from '../editor/elements';
import { makeMenu } from '../rich-text/menu';
import { within } from '../rich-text/within';
import { Alignment, Beside, columnsIn } from './beside';
import { DrawnTable } from './drawn-table';
import { Grid } from './grid';
import { listenToKeys } from './grid-keys';
import { pasteCells } from './grid-paste';
import { addColumnAt, addRowAt, columnChoices, rowChoices } from './grid-shape';
import { GridState } from './grid-state';
import { EMPTY } from '../rich-text/stored';
import { evenly, widthOf, type Cell, type Rows } from './model';
import { followColumns } from './typed-columns';

const seen = new WeakSet<Element>();

/** What a table without cells begins with; it is written when somebody fills in one of them. */
const NEW = [[0, 0], [0, 0], [0, 0]];

/** Makes grids of the tables in a part of a form. May be called again for the same part. */
export function startTables(root: ParentNode): void {
  for (const field of within(root, '[data-field="cells"], [data-field="typed-cells"]')) {
    if (seen.has(field)) continue;
    seen.add(field);
    openTable(field);
  }
}

function openTable(field: HTMLElement): void {
  const area = field.querySelector<HTMLTextAreaElement>('textarea');
  const hidden = field.querySelector<HTMLInputElement>('input[type="hidden"][name$=".json"]');
  for (const made of field.querySelectorAll('[data-made]')) made.remove();
  const stored = hidden && readRows(hidden.value);
  if (!area || !hidden || !stored || area.readOnly || area.closest('fieldset:disabled')) return;

  const beside = new Beside(field);
  const typed = field.dataset.field === 'typed-cells' ? beside.list('columns') : null;
  const empty = (): Cell => (field.dataset.field === 'cells' ? EMPTY : null);
  const rows = stored.length === 0 && !typed ? NEW.map((row) => row.map(empty)) : evenly(stored, Math.max(widthOf(stored), typed ? columnsIn(typed).length : 0), empty);
  const state = new GridState(hidden, rows, field.dataset.field === 'cells' ? new Alignment(beside.list('align')) : null);
  const table = new DrawnTable(field.querySelector('label, legend')?.textContent?.trim() || 'Table');
  const stage = element('div', { class: 'rt-stage tb-stage', 'data-made': true });
  const count = element('span', { class: 'small soft' });
  const wrap = element('div', { class: 'tb-wrap' }, table.dom);
  const grid: Grid = new Grid({
    field, stage, table, state, columns: () => (field.dataset.field === 'cells' ? null : typed ? columnsIn(typed) : []), pasting: pasteCells,
    drawn: () => { count.textContent = sizeInWords(state.rows.length, widthOf(state.rows)); },
  });
  stage.append(barFor(grid, count, field.dataset.field === 'cells'), wrap);
  listenToKeys(grid, () => { addRowAt(grid, grid.height); });
  if (typed) followColumns(grid, typed);
  else followHeaders(beside, table.dom);
  area.hidden = true;
  area.disabled = true;
  area.after(stage);
}

function barFor(grid: Grid, count: HTMLElement, hasColumns: boolean): HTMLElement {
  return element('div', { class: 'tb-bar', role: 'group', 'aria-label': 'Rows and columns' },
    makeMenu({ label: 'Row', hint: 'This row', choices: rowChoices(grid) }).dom,
    ...(hasColumns ? [makeMenu({ label: 'Column', hint: 'This column', choices: columnChoices(grid) }).dom] : []),
    textButton('Add row', () => { addRowAt(grid, grid.height); }, 'rt-tool rt-tool--word'),
    ...(hasColumns ? [textButton('Add column', () => { addColumnAt(grid, grid.width); }, 'rt-tool rt-tool--word')] : []),
    textButton('Undo', () => { grid.timeTravel(false); }, 'rt-tool rt-tool--word'), count);
}

function sizeInWords(rows: number, columns: number): string {
  return `${rows} ${rows === 1 ? 'row' : 'rows'}, ${columns} ${columns === 1 ? 'column' : 'columns'}`;
}

/** Looks as readers will see it. */
function followHeaders(beside: Beside, table: HTMLElement): void {
  for (const [name, look] of [['headerRow', 'tb--head-row'], ['headerColumn', 'tb--head-column']] as const) {
    const box = beside.checkbox(name);
    const show = () => { table.classList.toggle(look, box?.checked === true); };
    box?.addEventListener('change', show);
    show();
  }
}

function readRows(json: string): Rows | undefined {
  try {
    const rows: unknown = JSON.parse(json || '[]');
    return Array.isArray(rows) && rows.every(Array.isArray) ? rows as Rows : undefined;
  } catch {
    return undefined;
  }
}
