import { amber, ice, indigo, type Tone } from '../kit/palette';
import { ground, packet, trunk, type Trunk } from '../kit/parts';
import type { Picture } from '../kit/picture';
import { random, range, type Random } from '../kit/random';
import { fill, group, line, polyline, stroke, type Point } from '../kit/svg';

/** Dated leaves stand on a route, one behind the other; the newest in front, one drawn up. */

const tone: Tone = { ...indigo, from: '#323d84', to: '#11163c', body: '#222b64' };
/** The middle of the route at the start, and one step along it, across it, and up. */
const [start, slope, across, tilt] = [[-60, 404] as Point, 0.3, 116, -0.52] as const;
const tall = 292;

/** Where leaves stand along the route: years with many and years with few. */
const places = [96, 134, 172, 300, 346, 384, 422, 560, 606, 730, 768, 806, 844, 882, 1010, 1056, 1180, 1218, 1256] as const;
const raised = 1010;

const foot = (t: number, side = 0): Point => [start[0] + t + side * across, start[1] + t * slope + side * across * tilt];
const spot = (t: number, side: number, up: number): Point => {
  const [x, y] = foot(t, side);
  return [x, y - up];
};

function draw(): string {
  const rng = random(1997);
  return [
    ground(tone, 1600, 1000, [1050, 560]),
    floor(),
    route(),
    ...places.map((t, index) => leaf(rng, t, index)),
    front(),
  ].join('');
}

/** A ruler on the floor beside the route, a long tick for every year. */
function floor(): string {
  const edge = line(...foot(-60, -2.1), ...foot(1900, -2.1));
  const ticks = range(70).map((index) => line(...foot(index * 25, -2.1), ...foot(index * 25, index % 5 === 0 ? -1.72 : -1.94))).join('');
  const far = [-5, -4, -3, 1.7, 2.5, 3.4, 4.4].map((side) => line(...foot(-900, side), ...foot(2600, side))).join('');
  return stroke(edge + ticks, tone.bright, 2.4, { opacity: 0.7 }) + stroke(far, tone.bright, 1.6, { opacity: 0.12 });
}

const bed: Trunk = {
  points: [foot(-60), foot(1900)], count: 5, gap: 15, radius: 1, width: 3,
  colours: [tone.soft, tone.line, tone.bright, tone.line, tone.soft], casing: tone.body,
};

function route(): string {
  return trunk(bed);
}

/** Packets on the free part of the route, towards what comes next. */
function front(): string {
  const dashes = (list: readonly (readonly [number, number, number])[]): string =>
    list.map(([t, shift, length]) => {
      const [[x1, y1], [x2, y2]] = [foot(t), foot(t + length)];
      return line(x1, y1 + shift, x2, y2 + shift);
    }).join('');
  const plain = dashes([[1420, -31.3, 40], [1500, 15.7, 22], [1574, -15.7, 48], [1372, 31.3, 30]]);
  return packet(plain, ice, 10) + packet(dashes([[1440, 0, 44]]), amber, 11);
}

interface Look { readonly paper: string; readonly edge: string; readonly band: string; readonly ink: string; readonly width: number }

function lookOf(t: number, index: number): Look {
  if (t === raised) return { paper: '#fff', edge: '#fff', band: amber, ink: tone.soft, width: 4 };
  if (index === places.length - 1) return { paper: tone.body, edge: ice, band: ice, ink: tone.bright, width: 5 };
  const band = [tone.line, tone.bright, tone.soft][index % 3] ?? tone.line;
  return { paper: tone.body, edge: index % 4 === 0 ? ice : tone.bright, band, ink: tone.line, width: 3.4 };
}

/** A leaf: a band with its date as dots, and lines of text. */
function leaf(rng: Random, t: number, index: number): string {
  const { paper, edge, band, ink, width } = lookOf(t, index);
  const low = t === raised ? 150 : 0;
  const at = (side: number, up: number): Point => spot(t, side, up + low);
  const shape = polyline([at(-1, 0), at(1, 0), at(1, tall), at(-1, tall)], true);
  const head = polyline([at(-1, tall - 58), at(1, tall - 58), at(1, tall), at(-1, tall)], true);
  const text = range(6).map((row) => {
    const up = tall - 98 - row * 32;
    return line(...at(-0.72, up), ...at(row === 5 ? -0.1 : rng.between(0.3, 0.74), up));
  }).join('');
  const date = [-0.7, -0.5, -0.3, -0.1, 0.24, 0.44].map((side) => line(...at(side, tall - 22), ...at(side, tall - 36))).join('');
  const shade = t === raised ? [64, 30].map((wide) => stroke(shape, amber, wide, { opacity: 0.16, 'stroke-linejoin': 'round' })).join('') : '';
  return group(
    {}, shade, fill(shape, paper, t === raised ? {} : { opacity: 0.94 }), fill(head, band),
    stroke(date, t === raised ? '#7a4a10' : tone.body, 7, { 'stroke-linecap': 'round' }),
    stroke(text, ink, 8, { 'stroke-linecap': 'round' }), stroke(shape, edge, width, { 'stroke-linejoin': 'round' }),
  );
}

export const statements: Picture = {
  name: 'section-statements',
  title: 'Dated leaves on a route',
  alt: 'Drawing: sheets with dates in their heads stand one behind the other along a route with a ruler; one is drawn up, its head amber.',
  width: 1600,
  height: 1000,
  focal: [0.58, 0.45],
  draw,
};
