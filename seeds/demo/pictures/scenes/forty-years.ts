import { amber, ice, terracotta } from '../kit/palette';
import { beacon, ground, hop } from '../kit/parts';
import { post } from '../kit/post';
import { range } from '../kit/random';
import { dots, dotted, num, polyline, stroke, type Point } from '../kit/svg';

/** Forty years as a spiral that begins with twenty-one people; the beads beside a year are the standards of that year. */

const years = 40;
const turns = 2.35;

function at(year: number, beside = 0): Point {
  const angle = -0.2 - (1 - year / years) * turns * Math.PI * 2;
  const radius = 92 + 218 * (year / years) ** 0.92;
  const wide = 1.85;
  const [nx, ny] = [Math.cos(angle) / wide, Math.sin(angle)];
  const length = Math.hypot(nx, ny) || 1;
  return [800 + Math.cos(angle) * radius * wide + nx / length * beside, 500 + Math.sin(angle) * radius + ny / length * beside];
}

function draw(): string {
  const way = polyline(range(241).map((index) => at(index / 6)));
  const ahead = `M${at(years).map(num).join(' ')}C1450 560 1400 780 1660 830`;
  const beads = range(years).flatMap((year) => range(1 + Math.round(year / 9)).map((row) => at(year, 24 + row * 14)));
  return [
    ground(terracotta, 1600, 1000, [800, 500]), stroke(way, terracotta.body, 22), stroke(way, terracotta.bright, 5), dots(beads, 4.6, terracotta.line),
    stroke(ahead, amber, 6, dotted('1 17')), people(),
    ...range(years).map((year) => (year % 10 === 0 ? hop(at(year), 17, terracotta.body, ice, 7) : hop(at(year), 8.5, terracotta.body, terracotta.bright, 4))),
    beacon(at(years), 26, 90),
  ].join('');
}

/** Those of the first meeting: one in the middle, then six, then fourteen. */
function people(): string {
  const circleOf = (count: number, radius: number): Point[] => range(count).map((index) => [800 + Math.cos(index / count * Math.PI * 2) * radius * 1.7, 500 + Math.sin(index / count * Math.PI * 2) * radius]);
  return dots([...circleOf(1, 0), ...circleOf(6, 24), ...circleOf(14, 48)], 7, ice);
}

export const fortyYears = post('forty-years', {
  title: 'Forty years in a spiral',
  alt: 'Drawing: a spiral of forty beads starts round twenty-one dots and ends at an amber one, a dotted line leads on from there.',
}, draw);
