import { amber, green, ice } from '../kit/palette';
import { ground } from '../kit/parts';
import type { Picture } from '../kit/picture';
import { random, range, type Random } from '../kit/random';
import { circle, dotted, line, num, stroke, type Point } from '../kit/svg';

/** A day of a network: links that carry traffic are bright, links that sleep are dotted; the sun goes over it. */

const [columns, left, step, rise, ground0] = [72, 118, 22, 24, 660];
const most = 20;
const now = 59;

function draw(): string {
  const rng = random(24);
  const loads = range(columns).map((index) => load(rng, index / columns));
  const sun: Point = arcAt(now / columns);
  return [
    ground(green, 1800, 750, sun),
    arc(), asleep(loads), awake(loads), capacity(),
    stroke(line(60, ground0 + 22, 1740, ground0 + 22), green.line, 2.5), hours(),
    circle(sun, 74, { fill: amber, opacity: 0.13 }), circle(sun, 46, { fill: amber, opacity: 0.2 }),
    circle(sun, 24, { fill: amber, stroke: '#fff', 'stroke-width': 6 }),
  ].join('');
}

/** How many links the traffic of this hour needs: little at night, most in the evening. */
function load(rng: Random, day: number): number {
  const hump = (centre: number, width: number, tall: number): number => tall * Math.exp(-(((day - centre) / width) ** 2));
  return Math.round(3.4 + hump(0.45, 0.13, 9) + hump(0.83, 0.095, 13.5) + hump(0.63, 0.1, 5) + rng.between(-0.8, 0.8));
}

const x = (index: number): number => left + index * step;
const y = (link: number): number => ground0 - link * rise;

function awake(loads: readonly number[]): string {
  const runs = (from: number, to: (count: number) => number): string =>
    loads.map((count, index) => (index === now ? '' : segments(index, from, to(count)))).join('');
  const low = runs(0, (count) => Math.min(count, 6));
  const high = runs(6, (count) => Math.min(count, 12));
  const top = runs(12, (count) => count);
  const round = { 'stroke-linecap': 'round' };
  return [
    stroke(low, green.line, 12, round), stroke(high, green.bright, 12, round), stroke(top, ice, 12, round),
    stroke(segments(now, 0, loads[now] ?? 0), amber, 12, round),
  ].join('');
}

/** Links of one column, as short level dashes. */
function segments(index: number, from: number, to: number): string {
  return range(Math.max(0, to - from)).map((link) => `M${num(x(index) - 3)} ${num(y(from + link))}h6`).join('');
}

function asleep(loads: readonly number[]): string {
  const d = loads.map((count, index) => (count >= most ? '' : `M${x(index)} ${y(count)}V${y(most - 1)}`)).join('');
  return stroke(d, green.line, 4, { ...dotted(`0 ${rise}`), opacity: 0.4 });
}

function capacity(): string {
  return stroke(line(60, y(most) + 2, 1740, y(most) + 2), green.bright, 2.5, { 'stroke-dasharray': '12 10', opacity: 0.7 });
}

function hours(): string {
  return stroke(range(25).map((hour) => {
    const at = left - step / 2 + hour * step * 3;
    return line(at, ground0 + 22, at, ground0 + (hour % 6 === 0 ? 48 : 36));
  }).join(''), green.line, 2.5);
}

function arcAt(share: number): Point {
  const angle = Math.PI * (1 + share);
  return [900 + Math.cos(angle) * 850, 682 + Math.sin(angle) * 590];
}

function arc(): string {
  const points = range(61).map((index) => arcAt(index / 60));
  return stroke(points.map(([px, py], index) => `${index === 0 ? 'M' : 'L'}${num(px)} ${num(py)}`).join(''), green.bright, 2.5, { opacity: 0.5 });
}

export const greenPost: Picture = {
  name: 'post-green',
  title: 'Links that sleep',
  alt: 'Drawing: a day as seventy-two columns, bright for links that carry traffic and dotted for links asleep, an amber sun above.',
  width: 1800,
  height: 750,
  focal: [0.62, 0.5],
  draw,
};
