import { ask } from '../request';
import type { PastedBlock } from '../rich-text/paste';
import type { StoredDocument, StoredNode } from '../rich-text/stored';
import { isDocument } from '../rich-text/stored';
import { typedCell } from './cell-editor';
import { textOfCell } from './cell-view';
import type { Grid } from './grid';
import { filled, parseTabs, type Cell, type Rows } from './model';

/** A table out of a spreadsheet or a page fills the cells from this one on. False: it is no table, and the cell takes it. */
export function pasteCells(grid: Grid, event: ClipboardEvent): boolean {
  const text = event.clipboardData?.getData('text/plain') ?? '';
  const html = event.clipboardData?.getData('text/html') ?? '';
  const hasTable = /<table[\s>]/i.test(html);
  if (!hasTable && !text.includes('\t')) return false;
  void fill(grid, hasTable ? html : '', text);
  return true;
}

async function fill(grid: Grid, html: string, text: string): Promise<void> {
  const { spot } = grid;
  const cells = (html === '' ? undefined : await cleaned(html)) ?? parseTabs(text).map((row) => row.map(documentOf));
  const { state } = grid.parts;
  const columns = grid.parts.columns();
  const fitting: Rows = cells.map((row) => row.map((cell, right) => fit(cell, columns?.[spot.column + right]?.type ?? 'rich')));
  const { rows, lost } = filled(state.rows, spot, fitting, grid.empty, columns === null ? undefined : grid.width);
  const count = fitting.reduce((sum, row) => sum + row.length, 0) - lost;
  grid.change({ rows }, spot, lost === 0 ? `${count} cells filled` : `${count} cells filled; ${lost} did not fit`);
}

/** Only the server reads foreign HTML. Undefined when it found no table there, or did not answer. */
async function cleaned(html: string): Promise<StoredDocument[][] | undefined> {
  try {
    const response = await ask('POST', '/admin/paste', new URLSearchParams({ html, size: 'full' }));
    if (!response.ok) return undefined;
    const { blocks } = await response.json() as { blocks: PastedBlock[] };
    const tables = blocks.flatMap((block) => (block.type === 'table' ? [block.rows.map((row) => [...row])] : []));
    return tables.length === 1 ? tables[0] : undefined;
  } catch {
    return undefined;
  }
}

function documentOf(text: string): StoredDocument {
  const content: StoredNode[] = text.split('\n').flatMap((line, index) => [...(index === 0 ? [] : [{ type: 'hardBreak' }]), ...(line === '' ? [] : [{ type: 'text', text: line }])]);
  return { type: 'doc', content: text.trim() === '' ? [] : [{ type: 'paragraph', content }] };
}

/** As the column wants it; a picture is chosen, never pasted. */
function fit(cell: Cell, type: string): Cell {
  if (type === 'rich' || !isDocument(cell)) return cell;
  return type === 'image' ? null : typedCell(textOfCell(cell), type);
}
