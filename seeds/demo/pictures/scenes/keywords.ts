import { amber, ice, terracotta, type Tone } from '../kit/palette';
import { ground, hop, packet } from '../kit/parts';
import type { Picture } from '../kit/picture';
import { random, range, type Random } from '../kit/random';
import { rounded } from '../kit/route';
import { fill, num, stroke, type Point } from '../kit/svg';

/** A card index: small cards in columns, joined through the channels between them; one way lights the cards it visits. */

const tone: Tone = { ...terracotta, from: '#7d4334', to: '#2e1616', body: '#4b2722' };
const [columns, rows] = [11, 9];
const [left, top, pitchX, pitchY, width, height] = [-32, 52, 156, 112, 98, 62];

/** Cards that the amber way visits, as column and row, and where it comes from. */
const asked: readonly Point[] = [[1, 6], [2, 4], [3, 4], [4, 2], [5, 3], [6, 3], [7, 5], [8, 4]];
const lit: readonly Point[] = [[1, 6], [4, 2], [8, 4]];

const isIn = (list: readonly Point[], column: number, row: number): boolean => list.some(([x, y]) => x === column && y === row);
const corner = (column: number, row: number): Point => [left + column * pitchX, top + row * pitchY + (column % 2) * 14 - 7];

function draw(): string {
  const rng = random(2231);
  const joins = range(columns - 1).flatMap((column) => channel(rng, column));
  return [
    ground(tone, 1600, 1000, [650, 420]),
    stroke(rails(), tone.bright, 1.5, { opacity: 0.12 }),
    stroke(joins.join(''), tone.line, 2.2, { opacity: 0.8 }),
    ...cards(rng),
    answer(),
  ].join('');
}

/** The rails the cards stand on. */
function rails(): string {
  return range(columns).map((column) => {
    const [x] = corner(column, 0);
    return `M${x - 9} 0V1000M${x + width + 9} 0V1000`;
  }).join('');
}

/** Routes between two neighbouring columns; each keeps to its own lane of the channel. */
function channel(rng: Random, column: number): string[] {
  const lanes = [-14, 13, -8, 8];
  const starts = [rng.whole(0, 1), rng.whole(2, 3), rng.whole(4, 5), rng.whole(6, 8)];
  return starts.flatMap((row, index) => {
    const end = Math.max(0, Math.min(rows - 1, row + rng.pick([-2, -1, 0, 1, 2])));
    return isBusy(column, row, end) ? [] : [rounded(join(column, row, end, lanes[index] ?? 0), 14)];
  });
}

/** Whether a route would begin or end where the amber one does. */
function isBusy(column: number, row: number, end: number): boolean {
  return isIn(asked, column, row) || isIn(asked, column + 1, end);
}

/** From the right side of a card, by 45° into the channel, and by 45° into the left side of another. */
function join(column: number, row: number, end: number, lane: number): Point[] {
  const [fromX, fromY] = corner(column, row);
  const [toX, toY] = corner(column + 1, end);
  const [y1, y2] = [fromY + height / 2, toY + height / 2];
  const x = (fromX + width + toX) / 2 + lane;
  const cut = Math.min(13, Math.abs(y2 - y1) / 2);
  const down = Math.sign(y2 - y1);
  return [[fromX + width, y1], [x - cut, y1], [x, y1 + cut * down], [x, y2 - cut * down], [x + cut, y2], [toX, y2]];
}

interface Look { readonly paper: string; readonly edge: string; readonly ink: string }

const looks: readonly [Look, Look, Look, Look, Look, Look] = [
  { paper: tone.body, edge: tone.line, ink: tone.bright }, { paper: tone.body, edge: tone.soft, ink: tone.line },
  { paper: tone.soft, edge: tone.line, ink: tone.bright }, { paper: ice, edge: ice, ink: tone.soft },
  { paper: tone.body, edge: amber, ink: amber }, { paper: amber, edge: '#fff', ink: tone.body },
];

function lookOf(rng: Random, column: number, row: number): Look {
  const kind = rng.next();
  if (isIn(lit, column, row)) return looks[5];
  if (isIn(asked, column, row)) return looks[4];
  if (kind < 0.12) return looks[3];
  return kind < 0.34 ? looks[2] : looks[kind < 0.72 ? 0 : 1];
}

/** All cards, those of one look together. */
function cards(rng: Random): string[] {
  const places = range(columns).flatMap((column) => range(rows).map((row) => ({ column, row, look: lookOf(rng, column, row) })));
  return looks.map((look) => {
    const mine = places.filter((place) => place.look === look);
    const shapes = mine.map(({ column, row }) => outline(column, row)).join('');
    const upper = mine.map(({ column, row }) => bar(column, row, 22, rng.between(0.45, 0.95))).join('');
    const lower = mine.map(({ column, row }) => bar(column, row, 42, rng.between(0.25, 0.7))).join('');
    return [
      fill(shapes, look.paper, { stroke: look.edge, 'stroke-width': 2.6, 'stroke-linejoin': 'round' }),
      packet(upper, look.ink, 10), packet(lower, look.ink, 8, { opacity: 0.6 }),
    ].join('');
  });
}

/** A card with a tab; the tabs step to the right from column to column, as in a drawer. */
function outline(column: number, row: number): string {
  const [x, y] = corner(column, row);
  return `M${x} ${y}H${x + 8 + (column % 3) * 27}l5-9h18l5 9H${x + width}v${height}h${-width}z`;
}

function bar(column: number, row: number, down: number, share: number): string {
  const [x, y] = corner(column, row);
  return `M${x + 18} ${y + down}h${num((width - 36) * share)}`;
}

function answer(): string {
  const ways = asked.slice(1).map(([column, row], index) => {
    const [before, start] = asked[index] ?? [column, row];
    return rounded(join(before, start, row, 0), 14);
  });
  const ends = asked.flatMap(([column, row]): Point[] => {
    const [cx, cy] = corner(column, row);
    return isIn(lit, column, row) ? [[cx, cy + height / 2], [cx + width, cy + height / 2]] : [];
  });
  return stroke(ways.join(''), amber, 4.5) + ends.map((at) => hop(at, 8, tone.body, amber, 4)).join('');
}

export const keywords: Picture = {
  name: 'topic-keywords',
  title: 'A card index',
  alt: 'Drawing: columns of small index cards joined by thin routes, an amber way from card to card with three of them lit.',
  width: 1600,
  height: 1000,
  focal: [0.45, 0.45],
  draw,
};
