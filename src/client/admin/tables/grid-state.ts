import { setHidden } from '../rich-text/hidden-value';
import type { Alignment } from './beside';
import type { Row, Rows } from './model';

interface State { readonly rows: Rows; readonly align: readonly string[] }

const STEPS = 100;

/** What a table holds, written into its hidden field with every change; each change can be taken back. */
export class GridState {
  private state: State;
  private past: State[] = [];
  private future: State[] = [];
  private readonly original: string;
  private readonly untouched: string;
  private readonly written = new WeakMap<Row, string>();

  constructor(private readonly hidden: HTMLInputElement, rows: Rows, private readonly alignment: Alignment | null) {
    this.state = { rows, align: alignment?.values ?? [] };
    this.original = hidden.value;
    this.untouched = this.json(rows);
  }

  get rows(): Rows {
    return this.state.rows;
  }

  get align(): readonly string[] {
    return this.state.align;
  }

  get canUndo(): boolean {
    return this.past.length > 0;
  }

  /** `sameStep`: what is typed in one cell is taken back in one. */
  change(next: Partial<State>, sameStep = false): void {
    if (!sameStep) this.past = [...this.past.slice(-STEPS), this.state];
    this.future = [];
    this.put({ ...this.state, ...next });
  }

  undo(): boolean {
    const before = this.past.pop();
    if (!before) return false;
    this.future.push(this.state);
    this.put(before);
    return true;
  }

  redo(): boolean {
    const after = this.future.pop();
    if (!after) return false;
    this.past.push(this.state);
    this.put(after);
    return true;
  }

  /** Columns came or went beside the table: what was before no longer fits. */
  forget(): void {
    this.past = [];
    this.future = [];
  }

  private put(state: State): void {
    const aligned = state.align !== this.state.align;
    this.state = state;
    if (aligned && this.alignment) this.alignment.values = state.align;
    const json = this.json(state.rows);
    setHidden(this.hidden, json === this.untouched ? this.original : json);
    if (aligned) this.hidden.dispatchEvent(new Event('input', { bubbles: true }));
  }

  /** Each row is written once: a table may have fifteen thousand cells, and this happens at every key. */
  private json(rows: Rows): string {
    return `[${rows.map((row) => {
      const known = this.written.get(row) ?? JSON.stringify(row);
      this.written.set(row, known);
      return known;
    }).join(',')}]`;
  }
}
