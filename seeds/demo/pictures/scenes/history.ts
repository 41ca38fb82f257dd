import { amber, ice, terracotta, white, type Tone } from '../kit/palette';
import { beacon, ground } from '../kit/parts';
import type { Picture } from '../kit/picture';
import { random, range, type Random } from '../kit/random';
import { circle, dots, line, num, ring, spoke, stroke, type Point } from '../kit/svg';

/** Annual rings: a ring for every year since the first RFC, wider when many were published, with a document for every few of them. */

const tone: Tone = { ...terracotta, from: '#7d5230', to: '#2b190f', body: '#51331c', faint: '#6b4526', soft: '#a8794c', line: '#d3a878', bright: '#f3d9b4' };
const centre: Point = [1130, 375];
/** Roughly how many RFCs appeared in each year from 1969: enough for the depth of a ring, no source for a number. */
const years = [
  25, 58, 180, 131, 163, 56, 23, 11, 18, 8, 6, 17, 29, 35, 49, 40, 42, 31, 51, 42,
  70, 72, 98, 105, 174, 185, 131, 173, 190, 232, 259, 214, 195, 227, 235, 290, 327, 459, 320, 293,
  284, 364, 390, 341, 263, 303, 300, 310, 263, 208, 182, 209, 242, 235, 193, 180, 190,
] as const;

interface Year { readonly radius: number; readonly depth: number; readonly count: number }

function draw(): string {
  const rng = random(1969);
  const rings = growth();
  return [
    ground(tone, 1800, 750, centre), ...rings.map((year, index) => wood(year, index)), ...rings.map((year, index) => documents(rng, year, index)),
    rays(rng), core(rings), beacon(centre, 13, 46),
  ].join('');
}

/** Each ring with its middle radius and its depth: a little for the year, more for what it brought. */
function growth(): Year[] {
  let from = 20;
  return years.map((count) => {
    const depth = 7 + Math.sqrt(count) * 0.92;
    const radius = from + depth / 2;
    from += depth;
    return { radius, depth, count };
  });
}

/** The rings lie a little aside of each other, as in a trunk that leans. */
function middle(radius: number): Point {
  return [centre[0] - radius * 0.06, centre[1] + radius * 0.015];
}

function wood({ radius, depth, count }: Year, index: number): string {
  const decade = (index + 1969) % 10 === 0;
  const band = circle(middle(radius), radius, { fill: 'none', stroke: tone.line, 'stroke-width': num(depth - 2.5), opacity: num(0.07 + count / 2600) });
  return band + ring(middle(radius), radius + depth / 2, decade ? tone.bright : tone.line, decade ? 3 : 1.4, { opacity: decade ? 0.75 : 0.4 });
}

/** One short mark for about five documents, spread round the ring. */
function documents(rng: Random, { radius, count }: Year, index: number): string {
  const around = Math.max(1, Math.round(count / 5));
  const length = Math.min(15, Math.PI * radius / around);
  const step = Math.PI * 2 * radius / around;
  const dashes = { 'stroke-dasharray': `${num(length)} ${num(step - length)}`, 'stroke-dashoffset': num(rng.between(0, step)) };
  return ring(middle(radius), radius, index % 9 === 4 ? ice : tone.bright, 5, { ...dashes, opacity: 0.78 });
}

/** Cracks from the bark inwards. */
function rays(rng: Random): string {
  return stroke(range(9).map((index) => spoke(centre, index * 0.7 + rng.between(0, 0.5), rng.between(180, 420), rng.between(520, 1100))).join(''), tone.to, 2.4, { opacity: 0.5 });
}

/** A sample drilled from the first year to this one, with a hop for every decade. */
function core(rings: readonly Year[]): string {
  const decades = rings.filter((_, index) => (index + 1969) % 10 === 0).map(({ radius, depth }): Point => [middle(radius)[0] - radius - depth / 2, centre[1]]);
  const last = rings[rings.length - 1];
  const end = last === undefined ? 100 : Math.max(70, middle(last.radius)[0] - last.radius);
  const way = line(end, centre[1], ...centre);
  return stroke(way, tone.to, 40, { 'stroke-linecap': 'round' }) + stroke(way, tone.body, 32, { 'stroke-linecap': 'round' }) + stroke(way, amber, 5)
    + dots(decades, 14, ice) + dots(decades, 9, tone.body) + dots([[end, centre[1]]], 11, white);
}

export const history: Picture = {
  name: 'post-history',
  title: 'Annual rings',
  alt: 'Drawing: rings as of a tree, one for each year since 1969, set with small marks for documents, an amber line from the first ring outwards.',
  width: 1800,
  height: 750,
  focal: [0.5, 0.5],
  draw,
};
