import { amber, green, ice, white, type Tone } from '../kit/palette';
import { ground } from '../kit/parts';
import { graticule, greatCircle, orthographic } from '../kit/globe';
import { post } from '../kit/post';
import { range } from '../kit/random';
import { rounded } from '../kit/route';
import { box, circle, dots, dotted, num, polyline, ring, spoke, stroke, type Point } from '../kit/svg';
import { landDots } from '../kit/world';

/** The globe on a cable, and a meter beside it whose needle says less than one would like: the dashes are what it may be. */

const tone: Tone = { ...green, from: '#1f5f63', to: '#062328', body: '#0d3c42', faint: '#1d5c60', soft: '#3f8a86', line: '#74bcb0', bright: '#b5e8da' };
const [globe, radius]: readonly [Point, number] = [[500, 500], 318];
const [dial, size]: readonly [Point, number] = [[1260, 520], 220];
const view = orthographic(globe, radius, [8, 28]);
const towns: readonly Point[] = [[-6, 53], [8, 50], [24, 60], [18, -33], [77, 28], [-43, -22], [37, -1], [55, 25], [-74, 41]];
const routes = [[0, 8], [1, 7], [7, 4], [3, 6], [1, 2], [5, 0], [6, 7]] as const;

const seen = (points: readonly Point[]): Point[] => points.map(view).filter((at): at is Point => at !== undefined);

function draw(): string {
  const lines = graticule(30, -90, 90).map((run) => polyline(seen(run))).join('');
  const arcs = routes.map(([from, to]) => polyline(seen(greatCircle(towns[from] ?? [0, 0], towns[to] ?? [0, 0], 14)))).join('');
  return [
    ground(tone, 1600, 1000, globe), circle(globe, radius + 60, { fill: tone.bright, opacity: 0.07 }), cable(), circle(globe, radius, { fill: tone.body, stroke: ice, 'stroke-width': 8 }),
    stroke(lines, tone.soft, 2, { opacity: 0.45 }), dots(seen(landDots(4.2, -60)), 4.6, tone.line), stroke(arcs, ice, 3.5), ...seen(towns).map(warm), meter(),
  ].join('');
}

/** A place with machines, and the heat about it. */
function warm(at: Point, index: number): string {
  return circle(at, 34 - index % 3 * 6, { fill: amber, opacity: 0.22 }) + circle(at, 11, { fill: amber, stroke: white, 'stroke-width': 3.5 });
}

function cable(): string {
  const way = rounded([[globe[0] + radius - 10, 500], [900, 500], [900, 650], [980, 650], [980, 520], [dial[0] - size, 520]], 40);
  return stroke(way, tone.to, 26) + stroke(way, ice, 13) + stroke(way, tone.soft, 5, { 'stroke-dasharray': '26 20' });
}

function meter(): string {
  const [low, high] = [-Math.PI * 0.86, -Math.PI * 0.14];
  const angle = (share: number): number => low + (high - low) * share;
  const arc = (from: number, to: number, far: number): string => {
    const [a, b] = [angle(from), angle(to)];
    const at = (turn: number): string => `${num(dial[0] + Math.cos(turn) * far)} ${num(dial[1] + 40 + Math.sin(turn) * far)}`;
    return `M${at(a)}A${far} ${far} 0 0 1 ${at(b)}`;
  };
  const foot: Point = [dial[0], dial[1] + 40];
  const ticks = range(21).map((index) => spoke(foot, angle(index / 20), 168, index % 5 === 0 ? 138 : 152)).join('');
  const maybe = [0.34, 0.42, 0.5, 0.74, 0.82, 0.9].map((share) => spoke(foot, angle(share), 30, 128)).join('');
  return ring(dial, size, tone.to, 26) + circle(dial, size, { fill: tone.body, stroke: ice, 'stroke-width': 10 }) + stroke(ticks, ice, 6) + stroke(arc(0.3, 0.94, 186), amber, 11, { opacity: 0.55 })
    + stroke(maybe, amber, 4, { ...dotted('1 10'), opacity: 0.9 }) + stroke(spoke(foot, angle(0.62), 0, 150), amber, 12, { 'stroke-linecap': 'round' }) + circle(foot, 21, { fill: amber, stroke: white, 'stroke-width': 6 })
    + box(dial[0] - 78, dial[1] + 96, 156, 52, { rx: 10, fill: tone.to, stroke: tone.line, 'stroke-width': 4 }) + stroke(`M${dial[0] - 54} ${dial[1] + 122}h26m14 0h26m14 0h26`, amber, 9, { 'stroke-linecap': 'round' });
}

export const planet = post('planet', {
  title: 'What does it draw?',
  alt: 'Drawing: a globe of dots with warm amber places and lines between them hangs on a cable from a meter, whose needle stands among dotted ones.',
}, draw);
