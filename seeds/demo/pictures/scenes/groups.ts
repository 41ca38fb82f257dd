import { amber, blue, ice, type Tone } from '../kit/palette';
import { beacon, dash, ground, hop, packet } from '../kit/parts';
import type { Picture } from '../kit/picture';
import { random, range, type Random } from '../kit/random';
import { lanes, lengthOf, rounded } from '../kit/route';
import { circle, dotted, line, ring, spoke, stroke, type Point } from '../kit/svg';

/** Bodies as rings of hops, joined by pairs of routes: each is looked at by others, there and back. */

const tone: Tone = { ...blue, from: '#145a8c', to: '#06294a', body: '#0b3c64' };
const gap = 20;

interface Body { readonly at: Point; readonly radius: number; readonly seats: number; readonly lit?: boolean }

const bodies = {
  west: { at: [290, 310], radius: 142, seats: 14 },
  north: { at: [800, 220], radius: 112, seats: 10, lit: true },
  east: { at: [1310, 330], radius: 156, seats: 13 },
  south: { at: [500, 740], radius: 122, seats: 12 },
  deep: { at: [1040, 740], radius: 136, seats: 11 },
  corner: { at: [1470, 740], radius: 78, seats: 5 },
} as const satisfies Record<string, Body>;

/** From one body to another: first and last points are their middles. */
const ways: readonly (readonly Point[])[] = [
  [bodies.west.at, [540, 310], [630, 220], bodies.north.at],
  [bodies.north.at, [970, 220], [1080, 330], bodies.east.at],
  [bodies.west.at, [290, 530], bodies.south.at],
  [bodies.north.at, [610, 410], [610, 630], bodies.south.at],
  [bodies.north.at, [960, 380], [960, 660], bodies.deep.at],
  [bodies.east.at, [1310, 470], bodies.deep.at],
  [bodies.south.at, bodies.deep.at],
  [bodies.deep.at, bodies.corner.at],
  [bodies.east.at, [1470, 490], bodies.corner.at],
];

/** Ways that lead to the people outside. */
const outside: readonly (readonly Point[])[] = [
  [bodies.west.at, [-60, 310]], [bodies.south.at, [280, 740], [-20, 1040]], [bodies.north.at, [800, -60]],
  [bodies.east.at, [1440, 200], [1680, 200]], [bodies.deep.at, [1040, 900], [1180, 1040]], [bodies.corner.at, [1680, 740]],
];

function draw(): string {
  const rng = random(9281);
  return [
    ground(tone, 1600, 1000, bodies.north.at),
    stroke(outside.map((points) => rounded(points, 60)).join(''), tone.line, 3, dotted('2 12')),
    ...ways.map((points, index) => pair(rng, points, index)),
    ...Object.values(bodies).map(body),
  ].join('');
}

/** Two lines, one for each way, with packets on the part between the rings. */
function pair(rng: Random, points: readonly Point[], index: number): string {
  const [there, back] = lanes(points, 2, gap).map((lane, side) => rounded(lane, 64, (side - 0.5) * gap));
  const lit = index === 4;
  return [
    stroke(rounded(points, 64), tone.body, gap * 2.2),
    stroke(there ?? '', lit ? amber : tone.bright, lit ? 4.5 : 3.4), stroke(back ?? '', tone.line, 3.4),
    packets(rng, points, lit),
  ].join('');
}

function packets(rng: Random, points: readonly Point[], lit: boolean): string {
  const leg = longest(points);
  const [there, back] = lanes(leg, 2, gap);
  if (there === undefined || back === undefined) return '';
  const share = rng.between(0.42, 0.5);
  const step = 46 / lengthOf(leg);
  const first = packet(dash(there, share - step, 34) + dash(there, share, 12), lit ? amber : ice, 11);
  return first + packet(dash(back, 1 - share + step * 0.6, 26), ice, 11);
}

/** The longest leg outside of the rings at its ends. */
function longest(points: readonly Point[]): Point[] {
  const legs = points.slice(1).map((end, index): Point[] => {
    const start = points[index] ?? end;
    return [from(start, end), from(end, start)];
  });
  return legs.reduce((best, leg) => (lengthOf(leg) > lengthOf(best) ? leg : best));
}

/** A point, moved out of its ring towards another point when it is the middle of one. */
function from(point: Point, towards: Point): Point {
  const inside = Object.values(bodies).find(({ at }) => at[0] === point[0] && at[1] === point[1]);
  const far = Math.hypot(towards[0] - point[0], towards[1] - point[1]);
  const share = (inside === undefined ? 0 : inside.radius) / far;
  return [point[0] + (towards[0] - point[0]) * share, point[1] + (towards[1] - point[1]) * share];
}

function body({ at, radius, seats, lit = false }: Body): string {
  const table = radius * 0.7;
  const places = range(seats).map((seat): Point => {
    const angle = (seat / seats) * Math.PI * 2 - Math.PI / 2;
    return [at[0] + Math.cos(angle) * table, at[1] + Math.sin(angle) * table];
  });
  const chords = places.map(([x, y], seat) => {
    const [a, b] = places[(seat + Math.floor(seats * 0.38)) % seats] ?? [x, y];
    return line(x, y, a, b);
  }).join('');
  const ticks = range(seats * 4).map((index) => spoke(at, index * Math.PI / (seats * 2), radius - 11, radius - 3)).join('');
  return [
    circle(at, radius, { fill: tone.body, stroke: lit ? '#fff' : ice, 'stroke-width': 4.5 }),
    stroke(ticks, tone.line, 2, { opacity: 0.75 }),
    stroke(chords, tone.line, 1.7, { opacity: 0.55 }),
    ring(at, table, tone.line, 2.6),
    ...places.map((place) => hop(place, radius > 100 ? 12 : 10.5, tone.body, ice, 4.4)),
    lit ? beacon(places[4] ?? at, 14, 36) : '',
  ].join('');
}

export const groups: Picture = {
  name: 'section-groups',
  title: 'Bodies that check each other',
  alt: 'Drawing: six rings of hops, each a body with its seats, joined by pairs of routes there and back; one seat and one route are amber.',
  width: 1600,
  height: 1000,
  focal: [0.5, 0.45],
  draw,
};
