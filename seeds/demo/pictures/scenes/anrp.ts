import { amber, ice, indigo, type Tone } from '../kit/palette';
import { ground } from '../kit/parts';
import type { Picture } from '../kit/picture';
import { random, range, type Random } from '../kit/random';
import { circle, dots, dotted, line, polyline, ring, spoke, stroke, type Point } from '../kit/svg';

/** Measurements for a prize: curves that rise through their samples, and a medal where the best of them arrives. */

interface Curve { readonly tall: number; readonly middle: number; readonly steep: number; readonly noise: number }

const tone: Tone = { ...indigo, from: '#35397f', to: '#12133a', body: '#232761' };
const [left, right, floor, ceiling] = [100, 1740, 650, 70];
const medal: Point = [1420, 190];
const curves: readonly Curve[] = [
  { tall: 190, middle: 1160, steep: 260, noise: 20 }, { tall: 285, middle: 1060, steep: 220, noise: 22 },
  { tall: 350, middle: 880, steep: 250, noise: 26 }, { tall: 385, middle: 1250, steep: 150, noise: 18 },
];
const best: Curve = { tall: 486, middle: 830, steep: 165, noise: 15 };

function draw(): string {
  const rng = random(2026);
  return [
    ground(tone, 1800, 750, medal),
    grid(),
    ...curves.flatMap((curve, index) => measured(rng, curve, index)),
    winner(rng),
    ...axes(),
    ...award(),
  ].join('');
}

function height({ tall, middle, steep }: Curve, x: number): number {
  return floor - 14 - tall / (1 + Math.exp((middle - x) / steep));
}

function curveLine(curve: Curve, to = right): string {
  const count = Math.round((to - left) / 20);
  return polyline(range(count + 1).map((index) => {
    const x = left + (to - left) * index / count;
    return [x, height(curve, x)] as const;
  }));
}

function grid(): string {
  const upright = range(21).map((index) => line(left + index * 82, ceiling, left + index * 82, floor));
  const level = range(8).map((index) => line(left, floor - index * 82, right, floor - index * 82));
  return stroke(upright.join('') + level.join(''), tone.line, 1.4, { opacity: 0.24 });
}

/** Samples close to a curve, closer where it is flat. */
function samples(rng: Random, curve: Curve, step: number, to: number): Point[] {
  const count = Math.floor((to - left - 20) / step);
  return range(count).map((index) => {
    const x = left + 24 + index * step + rng.between(-0.25, 0.25) * step;
    return [x, Math.min(floor - 8, height(curve, x) + rng.between(-1, 1) * rng.between(0.2, 1) * curve.noise)] as const;
  });
}

function measured(rng: Random, curve: Curve, index: number): string[] {
  const colour = [tone.soft, tone.line, tone.soft, tone.bright][index] ?? tone.line;
  const points = samples(rng, curve, 27, right);
  const pattern = index % 2 === 0 ? dotted('1 9') : {};
  return [
    stroke(curveLine(curve), colour, 3.2, { opacity: 0.9, ...pattern }),
    dots(points, 5, colour, { opacity: 0.85 }),
    index === 1 ? dots(points.filter((_, at) => at % 3 === 0), 2.4, tone.body) : '',
  ];
}

/** The best curve: two bounds beside it, samples with their spread, all up to the medal. */
function winner(rng: Random): string {
  const to = medal[0];
  const points = samples(rng, best, 38, to - 90);
  const spread = points.map(([x, y]) => {
    const half = rng.between(14, 34);
    return line(x, y - half, x, y + half) + line(x - 7, y - half, x + 7, y - half) + line(x - 7, y + half, x + 7, y + half);
  }).join('');
  const band = polyline([...edge(1, to), ...edge(-1, to).reverse()], true);
  return [
    `<path d="${band}" fill="${tone.bright}" opacity="0.16"/>`,
    stroke(spread, tone.bright, 2.2, { opacity: 0.75 }),
    stroke(curveLine(best, to), tone.body, 13), stroke(curveLine(best, to), ice, 6),
    dots(points, 9, ice), dots(points, 5, tone.body),
  ].join('');
}

function edge(side: number, to: number): Point[] {
  return range(45).map((index) => {
    const x = left + (to - left) * index / 44;
    return [x, Math.min(floor - 2, height(best, x) + side * (12 + 26 * index / 44))] as const;
  });
}

function axes(): string[] {
  const ticks = range(81).map((index) => {
    const x = left + index * 20.5 - 10.25;
    return index === 0 ? '' : line(x, floor, x, floor + (index % 4 === 2 ? 24 : 12));
  });
  const side = range(29).map((index) => line(left - (index % 4 === 0 ? 24 : 12), floor - index * 20.5, left, floor - index * 20.5));
  return [stroke(ticks.join('') + side.join(''), tone.line, 2.2), stroke(`M${left} ${ceiling}V${floor}H${right}`, ice, 3)];
}

function award(): string[] {
  const rays = range(48).map((index) => spoke(medal, index * Math.PI / 24, 96, index % 4 === 0 ? 122 : 110)).join('');
  return [
    circle(medal, 150, { fill: amber, opacity: 0.1 }), circle(medal, 122, { fill: amber, opacity: 0.12 }),
    circle(medal, 84, { fill: tone.body }),
    stroke(rays, amber, 4, { 'stroke-linecap': 'round' }),
    ring(medal, 76, amber, 17), ring(medal, 76, '#fff', 2.4, { opacity: 0.75 }),
    ring(medal, 50, amber, 3, dotted('0 11.2')),
    circle(medal, 26, { fill: amber, stroke: '#fff', 'stroke-width': 6 }),
  ];
}

export const anrp: Picture = {
  name: 'post-anrp',
  title: 'Measured, and rising',
  alt: 'Drawing: five measured curves rise through their sample points over a fine grid, the best one to an amber ring like a medal.',
  width: 1800,
  height: 750,
  focal: [0.72, 0.4],
  draw,
};
