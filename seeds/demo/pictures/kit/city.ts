import { amber, ice, type Tone } from './palette';
import { beacon, dash, ground, hop, packet, straight } from './parts';
import { random, range, type Random } from './random';
import { along, lanes, rounded } from './route';
import { clip, clipped, element, fill, polyline, stroke, type Point } from './svg';

/** City maps: streets as hatched quarters, water and main roads with 45° bends, one line with hops, one lit place. */

export interface Quarter {
  readonly shape: readonly Point[];
  /** Direction of the long streets, in degrees from the x axis, and the distances between streets. */
  readonly angle: number;
  readonly along: number;
  readonly across?: number;
}

type Shapes = readonly (readonly Point[])[];

export interface Water { readonly points: readonly Point[]; readonly width: number; readonly radius?: number }

export interface Road { readonly points: readonly Point[]; readonly count?: number; readonly radius?: number }

export interface City {
  readonly tone: Tone;
  readonly seed: number;
  readonly quarters: readonly Quarter[];
  readonly rivers: readonly Water[];
  /** How blue the water is, 0 to 1. */
  readonly water?: number;
  readonly bays?: Shapes;
  readonly islands?: Shapes;
  readonly parks: Shapes;
  readonly roads: readonly Road[];
  readonly lines: readonly { readonly points: readonly Point[]; readonly hops: readonly Point[] }[];
  readonly extra?: string;
  readonly pin: Point;
}

export function city(plan: City): string {
  const { tone, pin } = plan;
  const rng = random(plan.seed);
  const streets = plan.quarters.map((quarter) => hatch(rng, quarter)).join('');
  return [
    ground(tone, 1600, 1000, pin),
    stroke(streets, tone.bright, 1.6, { opacity: 0.42 }),
    ...plan.parks.map((shape) => park(shape, tone)),
    plan.extra ?? '',
    waters(plan),
    ...plan.roads.map((road) => roadway(road, tone)),
    ...plan.lines.map(({ points }) => stroke(rounded(points, 40), tone.body, 17) + stroke(rounded(points, 40), ice, 6)),
    ...plan.lines.flatMap(({ hops }) => hops.map((at) => hop(at, 9.5, tone.body, ice, 4.5))),
    trains(rng, plan),
    beacon(pin, 27, 96),
  ].join('');
}

/** Streets both ways inside a polygon, some with a piece missing. */
function hatch(rng: Random, { shape, angle, along, across = along }: Quarter): string {
  return rows(rng, shape, angle, along) + rows(rng, shape, angle + 90, across);
}

function rows(rng: Random, shape: readonly Point[], degrees: number, gap: number): string {
  const angle = degrees * Math.PI / 180;
  const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
  const depth = shape.map(([x, y]) => y * dx - x * dy);
  const pieces: string[] = [];
  for (let at = Math.min(...depth) + gap / 2; at < Math.max(...depth); at += gap * rng.between(0.84, 1.16)) {
    const cuts = crossings(shape, dx, dy, at);
    for (let index = 0; index + 1 < cuts.length; index += 2) pieces.push(street(rng, [dx, dy], at, cuts[index] ?? 0, cuts[index + 1] ?? 0));
  }
  return pieces.join('');
}

/** Where the line at `at` crosses the edges of a polygon, in order. */
function crossings(shape: readonly Point[], dx: number, dy: number, at: number): number[] {
  const cuts: number[] = [];
  shape.forEach((from, index) => {
    const to = shape[(index + 1) % shape.length] ?? from;
    const [a, b] = [from[1] * dx - from[0] * dy - at, to[1] * dx - to[0] * dy - at];
    if (a > 0 === b > 0) return;
    const share = a / (a - b);
    cuts.push((from[0] + (to[0] - from[0]) * share) * dx + (from[1] + (to[1] - from[1]) * share) * dy);
  });
  return cuts.sort((left, right) => left - right);
}

function street(rng: Random, [dx, dy]: Point, at: number, from: number, to: number): string {
  const place = (t: number): string => `${Math.round(t * dx - at * dy)} ${Math.round(t * dy + at * dx)}`;
  if (to - from < 120 || rng.chance(0.55)) return `M${place(from)}L${place(to)}`;
  const gap = rng.between(from + 20, to - 60);
  return `M${place(from)}L${place(gap)}M${place(gap + rng.between(24, 56))}L${place(to)}`;
}

