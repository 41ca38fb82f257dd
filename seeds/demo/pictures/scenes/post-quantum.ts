import { padlock } from '../kit/figures';
import { amber, ice, indigo, white, type Tone } from '../kit/palette';
import { ground, hop } from '../kit/parts';
import { post } from '../kit/post';
import { range } from '../kit/random';
import { rounded } from '../kit/route';
import { circle, dots, dotted, line, polyline, stroke, type Point } from '../kit/svg';

/** The old and the new: an elliptic curve with its chord, laid over a lattice in which the nearest point is hard to find. */

const tone: Tone = { ...indigo, from: '#1f4a72', to: '#0b1434', body: '#132a52', soft: '#3f639c', line: '#6d95cf', bright: '#b3d2f7' };
const [first, second]: readonly [Point, Point] = [[47, 11], [-17, 43]];
const origin: Point = [1010, 640];
const scale = 128;
const middle: Point = [560, 500];

const node = (a: number, b: number): Point => [origin[0] + a * first[0] + b * second[0], origin[1] + a * first[1] + b * second[1]];

function draw(): string {
  const lattice = range(75).flatMap((a) => range(61).map((b) => node(a - 40, b - 30))).filter(([x, y]) => x > -6 && x < 1606 && y > -6 && y < 1006);
  return [ground(tone, 1600, 1000, [1010, 500]), dots(lattice, 4.8, '#4b72ad'), curve(), keys(), chord(), search(), padlock([1330, 300], 1.5, ice, tone.body)].join('');
}

/** y² = x³ − 2x + 1.2, in two halves that meet at its left end. */
const heightAt = (x: number): number => Math.sqrt(Math.max(0, x ** 3 - 2 * x + 1.2));
const onCurve = (x: number, side: 1 | -1): Point => [middle[0] + x * scale, middle[1] - side * heightAt(x) * scale];

function curve(): string {
  const steps = range(91).map((index) => -1.642 + (index / 90) ** 2 * 4.4);
  const d = polyline([...steps.map((x) => onCurve(x, 1)).reverse(), ...steps.map((x) => onCurve(x, -1))]);
  return stroke(d, tone.body, 20, { 'stroke-linejoin': 'round' }) + stroke(d, ice, 7, { 'stroke-linejoin': 'round' });
}

/** Two points, the third on their line, and its mirror image: the sum. */
function chord(): string {
  const [x1, x2] = [-1.45, -0.1];
  const slope = (heightAt(x2) - heightAt(x1)) / (x2 - x1);
  const x3 = slope ** 2 - x1 - x2;
  const third: Point = [middle[0] + x3 * scale, middle[1] - (heightAt(x1) + slope * (x3 - x1)) * scale];
  const sum: Point = [third[0], 2 * middle[1] - third[1]];
  const [p, q] = [onCurve(x1, 1), onCurve(x2, 1)];
  return stroke(line(...p, ...third), tone.bright, 4) + stroke(line(...third, ...sum), tone.bright, 4, dotted('1 11'))
    + [p, q, third].map((at) => hop(at, 15, tone.body, tone.bright, 6)).join('') + circle(sum, 40, { fill: amber, opacity: 0.22 }) + circle(sum, 18, { fill: amber, stroke: white, 'stroke-width': 5 });
}

/** Both secrets lead to one lock, which holds as long as one of them does. */
function keys(): string {
  const ways = [rounded([[759, 675], [900, 534], [1104, 300], [1230, 300]], 60), rounded([[1211, 781], [1330, 662], [1330, 420]], 60)].join('');
  return stroke(ways, tone.body, 14) + stroke(ways, amber, 5, dotted('1 13')) + circle([1330, 310], 140, { fill: tone.bright, opacity: 0.12 });
}

/** The long steps that everyone knows lead past the target; the short ones, amber, are the secret. */
function search(): string {
  const target = node(5, 2);
  const long: Point[] = [origin, node(7, -5), node(10, 1), node(6, 4)];
  const short: Point[] = [origin, node(3, 0), node(3, 2), target];
  return stroke(polyline(long), tone.line, 5, { 'stroke-dasharray': '16 11', 'stroke-linejoin': 'round' }) + long.slice(1).map((at) => hop(at, 11, tone.body, tone.line, 5)).join('')
    + stroke(polyline(short), amber, 8, { 'stroke-linejoin': 'round', 'stroke-linecap': 'round' }) + short.slice(1, 3).map((at) => circle(at, 10, { fill: amber })).join('')
    + hop(origin, 16, tone.body, ice, 7) + circle(target, 62, { fill: amber, opacity: 0.2 }) + circle(target, 22, { fill: amber, stroke: white, 'stroke-width': 6 });
}

export const postQuantum = post('pqc', {
  title: 'A curve over a lattice',
  alt: 'Drawing: a white elliptic curve lies over a lattice of points, beside it an amber way of short steps and a dashed one of long steps; both lead to one padlock.',
}, draw);
