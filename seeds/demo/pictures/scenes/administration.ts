import { amber, green, ice, type Tone } from '../kit/palette';
import { dash, ground, hop, packet } from '../kit/parts';
import type { Picture } from '../kit/picture';
import { random, range, type Random } from '../kit/random';
import { rounded } from '../kit/route';
import { box, dots, line, stroke, type Point } from '../kit/svg';

/** A ledger: columns of hairlines, sums as dots in threes, routes that change rows only between the columns. */

const tone: Tone = { ...green, from: '#1b5a4e', to: '#08241f', body: '#103d34' };
const [top, pitch, rows] = [124, 36, 22];
/** Where each column begins and ends; the first two hold dates and words, the others sums. */
const columns = [[90, 230], [310, 690], [770, 970], [1050, 1250], [1330, 1510]] as const;
const total = 19;

const rowY = (row: number): number => top + row * pitch;

/** The row that a route keeps to in each column. */
const routes: readonly { readonly rows: readonly number[]; readonly lit?: boolean }[] = [
  { rows: [3, 3, 2, 2, 4] }, { rows: [6, 5, 5, 7, 7] }, { rows: [9, 11, 11, 10, 10], lit: true },
  { rows: [14, 14, 15, 15, 13] }, { rows: [17, 16, 17, 17, 16] },
];

function draw(): string {
  const rng = random(8711);
  const busy = (column: number, row: number): boolean => routes.some(({ rows: taken }) => taken[column] === row);
  return [
    ground(tone, 1600, 1000, [900, 480]),
    ...hairlines(),
    entries(rng, busy),
    ...routes.filter(({ lit }) => lit !== true).map((route, index) => run(route.rows, index)),
    amberEntry(),
  ].join('');
}

function hairlines(): string[] {
  const lines = range(rows).filter((row) => row !== total);
  const rules = columns.map(([from, to]) => lines.map((row) => `M${from} ${rowY(row)}H${to}`).join('')).join('');
  const fifths = columns.map(([from, to]) => lines.filter((row) => row % 5 === 4).map((row) => `M${from} ${rowY(row)}H${to}`).join('')).join('');
  const edges = columns.map(([from, to]) => `M${from - 14} 60V916M${to + 14} 60V916`).join('');
  const heads = columns.map(([from, to]) => box(from, 74, (to - from) * 0.5, 12, { rx: 6, fill: tone.bright, opacity: 0.75 }));
  const sums = columns.slice(2).map(([from, to]) => `M${from} ${rowY(total) - 18}H${to}M${from} ${rowY(total) + 22}H${to}M${from} ${rowY(total) + 29}H${to}`).join('');
  return [
    stroke(rules, tone.bright, 1.5, { opacity: 0.22 }), stroke(fifths, tone.bright, 1.5, { opacity: 0.3 }),
    stroke(edges, tone.line, 1.6, { opacity: 0.5 }), stroke(line(60, 102, 1540, 102), ice, 2.5),
    ...heads, stroke(sums, ice, 2.4),
  ];
}

/** Dates and words as bars, sums as dots that end at the right, in groups of three. */
function entries(rng: Random, busy: (column: number, row: number) => boolean): string {
  const bars: string[] = [];
  const digits: Point[] = [];
  for (let row = 1; row < rows; row += 1) {
    const free = row !== total && rng.chance(0.78);
    if (free && !busy(0, row)) bars.push(dateAt(rowY(row) - 14));
    if (free && !busy(1, row)) bars.push(box(310, rowY(row) - 19, rng.between(110, 330), 10, { rx: 5, fill: tone.line, opacity: 0.62 }));
    [2, 3, 4].forEach((column) => {
      const written = row < total - 1 && rng.chance(0.42);
      if (written && !busy(column, row)) digits.push(...sum(column, row, rng.whole(3, 7)));
    });
  }
  const totals = [2, 3, 4].flatMap((column) => sum(column, total, 8 - (column % 2)));
  return bars.join('') + dots(digits, 4.5, tone.bright, { opacity: 0.8 }) + dots(totals, 5.5, ice);
}

function dateAt(y: number): string {
  return [[90, 46], [144, 26], [178, 26]].map(([x = 0, width = 0]) => box(x, y - 5, width, 10, { rx: 5, fill: tone.line, opacity: 0.5 })).join('');
}

function sum(column: number, row: number, count: number): Point[] {
  const [, right] = columns[column] ?? columns[2];
  return range(count).map((index) => [right - 8 - index * 15 - Math.floor(index / 3) * 11, rowY(row) - (row === total ? -2 : 14)] as const);
}

/** A way through all columns; it steps by 45° in the gutters. */
function way(taken: readonly number[]): Point[] {
  const points: Point[] = [[-30, rowY(taken[0] ?? 0)]];
  taken.slice(1).forEach((row, index) => {
    const [from, to] = [rowY(taken[index] ?? row), rowY(row)];
    const middle = ((columns[index]?.[1] ?? 0) + (columns[index + 1]?.[0] ?? 0)) / 2;
    const half = Math.abs(to - from) / 2;
    if (half > 0) points.push([middle - half, from], [middle + half, to]);
  });
  return [...points, [1640, rowY(taken.at(-1) ?? 0)]];
}

function run(taken: readonly number[], index: number): string {
  const points = way(taken);
  const [x, column] = ([[1150, 3], [870, 2], [500, 1], [1420, 4]] as const)[index] ?? [500, 1];
  const y = rowY(taken[column] ?? 0);
  const packets = line(x - 26, y, x + 26, y) + line(x + 52, y, x + 66, y);
  const stops = [[90, 0], [1510, 4]].map(([at = 0, end = 0]) => hop([at, rowY(taken[end] ?? 0)], 9, tone.body, ice, 3.6));
  return stroke(rounded(points, 40), tone.body, 10) + stroke(rounded(points, 40), tone.bright, 3) + packet(packets, ice, 10) + stops.join('');
}

function amberEntry(): string {
  const taken = routes.find(({ lit }) => lit === true)?.rows ?? [];
  const points = way(taken);
  const y = rowY(taken[3] ?? 0);
  const digits = range(6).map((index): Point => [1226 - index * 22 - Math.floor(index / 3) * 14, y]);
  return [
    stroke(rounded(points, 40), tone.body, 12), stroke(rounded(points, 40), amber, 4.5),
    packet(dash([[320, rowY(11)], [680, rowY(11)]], 0.4, 54), amber, 12),
    ...[26, 13].map((more) => box(1036 - more, y - 27 - more, 228 + more * 2, 54 + more * 2, { rx: 27 + more, fill: amber, opacity: 0.14 })),
    box(1036, y - 27, 228, 54, { rx: 27, fill: amber, stroke: '#fff', 'stroke-width': 4 }),
    dots(digits, 6.5, tone.body),
    hop([90, rowY(9)], 11, tone.body, amber, 4.5), hop([1510, y], 11, tone.body, amber, 4.5),
  ].join('');
}

export const administration: Picture = {
  name: 'section-administration',
  title: 'A ledger with routes',
  alt: 'Drawing: a ledger of five columns of hairlines, sums as dots, routes running through its rows and one amber entry.',
  width: 1600,
  height: 1000,
  focal: [0.6, 0.48],
  draw,
};
