import { element } from '../editor/elements';
import { cellView } from './cell-view';
import type { Row, Rows, Spot } from './model';

/** The table on the page. A row is drawn once and moved after that, so that five hundred of them can be changed one at a time. */
export class DrawnTable {
  readonly dom = element('table', { class: 'tb', role: 'grid' });
  private readonly head = element('thead', { role: 'rowgroup' });
  private readonly body = element('tbody', { role: 'rowgroup' });
  private readonly lines = new WeakMap<Row, HTMLTableRowElement>();

  constructor(label: string) {
    this.dom.setAttribute('aria-label', label);
    this.dom.append(this.head, this.body);
  }

  show(rows: Rows): void {
    // so many are laid out row by row, or every key would measure them all
    this.dom.classList.toggle('tb--large', rows.length * (rows[0]?.length ?? 0) > 600);
    const lines = rows.map((row) => this.lineOf(row));
    if (lines.length !== this.body.children.length || lines.some((line, index) => line !== this.body.children[index])) this.body.replaceChildren(...lines);
  }

  /** A row in the place of another, of which one cell is being edited: nothing is drawn. */
  exchange(before: Row, after: Row): void {
    this.lines.set(after, this.lineOf(before));
    this.lines.delete(before);
  }

  headings(names: readonly string[]): void {
    this.head.replaceChildren(...(names.length === 0 ? [] : [element('tr', { role: 'row' }, ...names.map((name) => element('th', { role: 'columnheader', scope: 'col' }, name)))]));
  }

  align(sides: readonly string[]): void {
    sides.forEach((side, column) => {
      for (const line of this.body.rows) {
        const td = line.cells[column];
        if (td && td.dataset.align !== side) td.dataset.align = side;
      }
    });
  }

  at({ row, column }: Spot): HTMLTableCellElement | undefined {
    return this.body.rows[row]?.cells[column];
  }

  spotOf(target: EventTarget | null): Spot | undefined {
    const td = target instanceof Element ? target.closest('td') : null;
    const line = td?.parentElement;
    return td && line instanceof HTMLTableRowElement && this.body.contains(line) ? { row: line.sectionRowIndex, column: td.cellIndex } : undefined;
  }

  private lineOf(row: Row): HTMLTableRowElement {
    const known = this.lines.get(row);
    if (known && known.cells.length === row.length) return known;
    const line = element('tr', { role: 'row' }, ...row.map((cell) => element('td', { role: 'gridcell', tabindex: '-1' }, cellView(cell))));
    this.lines.set(row, line);
    return line;
  }
}
