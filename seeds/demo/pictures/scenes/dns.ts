import { amber, ice, navy, type Tone } from '../kit/palette';
import { ground, hop } from '../kit/parts';
import type { Picture } from '../kit/picture';
import { range } from '../kit/random';
import { circle, dots, line, ring, stroke, type Point } from '../kit/svg';

/** The tree of names, its root at the bottom, and the way one question goes down it. */

const tone: Tone = { ...navy, from: '#0e4470', to: '#07233c', body: '#0a3052' };
const root: Point = [800, 1010];
const radii = [0, 330, 590, 800, 930];
const counts = [1, 13, 26, 78, 156];
/** The branch that is lit, by its place on each level. */
const asked = [0, 4, 9, 28, 57];

function at(level: number, index: number): Point {
  const count = counts[level] ?? 1;
  const angle = Math.PI * (1 + (index + 0.5) / count);
  const radius = radii[level] ?? 0;
  return [root[0] + Math.cos(angle) * radius, root[1] + Math.sin(angle) * radius];
}

const parentOf = (level: number, index: number): number => Math.floor(index * (counts[level - 1] ?? 1) / (counts[level] ?? 1));

function draw(): string {
  const widths = [0, 5, 3.5, 2, 1.6];
  const colours = [ice, tone.bright, tone.line, tone.soft, tone.soft];
  const links = [4, 3, 2, 1].map((level) => stroke(branches(level), colours[level] ?? ice, widths[level] ?? 2));
  const shells = radii.slice(1).map((radius) => ring(root, radius, tone.bright, 1.5, { opacity: 0.16, 'stroke-dasharray': '3 10' }));
  return [
    ground(tone, 1600, 1000, [800, 1000]), ...shells, ...links,
    dots(range(156).map((index) => at(4, index)), 4, tone.bright),
    dots(range(78).map((index) => at(3, index)), 6, tone.bright),
    question(),
    ...range(26).map((index) => hop(at(2, index), 11, tone.body, index === asked[2] ? amber : tone.bright, 4)),
    ...range(13).map((index) => hop(at(1, index), 19, tone.body, index === asked[1] ? amber : ice, 6)),
    circle(root, 96, { fill: tone.body, stroke: ice, 'stroke-width': 7 }), circle([root[0], root[1] - 44], 20, { fill: amber }),
  ].join('');
}

function branches(level: number): string {
  return range(counts[level] ?? 0).map((index) => line(...at(level - 1, parentOf(level, index)), ...at(level, index))).join('');
}

/** From the root to the answer. */
function question(): string {
  const points = asked.map((index, level) => at(level, index));
  const path = points.slice(1).map((point, index) => line(...(points[index] ?? root), ...point)).join('');
  const end = points[4] ?? root;
  return [
    stroke(path, amber, 6, { 'stroke-linecap': 'round' }),
    circle(end, 40, { fill: amber, opacity: 0.2 }), circle(end, 17, { fill: amber, stroke: '#fff', 'stroke-width': 4.5 }),
    hop(points[3] ?? root, 10, tone.body, amber, 4.5),
  ].join('');
}

export const dns: Picture = {
  name: 'topic-dns',
  title: 'The tree of names',
  alt: 'Drawing: a tree of names fans out from its root in four levels, one way from the root to a single name is amber.',
  width: 1600,
  height: 1000,
  focal: [0.5, 0.55],
  draw,
};
