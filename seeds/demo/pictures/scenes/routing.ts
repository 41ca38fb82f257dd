import { amber, green, ice, white, type Tone } from '../kit/palette';
import { beacon, dash, ground, packet } from '../kit/parts';
import type { Picture } from '../kit/picture';
import { random, range } from '../kit/random';
import { circle, dots, dotted, line, num, polyline, ring, stroke, type Point } from '../kit/svg';

/** Networks that speak BGP: a few large ones in the middle, many at the edge. One route is passed on with a seal at every step, one is refused. */

interface Net { readonly at: Point; readonly size: number }

const tone: Tone = { ...green, from: '#2b6b6a', to: '#082a2e', body: '#12494c', faint: '#1c5a5c', soft: '#4b918f', line: '#7fbfba', bright: '#bde7e0' };
const core: readonly Point[] = [[640, 250], [900, 190], [1160, 260], [1090, 480], [760, 500]];
const middle: readonly Point[] = [[330, 180], [420, 410], [600, 640], [900, 660], [1230, 640], [1400, 410], [1440, 160], [760, 70], [1180, 70]];
const nets: readonly Net[] = [...core.map((at) => ({ at, size: 52 })), ...middle.map((at) => ({ at, size: 34 }))];
const links: readonly (readonly [number, number])[] = [
  [0, 1], [1, 2], [2, 3], [3, 4], [4, 0], [0, 3], [1, 4], [1, 3], [2, 4], [0, 2],
  [5, 0], [6, 0], [6, 4], [5, 6], [7, 4], [7, 6], [8, 4], [8, 3], [9, 3], [9, 8], [10, 3], [10, 2], [10, 9], [11, 2], [11, 10], [12, 0], [12, 1], [13, 1], [13, 2],
];
/** From the origin in the west to the reader in the east. */
const path: readonly Point[] = [[120, 480], [420, 410], [640, 250], [1160, 260], [1400, 410], [1680, 330]];
const refused: readonly Point[] = [[1230, 640], [1400, 410]];

function draw(): string {
  const rng = random(8205);
  const edge = stubs();
  const marks = links.filter((_, index) => index % 2 === 0).map(([a, b]) => dash([place(a), place(b)], rng.between(0.4, 0.6), rng.pick([16, 24]))).join('');
  return [
    ground(tone, 1800, 750, [900, 360]),
    stroke(edge.map(({ at, to }) => line(to[0], to[1], at[0], at[1])).join(''), tone.soft, 2.2),
    stroke(links.map(([a, b]) => line(...place(a), ...place(b))).join(''), tone.line, 3.2), packet(marks, tone.bright, 9, { opacity: 0.8 }),
    stroke(polyline(path), tone.body, 16), stroke(polyline(path), amber, 6),
    dots(edge.map(({ at }) => at), 10, tone.bright), dots(edge.map(({ at }) => at), 6.5, tone.body),
    ...nets.map(network), refusal(), ...path.slice(1, 5).map(seal), ...steps(), ends(),
  ].join('');
}

function place(index: number): Point {
  return nets[index]?.at ?? [900, 375];
}

/** Small networks round each of the middle ones, on the side away from the core. */
function stubs(): { at: Point; to: Point }[] {
  return middle.flatMap(([x, y]) => {
    const out = Math.atan2(y - 360, x - 900);
    return range(7).map((index) => {
      const angle = out + (index - 3) * 0.42;
      const far = 104 + (index % 2) * 44;
      return { at: [x + Math.cos(angle) * far, y + Math.sin(angle) * far] as const, to: [x, y] as const };
    }).filter(({ at }) => at[1] > 18 && at[1] < 732 && clear(at));
  });
}

function clear([x, y]: Point): boolean {
  const taken: readonly Point[] = [...nets.map(({ at }) => at), ...path, [270, 445], [1540, 370], [200, 460], [1600, 350]];
  return taken.every(([tx, ty]) => Math.hypot(tx - x, ty - y) > 62);
}

/** A network: an outline with the routers inside it. */
function network({ at: [x, y], size }: Net): string {
  const count = size > 40 ? 6 : 4;
  const inside = range(count).map((index): Point => {
    const angle = index * Math.PI * 2 / count + x;
    return [x + Math.cos(angle) * size * 0.55, y + Math.sin(angle) * size * 0.55];
  });
  return circle([x, y], size + 9, { fill: tone.bright, opacity: 0.1 })
    + circle([x, y], size, { fill: tone.body, stroke: ice, 'stroke-width': size > 40 ? 4.5 : 3.6 })
    + stroke(polyline(inside, true), tone.line, 2) + dots(inside, 4.6, tone.bright);
}

/** A round seal with a tick: this network has vouched for the step. */
function seal([x, y]: Point): string {
  return circle([x, y], 24, { fill: tone.body, stroke: amber, 'stroke-width': 5 })
    + stroke(`M${num(x - 11)} ${num(y)}l8 9 14 -17`, white, 5, { 'stroke-linecap': 'round', 'stroke-linejoin': 'round' });
}

function steps(): string[] {
  return path.slice(1).map((to, index) => packet(dash([path[index] ?? to, to], 0.5, 34), amber, 13) + packet(dash([path[index] ?? to, to], 0.5, 20), white, 6));
}

/** A route that came by the wrong way: dashed, and stopped by a bar. */
function refusal(): string {
  const [[ax, ay], [bx, by]] = [refused[0] ?? [0, 0], refused[1] ?? [0, 0]];
  const far = Math.hypot(bx - ax, by - ay);
  const [dx, dy] = [(bx - ax) / far, (by - ay) / far];
  const on = (distance: number): Point => [ax + dx * distance, ay + dy * distance];
  const [mx, my] = on(far - 62);
  const way = polyline([on(40), on(far - 76)]);
  const bar = line(mx - dy * 30, my + dx * 30, mx + dy * 30, my - dx * 30);
  return stroke(way, tone.body, 14) + stroke(way, ice, 5, dotted('3 15')) + stroke(bar, tone.body, 18, { 'stroke-linecap': 'round' }) + stroke(bar, ice, 9, { 'stroke-linecap': 'round' });
}

function ends(): string {
  const to = path[path.length - 1] ?? [1680, 330];
  return beacon(path[0] ?? [120, 480], 24, 78) + circle(to, 24, { fill: tone.body, stroke: amber, 'stroke-width': 6 }) + ring(to, 10, white, 4);
}

export const routing: Picture = {
  name: 'post-routing',
  title: 'A route with seals',
  alt: 'Drawing: networks as circles joined by lines, an amber route crosses four of them, a tick in each, another route ends at a bar.',
  width: 1800,
  height: 750,
  focal: [0.5, 0.48],
  draw,
};
