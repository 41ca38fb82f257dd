import { amber, ice, navy, type Tone } from '../kit/palette';
import { ground, packet } from '../kit/parts';
import type { Picture } from '../kit/picture';
import { along } from '../kit/route';
import { fill, group, line, num, polyline, stroke, type Point } from '../kit/svg';

/** Programs as boxes on two floors of an isometric grid; every call between them carries a credential. */

const tone: Tone = { ...navy, from: '#1d4175', to: '#0c1c3a', body: '#1a3866' };
const [stepX, stepY] = [64, 32];

/** The middle of a cell of the grid. */
const cell = (u: number, v: number): Point => [900 + (u - v) * stepX, 380 + (u + v) * stepY];

const services: readonly (readonly [u: number, v: number])[] = [
  [-7, -1], [-4, -1], [-4, -4], [-7, 3], [-4, 5], [-1, 2], [-1, -4], [2, -1], [2, -4], [5, -1], [5, -4], [2, 2], [8, -7], [5, -7],
];
/** Pairs of services, each in line along one axis of the grid. */
const calls: readonly (readonly [from: number, to: number])[] = [
  [0, 1], [1, 2], [0, 3], [2, 6], [1, 4], [6, 8], [8, 7], [7, 9], [8, 10], [10, 9], [7, 11], [5, 11], [10, 13], [13, 12],
];
const caller = 8;

function draw(): string {
  const order = services.map(([u, v], index) => ({ u, v, index })).sort((a, b) => a.u + a.v - b.u - b.v);
  return [
    ground(tone, 1800, 750, [1000, 330]), floor(), ...zones(), ...calls.map(call),
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
  const areas = [[-8.6, -5.6, -2.4, 6.6], [0.4, -8.6, 9.6, 3.6]] as const;
  return areas.map(([u1, v1, u2, v2]) => {
    const shape = polyline([cell(u1, v1), cell(u2, v1), cell(u2, v2), cell(u1, v2)], true);
    return fill(shape, tone.bright, { opacity: 0.07 }) + stroke(shape, tone.bright, 2.5, { opacity: 0.5, 'stroke-dasharray': '4 10', 'stroke-linecap': 'round' });
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
  alt: 'Drawing: boxes on an isometric floor, in two dashed areas, call each other along lines, one box and its calls amber.',
  width: 1800,
  height: 750,
  focal: [0.52, 0.45],
  draw,
};
