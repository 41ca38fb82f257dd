import { amber, blue, ice, type Tone } from '../kit/palette';
import { ground, packet } from '../kit/parts';
import type { Picture } from '../kit/picture';
import { random, range, type Random } from '../kit/random';
import { lanes, rounded } from '../kit/route';
import { line, num, stroke, type Point } from '../kit/svg';

/** Three bundles, plaited over and under each other, become one trunk. */

const tone: Tone = { ...blue, from: '#15589c', to: '#07264f', body: '#0d4379', soft: '#3585c8' };
const [lines, gap, width] = [6, 15, 3.4];
const rows = [185, 375, 565] as const;
const drop = rows[1] - rows[0];
const strands: readonly (readonly [string, ...string[]])[] = [
  [tone.soft, tone.line, tone.soft, tone.line, tone.soft, tone.line],
  [tone.bright, '#d4eafc', tone.bright, amber, tone.bright, '#d4eafc'],
  [tone.line, tone.bright, tone.line, tone.soft, tone.line, tone.bright],
];

interface Piece { readonly strand: number; readonly points: readonly Point[]; readonly over: boolean }

/** One crossing: the strands on rows `row` and `row` + 1 change places; the one that goes down passes over at every second. */
function crossing(order: number[], row: 0 | 1, x: number, length: number, downOver: boolean): Piece[] {
  const [upper, lower] = [order[row] ?? 0, order[row + 1] ?? 0];
  const [a, b] = [rows[row], rows[row + 1] ?? rows[2]];
  const other = row === 0 ? 2 : 0;
  const start = x + (length - drop) / 2;
  const still: Piece = { strand: order[other] ?? 0, points: [[x, rows[other]], [x + length, rows[other]]], over: false };
  const down: Piece = { strand: upper, points: [[x, a], [start, a], [start + drop, b], [x + length, b]], over: downOver };
  const up: Piece = { strand: lower, points: [[x, b], [start, b], [start + drop, a], [x + length, a]], over: !downOver };
  order.splice(row, 2, lower, upper);
  return [still, down, up].sort((left, right) => Number(left.over) - Number(right.over));
}

function plait(): Piece[] {
  const order = [0, 1, 2];
  const length = 262;
  const pieces = range(4).flatMap((index) => crossing(order, index % 2 === 0 ? 0 : 1, 130 + index * length, length, index % 2 === 0));
  const end = 130 + 4 * length;
  const lead = [0, 1, 2].map((strand): Piece => ({ strand, points: [[-20, rows[strand] ?? 0], [130, rows[strand] ?? 0]], over: false }));
  const trunk = order.map((strand, row): Piece => {
    const from = rows[row] ?? 375;
    const to = 375 + (row - 1) * (lines * gap);
    const bend = end + 60 + (row === 1 ? 0 : 18);
    return { strand, points: [[end, from], [bend, from], [bend + Math.abs(to - from), to], [1840, to]], over: false };
  });
  return [...lead, ...pieces, ...trunk];
}

function draw(): string {
  const rng = random(9114);
  const pieces = plait();
  const grid = range(35).map((index) => line(50 + index * 50, 0, 50 + index * 50, 750)).join('');
  return [
    ground(tone, 1800, 750, [1420, 375]), stroke(grid, tone.bright, 1.5, { opacity: 0.07 }),
    ...pieces.map(rope), ...pieces.filter(({ over, points }) => over || (points[0]?.[0] ?? 0) > 1100).map((piece) => packets(rng, piece)),
  ].join('');
}

function rope({ strand, points }: Piece): string {
  const colours = strands[strand] ?? strands[0] ?? [ice];
  const under = stroke(rounded(points, 70), tone.body, lines * gap + 6);
  const ways = lanes(points, lines, gap).map((lane, index) => {
    const colour = colours[index] ?? ice;
    return stroke(rounded(lane, 70, (index - (lines - 1) / 2) * gap), colour, colour === amber ? width * 1.4 : width);
  });
  return under + ways.join('');
}

/** Packets on the slanting part of a strand that passes over, and on the trunk. */
function packets(rng: Random, { points, strand }: Piece): string {
  const long = points.length === 4 && (points[3]?.[0] ?? 0) > 1800;
  const [from, to] = long ? [points[2], points[3]] : [points[1], points[2]];
  if (from === undefined || to === undefined) return '';
  const all = lanes([from, to], lines, gap);
  const marks = range(long ? 4 : 2).map((index) => {
    const lane = all[(index * 2 + strand) % lines] ?? [from, to];
    const share = long ? 0.18 + index * 0.2 + rng.between(-0.06, 0.06) : 0.42 + index * 0.18;
    const [[x1, y1], [x2, y2]] = [lane[0] ?? from, lane[1] ?? to];
    const far = Math.hypot(x2 - x1, y2 - y1);
    const half = rng.pick([10, 16, 24]) / far;
    const at = (t: number): string => `${num(x1 + (x2 - x1) * t)} ${num(y1 + (y2 - y1) * t)}`;
    return `M${at(share - half)}L${at(share + half)}`;
  });
  return packet(marks.join(''), strand === 1 ? amber : '#fff', 10);
}

export const wit: Picture = {
  name: 'post-wit',
  title: 'Three strands, one line',
  alt: 'Drawing: three bundles of routes are plaited over and under each other and go on side by side as one, one line amber.',
  width: 1800,
  height: 750,
  focal: [0.55, 0.5],
  draw,
};
