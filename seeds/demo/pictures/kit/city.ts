import { ice, type Tone } from './palette';
import { beacon, dash, ground, hop, packet } from './parts';
import { random, type Random } from './random';
import { lanes, rounded } from './route';
import { fill, num, stroke, type Point } from './svg';

/** City maps: streets as hatched quarters, water and main roads with 45° bends, one line with hops, one lit place. */

export interface Quarter {
  readonly shape: readonly Point[];
  /** Direction of the long streets, in degrees from the x axis, and the distances between streets. */
  readonly angle: number;
  readonly along: number;
  readonly across?: number;
}

export interface Water { readonly points: readonly Point[]; readonly width: number; readonly radius?: number }

export interface Road { readonly points: readonly Point[]; readonly count?: number; readonly radius?: number }

export interface City {
  readonly tone: Tone;
  readonly seed: number;
  readonly quarters: readonly Quarter[];
  readonly rivers: readonly Water[];
  readonly bays?: readonly (readonly Point[])[];
  readonly islands?: readonly (readonly Point[])[];
  readonly parks: readonly (readonly Point[])[];
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
  const place = (t: number): string => `${num(t * dx - at * dy)} ${num(t * dy + at * dx)}`;
  if (to - from < 120 || rng.chance(0.55)) return `M${place(from)}L${place(to)}`;
  const gap = rng.between(from + 20, to - 60);
  return `M${place(from)}L${place(gap)}M${place(gap + rng.between(24, 56))}L${place(to)}`;
}

function waters({ rivers, bays = [], islands = [], tone }: City): string {
  const water = mix(tone.body, '#79bdf2', 0.5);
  const bank = rivers.map(({ points, width, radius = 80 }) => stroke(rounded(points, radius), tone.to, width + 18)).join('');
  const body = rivers.map(({ points, width, radius = 80 }) => stroke(rounded(points, radius), water, width)).join('');
  const flow = rivers.filter(({ width }) => width >= 40).map(({ points, width, radius = 80 }) => {
    const count = Math.max(2, Math.round(width / 24));
    const gap = width / count;
    const ways = lanes(points, count, gap).map((lane, index) => rounded(lane, radius, (index - (count - 1) / 2) * gap));
    return stroke(ways.join(''), '#bfe0fb', 1.8, { opacity: 0.5 });
  });
  const sea = bays.map((shape) => stroke(blob(shape, 40), tone.to, 18) + fill(blob(shape, 40), water));
  const land = islands.map((shape) => fill(blob(shape, 30), tone.body) + stroke(blob(shape, 30), tone.to, 5));
  return bank + sea.join('') + body + flow.join('') + land.join('');
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
  const [cx, cy] = [0, 1].map((axis) => shape.reduce((sum, point) => sum + (point[axis] ?? 0), 0) / shape.length);
  const inner = [0.76, 0.52, 0.28].map((share) => blob(shape.map(([x, y]) => [(cx ?? 0) + (x - (cx ?? 0)) * share, (cy ?? 0) + (y - (cy ?? 0)) * share]), 40 * share));
  const base = fill(blob(shape, 40), mix(tone.body, '#3f9a72', 0.34)) + stroke(blob(shape, 40), tone.line, 2, { opacity: 0.7 });
  return base + stroke(inner.join(''), tone.bright, 1.6, { opacity: 0.3 });
}

function roadway({ points, count = 2, radius = 60 }: Road, tone: Tone): string {
  const ways = lanes(points, count, 9).map((lane, index) => rounded(lane, radius, (index - (count - 1) / 2) * 9));
  return stroke(rounded(points, radius), tone.body, count * 9 + 8) + stroke(ways.join(''), tone.bright, 2.6, { opacity: 0.92 });
}

function trains(rng: Random, { lines, tone }: City): string {
  const marks = lines.flatMap(({ points }) => [0.2, 0.72].map((share) => dash(points, share + rng.between(-0.06, 0.06), 34)));
  return packet(marks.join(''), tone.body, 19) + packet(marks.join(''), '#f2b45c', 11);
}

/** A colour between two, `share` of the way to the second. */
export function mix(from: string, to: string, share: number): string {
  const part = (colour: string, index: number): number => Number.parseInt(colour.slice(1 + index * 2, 3 + index * 2), 16);
  return `#${[0, 1, 2].map((index) => Math.round(part(from, index) * (1 - share) + part(to, index) * share).toString(16).padStart(2, '0')).join('')}`;
}
