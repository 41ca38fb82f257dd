import { amber, ice, navy, type Tone } from '../kit/palette';
import { ground, packet } from '../kit/parts';
import type { Picture } from '../kit/picture';
import { along } from '../kit/route';
import { blob } from '../kit/city';
import { dotted, fill, group, line, num, polyline, stroke, type Point } from '../kit/svg';

/** Programs as boxes on two floors of an isometric grid; every call between them carries a credential. */

const tone: Tone = { ...navy, from: '#1d4175', to: '#0c1c3a', body: '#1a3866' };
const [stepX, stepY] = [64, 32];

/** The middle of a cell of the grid. */
const cell = (u: number, v: number): Point => [900 + (u - v) * stepX, 394 + (u + v) * stepY];

/** Fourteen programs and, between the two clouds, the one that they meet at. */
const services: readonly (readonly [u: number, v: number])[] = [
  [0, 0], [-6, 0], [-3, 0], [-3, 3], [-6, 3], [-3, 6], [0, 3], [0, 6],
  [0, -3], [3, -3], [0, -6], [3, -6], [6, -3], [3, 0], [6, 0],
];
/** Pairs of services, each in line along one axis of the grid. */
const calls: readonly (readonly [from: number, to: number])[] = [
  [2, 0], [8, 0], [0, 6], [0, 13], [1, 2], [1, 4], [4, 3], [2, 3], [3, 5], [3, 6], [6, 7],
  [8, 9], [8, 10], [10, 11], [11, 9], [9, 12], [9, 13], [13, 14],
];
const caller = 0;

function draw(): string {
  const order = services.map(([u, v], index) => ({ u, v, index })).sort((a, b) => a.u + a.v - b.u - b.v);
  return [
    ground(tone, 1800, 750, [900, 360]), floor(), ...zones(), ...calls.map(call),
    ...order.map(({ u, v, index }) => cube(cell(u, v), 50, index === caller ? amber : ice)),
  ].join('');
}

function floor(): string {
  const lines: string[] = [];
  for (let k = -26; k <= 26; k += 2) lines.push(line(...cell(k + 0.5, -30), ...cell(k + 0.5, 30)), line(...cell(-30, k + 0.5), ...cell(30, k + 0.5)));
  return stroke(lines.join(''), '#7c9fd0', 1.5, { opacity: 0.16 });
}

/** Two clouds: the ground that one administration looks after. */
function zones(): string[] {
  const corners = [[-7.4, -1.4], [-1.5, -1.4], [-1.5, 1.5], [1.5, 1.5], [1.5, 7.4], [-4.5, 7.4], [-4.5, 4.5], [-7.4, 4.5]] as const;
  return [1, -1].map((side) => {
    const shape = blob(corners.map(([u, v]) => cell(u * side, v * side)), 22);
    return fill(shape, tone.bright, { opacity: 0.07 }) + stroke(shape, tone.bright, 2.5, { opacity: 0.5, ...dotted('4 10') });
  });
}

function call([from, to]: readonly [number, number]): string {
  const [a, b] = [services[from], services[to]];
  if (a === undefined || b === undefined) return '';
  const points = [cell(...a), cell(...b)];
  const { x, y, dx, dy } = along(points, 0.5);
  const lit = from === caller || to === caller;
  const mark = `M${num(x - dx * 17)} ${num(y - dy * 17)}L${num(x + dx * 17)} ${num(y + dy * 17)}`;
  return stroke(polyline(points), lit ? tone.bright : tone.line, 4) + packet(mark, lit ? amber : ice, 14);
}

/** A cube that stands on a cell. */
function cube([x, y]: Point, size: number, edge: string): string {
  const [w, h] = [size, size / 2];
  const top = `M${num(x - w)} ${num(y - w)}l${w} ${-h} ${w} ${h} ${-w} ${h}z`;
  const left = `M${num(x - w)} ${num(y - w)}l${w} ${h}v${w}l${-w} ${-h}z`;
  const right = `M${num(x + w)} ${num(y - w)}l${-w} ${h}v${w}l${w} ${-h}z`;
  const lit = edge === amber;
  return group({ stroke: edge, 'stroke-width': 3.2, 'stroke-linejoin': 'round' },
    fill(top, lit ? '#5d5a5c' : '#2a5490'), fill(left, '#1d4078'), fill(right, '#142e5a'));
}

export const wimse: Picture = {
  name: 'post-wimse',
  title: 'Programs that show who they are',
  alt: 'Drawing: boxes on an isometric floor, in two dashed areas, call each other along lines, the amber box between the areas too.',
  width: 1800,
  height: 750,
  focal: [0.5, 0.5],
  draw,
};
