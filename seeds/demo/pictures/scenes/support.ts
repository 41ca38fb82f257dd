import { amber, ice, navy, type Tone } from '../kit/palette';
import { ground } from '../kit/parts';
import type { Picture } from '../kit/picture';
import { random, type Random } from '../kit/random';
import { rounded } from '../kit/route';
import { circle, dotted, element, fill, group, line, polyline, stroke, type Point } from '../kit/svg';

/** Plates one above the other, each with its routes, carried by posts: what stands on what. */

const tone: Tone = { ...navy, from: '#1a5078', to: '#091f36', body: '#10304d' };
const [levels, size, lift] = [5, 560, 118];
const edges = [tone.soft, '#3577a8', tone.line, tone.bright, ice];

/** A point of a plate (0..1 by 0..1) on level `level`, as seen from a corner. */
function spot(u: number, v: number, level: number): Point {
  return [800 + (u - v) * size * 0.94, 736 + (u + v - 1) * size * 0.38 - level * lift];
}

function draw(): string {
  const rng = random(31);
  const plates = Array.from({ length: levels }, (_, level) => plate(rng, level) + (level < levels - 1 ? posts(level) : ''));
  return [ground(tone, 1600, 1000, [800, 300]), ...plates, light()].join('');
}

function plate(rng: Random, level: number): string {
  const edge = edges[level] ?? ice;
  const corners = [spot(0, 0, level), spot(1, 0, level), spot(1, 1, level), spot(0, 1, level)];
  const shape = polyline(corners, true);
  const sheet = fill(shape, tone.body, { opacity: 0.86 }) + stroke(shape, edge, 4, { 'stroke-linejoin': 'round' });
  return sheet + routes(rng, level, edge);
}

/** Routes with 45° bends in the plane of the plate, each from one hop to another. */
function routes(rng: Random, level: number, colour: string): string {
  const paths: string[] = [];
  const hops: Point[] = [];
  const place = (u: number, v: number): Point => spot(u, v, level);
  for (let index = 0; index < 8; index += 1) {
    const v = 0.1 + index * 0.114;
    const [start, turn, end] = [rng.between(0.06, 0.2), rng.between(0.3, 0.6), rng.between(0.8, 0.94)];
    const shift = (level + index) % 3 === 0 ? 0 : 0.057;
    paths.push(rounded([place(start, v), place(turn, v), place(turn + shift, v + shift), place(end, v + shift)], 26));
    hops.push(place(start, v), place(end, v + shift));
  }
  const rings = hops.map(([cx, cy]) => element('ellipse', { cx: Math.round(cx), cy: Math.round(cy), rx: 7, ry: 4 })).join('');
  return stroke(paths.join(''), colour, 2.2, { opacity: 0.65 }) + group({ fill: tone.body, stroke: colour, 'stroke-width': 2.2 }, rings);
}

function posts(level: number): string {
  const feet: readonly Point[] = [[0.04, 0.04], [0.96, 0.04], [0.96, 0.96], [0.04, 0.96]];
  const lines = feet.map(([u, v]) => line(...spot(u, v, level), ...spot(u, v, level + 1)));
  return stroke(lines.join(''), edges[level] ?? ice, 3, dotted('3 10'));
}

/** One thing that rises through all plates. */
function light(): string {
  const [x, top] = spot(0.5, 0.5, levels - 1);
  const [, bottom] = spot(0.5, 0.5, 0);
  const packets = [0.22, 0.47, 0.72].map((share) => line(x, bottom + (top - bottom) * share, x, bottom + (top - bottom) * share - 26));
  return [
    stroke(line(x, bottom, x, top), amber, 5),
    stroke(packets.join(''), ice, 12, { 'stroke-linecap': 'round' }),
    circle([x, top], 46, { fill: amber, opacity: 0.2 }),
    circle([x, top], 20, { fill: amber, stroke: '#fff', 'stroke-width': 5 }),
    circle([x, bottom], 12, { fill: tone.body, stroke: amber, 'stroke-width': 5 }),
  ].join('');
}

export const support: Picture = {
  name: 'section-support',
  title: 'What carries what',
  alt: 'Drawing: five plates with routes on them stand one above the other on posts, an amber line rises through all of them.',
  width: 1600,
  height: 1000,
  focal: [0.5, 0.5],
  draw,
};
