import { columnsIn } from './beside';
import type { Grid } from './grid';
import type { Row } from './model';

/** Columns with types are a list of their own beside the cells: what happens to it happens to the cells. */
export function followColumns(grid: Grid, repeat: HTMLElement): void {
  let known = columnsIn(repeat).map(({ token }) => token);
  repeat.addEventListener('input', () => { sync(); });
  repeat.addEventListener('change', () => { sync(); });
  new MutationObserver(sync).observe(repeat, { childList: true });

  function sync(): void {
    const tokens = columnsIn(repeat).map(({ token }) => token);
    const { state, table } = grid.parts;
    if (tokens.join(' ') === known.join(' ')) {
      table.headings(columnsIn(repeat).map(({ heading }, index) => heading || `Column ${index + 1}`));
      return;
    }
    const places = tokens.map((token) => known.indexOf(token));
    const extra = state.rows.map((row) => row.slice(known.length));
    const rows = state.rows.map((row, index): Row => [...places.map((place) => (place < 0 ? null : row[place] ?? null)), ...extra[index] ?? []]);
    known = tokens;
    state.change({ rows });
    state.forget();
    grid.draw();
  }
}
