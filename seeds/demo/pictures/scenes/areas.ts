import { amber, ice, navy, type Tone } from '../kit/palette';
import { beacon, dash, ground, hop, packet, traffic, trunk, type Trunk } from '../kit/parts';
import type { Picture } from '../kit/picture';
import { random, range, type Random } from '../kit/random';
import { along, lanes } from '../kit/route';
import { circle, line, num, ring, spoke, stroke, type Point } from '../kit/svg';

/** Seven bundles leave one ring, each in its own tint and with as many lines as it needs. */

const tone: Tone = { ...navy, from: '#14466b', to: '#071b2e', body: '#0b2a44' };
const heart: Point = [720, 500];
const [gap, inner, outer] = [15, 118, 152];

interface Area {
  /** Eighths of a turn, clockwise from the east. West is left for the way in. */
  readonly eighth: number;
  readonly tint: string;
  readonly deep: string;
  readonly count: number;
  /** From the middle to the first bend, and from there to the second. */
  readonly legs: readonly [number, number];
}

const seven: readonly Area[] = [
  { eighth: 0, tint: '#79bdf2', deep: '#3f86c4', count: 7, legs: [360, 170] },
  { eighth: 1, tint: '#9aa8f0', deep: '#6573c4', count: 5, legs: [340, 90] },
  { eighth: 2, tint: '#6fd0c6', deep: '#3d938f', count: 4, legs: [270, 130] },
  { eighth: 3, tint: '#dfa684', deep: '#a56f55', count: 6, legs: [330, 210] },
  { eighth: 5, tint: '#93d3ae', deep: '#52907a', count: 5, legs: [370, 90] },
  { eighth: 6, tint: '#cfdbe6', deep: '#7f98ae', count: 3, legs: [280, 120] },
  { eighth: 7, tint: '#d3a3d8', deep: '#8f6a9e', count: 6, legs: [350, 300] },
];

const turn = (eighth: number): number => eighth * Math.PI / 4;

function step([x, y]: Point, eighth: number, length: number): Point {
  return [x + Math.cos(turn(eighth)) * length, y + Math.sin(turn(eighth)) * length];
}

/** Out of the ring, an eighth to the right, and on as before: a wheel. */
function way({ eighth, legs: [first, second] }: Area): Point[] {
  const bend = step(heart, eighth, first);
  const next = step(bend, eighth + 1, second);
  return [step(heart, eighth, inner), bend, next, step(next, eighth, 1000)];
}

function draw(): string {
  const rng = random(1993);
  return [
    ground(tone, 1600, 1000, heart),
    ...echoes(),
    entrance(),
    ...seven.map((area) => bundleOf(rng, area)),
    core(),
  ].join('');
}

function echoes(): string[] {
  return [250, 350, 460, 580, 710].map((radius, index) =>
    ring(heart, radius, tone.bright, 1.6, { opacity: 0.24 - index * 0.035, 'stroke-dasharray': '3 13' }));
}

function bundleOf(rng: Random, area: Area): string {
  const { tint, deep, count } = area;
  const points = way(area);
  const route: Trunk = { points, count, gap, radius: 84, width: 3.2, colours: [tint, deep, tint], casing: tone.body };
  const stops = groupsOf(rng, points, count);
  const clear = stops.map(([x, y]) => [x, y, 26] as const);
  return [
    trunk(route),
    traffic(rng, { trunk: route, count: count - 1, size: 9, colours: [tint, '#fff'], from: 0.14, to: 0.62, clear }),
    ...stops.map((at) => hop(at, 10, tone.body, ice, 4)),
  ].join('');
}

/** One hop on every second line, on the last leg before the edge of the sheet, side by side at 45°. */
function groupsOf(rng: Random, points: readonly Point[], count: number): Point[] {
  const start = rng.between(0.07, 0.1);
  return lanes(points.slice(2), count, gap).flatMap((lane, index) => {
    const { x, y } = along(lane, start + index * 0.026);
    return index % 2 === 0 && x > 20 && x < 1580 && y > 20 && y < 980 ? [[x, y] as const] : [];
  });
}

/** One line comes in from the west, between the seven. */
function entrance(): string {
  const points: readonly Point[] = [[-20, heart[1]], [heart[0] - 20, heart[1]]];
  const packets = [[0.2, 34], [0.58, 54], [0.68, 22]].map(([share = 0, length = 0]) => dash(points, share, length)).join('');
  return stroke(line(-20, heart[1], heart[0], heart[1]), amber, 4) + packet(packets, amber, 12);
}

function core(): string {
  const spokes = seven.map(({ eighth, tint }) => stroke(spoke(heart, turn(eighth), 50, inner - 14), tint, 4, { 'stroke-linecap': 'round' }));
  const ticks = range(64).filter((index) => index % 8 !== 0).map((index) => spoke(heart, index * Math.PI / 32, inner - 22, inner - 14)).join('');
  return [
    circle(heart, outer + 16, { fill: tone.body }),
    stroke(line(heart[0] - outer - 18, heart[1], heart[0], heart[1]), amber, 4),
    stroke(ticks, tone.line, 2),
    ...seven.map(({ eighth, tint }) => stroke(arc(outer - 6, eighth), tint, 24)),
    ring(heart, outer + 16, ice, 2.5),
    ring(heart, inner - 4, tone.line, 2),
    ...spokes,
    beacon(heart, 24, 62),
  ].join('');
}

function arc(radius: number, eighth: number): string {
  const at = (angle: number): string => `${num(heart[0] + Math.cos(angle) * radius)} ${num(heart[1] + Math.sin(angle) * radius)}`;
  return `M${at(turn(eighth - 0.46))}A${radius} ${radius} 0 0 1 ${at(turn(eighth + 0.46))}`;
}

export const areas: Picture = {
  name: 'topic-areas',
  title: 'Seven bundles from one ring',
  alt: 'Drawing: seven bundles of routes leave one ring and turn like a wheel, each in its own tint; one amber line leads into the middle.',
  width: 1600,
  height: 1000,
  focal: [0.45, 0.5],
  draw,
};