function waters({ rivers, bays = [], islands = [], tone, water: share = 0.5 }: City): string {
  const water = mix(tone.body, '#79bdf2', share);
  const way = ({ points, radius = 80 }: Water): string => rounded(points, radius);
  const bank = rivers.map((river) => stroke(way(river), tone.to, river.width + 18));
  const body = rivers.map((river) => stroke(way(river), water, river.width));
  const land = islands.map((shape) => fill(blob(shape, 30), tone.body) + stroke(blob(shape, 30), tone.to, 5));
  const sea = bays.length === 0 ? '' : shore(bays, islands, water, tone);
  return [...bank, sea, ...body, ...rivers.filter(({ width }) => width >= 40).map(flow), ...land].join('');
}

/** Lines that follow a wide river. */
function flow({ points, width, radius = 80 }: Water): string {
  const count = Math.max(2, Math.round(width / 24));
  const gap = width / count;
  const ways = lanes(points, count, gap).map((lane, index) => rounded(lane, radius, (index - (count - 1) / 2) * gap));
  return stroke(ways.join(''), '#bfe0fb', 1.8, { opacity: 0.5 });
}

/** Open water, with lines along its coasts as on old charts. */
function shore(bays: Shapes, islands: Shapes, water: string, tone: Tone): string {
  const sea = bays.map((shape) => blob(shape, 40)).join('');
  const coast = [...bays, ...islands].map((shape) => polyline(shape, true)).join('');
  const once = element('defs', {}, element('path', { id: 'coast', d: coast, fill: 'none', 'stroke-linejoin': 'round' }));
  const drawn = (colour: string, width: number): string => element('use', { href: '#coast', stroke: colour, 'stroke-width': width });
  const lines = [210, 156, 108, 66, 30].map((width, index) =>
    drawn(mix(water, '#bfe0fb', 0.13 + index * 0.07), width) + drawn(water, width - 3.6));
  return stroke(sea, tone.to, 18) + fill(sea, water) + clip('sea', sea) + once + clipped('sea', ...lines);
}

/** A closed shape with round corners. */
export function blob(shape: readonly Point[], radius: number): string {
  const [first, second] = shape;
  if (first === undefined || second === undefined) return '';
  const start: Point = [(first[0] + second[0]) / 2, (first[1] + second[1]) / 2];
  return `${rounded([start, ...shape.slice(1), first, start], radius)}z`;
}

/** A green place: hides the streets, with contour lines inside. */
function park(shape: readonly Point[], tone: Tone): string {
  const cx = shape.reduce((sum, [x]) => sum + x, 0) / shape.length;
  const cy = shape.reduce((sum, [, y]) => sum + y, 0) / shape.length;
  const inner = [0.76, 0.52, 0.28].map((share) => blob(shape.map(([x, y]) => [cx + (x - cx) * share, cy + (y - cy) * share]), 40 * share));
  const base = fill(blob(shape, 40), mix(tone.body, '#3f9a72', 0.34)) + stroke(blob(shape, 40), tone.line, 2, { opacity: 0.7 });
  return base + stroke(inner.join(''), tone.bright, 1.6, { opacity: 0.3 });
}

function roadway({ points, count = 2, radius = 60 }: Road, tone: Tone): string {
  const ways = lanes(points, count, 9).map((lane, index) => rounded(lane, radius, (index - (count - 1) / 2) * 9));
  return stroke(rounded(points, radius), tone.body, count * 9 + 8) + stroke(ways.join(''), tone.bright, 2.6, { opacity: 0.92 });
}

/** Two packets on every line, on straight parts and clear of hops and of the lit place. */
function trains(rng: Random, { lines, tone, pin }: City): string {
  const marks = lines.flatMap(({ points, hops }) => {
    const free = range(121).map((index) => index / 120).filter((share) => share > 0.06 && share < 0.94 && isFree(points, share, [...hops, pin]));
    return [0.22, 0.72].map((wish) => {
      const aim = wish + rng.between(-0.06, 0.06);
      const best = free.reduce((near, share) => (Math.abs(share - aim) < Math.abs(near - aim) ? share : near), free[0] ?? aim);
      return dash(points, best, 34);
    });
  });
  return packet(marks.join(''), tone.body, 19) + packet(marks.join(''), amber, 11);
}

function isFree(points: readonly Point[], share: number, taken: readonly Point[]): boolean {
  const { x, y } = along(points, share);
  const onSheet = x > 40 && x < 1560 && y > 40 && y < 960;
  return onSheet && taken.every(([hx, hy]) => Math.hypot(hx - x, hy - y) > 52) && straight(points, share, 36);
}

/** A colour between two, `share` of the way to the second. */
export function mix(from: string, to: string, share: number): string {
  const part = (colour: string, index: number): number => Number.parseInt(colour.slice(1 + index * 2, 3 + index * 2), 16);
  return `#${[0, 1, 2].map((index) => Math.round(part(from, index) * (1 - share) + part(to, index) * share).toString(16).padStart(2, '0')).join('')}`;
}
