import type { RichText } from '../rich-text/document';
import type { Sides } from './hunks';
import { mergeRichText } from './merge-rich-text';
import { mergeSequence, type SequenceRules } from './merge-sequence';
import { settle, simple, type Merging, type Path } from './merging';

type Row = readonly unknown[];

/** The rows of a table, and in a row that both changed the cells. Rows of two widths make no table: then it is one question about all of it. */
export function mergeRows(merging: Merging, path: Path, sides: Sides<readonly Row[]>): readonly Row[] {
  return widthOf(sides.mine) === widthOf(sides.theirs) ? mergeSequence(merging, path, sides, ROWS) : settle(merging, path, 'rows', sides);
}

const ROWS: SequenceRules<Row> = {
  kind: 'rows',
  union: true,
  mergeItem: (merging, path, sides) => {
    const { base, mine, theirs } = sides;
    if (base.length === mine.length && base.length === theirs.length) return [mergeCells(merging, path, sides)];
    return settle<readonly Row[]>(merging, path, 'rows', { base: [base], mine: [mine], theirs: [theirs] }, () => [mine, theirs]);
  },
};

function mergeCells(merging: Merging, path: Path, { base, mine, theirs }: Sides<Row>): Row {
  return base.map((cell, column) => {
    const sides = { base: cell, mine: mine[column], theirs: theirs[column] };
    const at = [...path, `~${column}`];
    const settled = simple(sides);
    if (settled) return settled.value;
    return areRich(sides) ? mergeRichText(merging, at, sides) : settle(merging, at, 'value', sides);
  });
}

function areRich(sides: Sides<unknown>): sides is Sides<RichText> {
  return [sides.base, sides.mine, sides.theirs].every((cell) => typeof cell === 'object' && cell !== null && 'type' in cell);
}

function widthOf(rows: readonly Row[]): number {
  return Math.max(0, ...rows.map((row) => row.length));
}
