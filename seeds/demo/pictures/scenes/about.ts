import { amber, ice, teal, white } from '../kit/palette';
import { dash, ground, hop, packet, page } from '../kit/parts';
import type { Picture } from '../kit/picture';
import { random, range, type Random } from '../kit/random';
import { rounded } from '../kit/route';
import { circle, dots, ring, stroke, type Point } from '../kit/svg';

/** Many come, one text leaves: the routes of many gather in a ring and go on as one. */

const count = 21;
const middle = (count - 1) / 2;
const heart: Point = [1010, 500];
const [laneGap, startGap, join] = [17, 47, 700];

function draw(): string {
  const rng = random(2418);
  const routes = range(count).map((index) => come(rng, index));
  const colours = [teal.soft, teal.line, teal.soft, teal.bright] as const;
  const paths = routes.map((points, index) => {
    const chosen = index === 14 ? amber : (colours[index % colours.length] ?? teal.soft);
    return stroke(rounded(points, 46), chosen, index === 14 ? 4 : 2.5);
  });
  return [
    ground(teal, 1600, 1000, heart),
    ...echoes(),
    ...paths,
    packets(rng, routes),
    dots(routes.flatMap(([start]) => (start === undefined ? [] : [start])), 9, teal.body),
    ...routes.map(([start], index) => (start === undefined ? '' : hop(start, 9, teal.body, index === 14 ? amber : ice, 3.5))),
    centre(),
    leave(),
  ].join('');
}

function come(rng: Random, index: number): Point[] {
  const from = 500 + (index - middle) * startGap;
  const lane = 500 + (index - middle) * laneGap;
  const end = join - Math.abs(index - middle) * laneGap * 0.41;
  const bend = end - Math.abs(lane - from);
  const meet = 500 + (index - middle) * 3.2;
  const inner = heart[0] - 62 - Math.abs(lane - meet);
  const start = Math.min(bend - 60, rng.between(60, 330));
  return [[start, from], [bend, from], [end, lane], [inner, lane], [heart[0] - 62, meet], [heart[0] - 30, meet]];
}

function echoes(): string[] {
  return [260, 330, 410, 500, 600].map((radius, index) =>
    ring(heart, radius, teal.bright, 1.5, { opacity: 0.2 - index * 0.035, 'stroke-dasharray': '3 11' }));
}

/** Packets before, on and after the slant, never in a bend. */
function packets(rng: Random, routes: readonly Point[][]): string {
  const on = (index: number, first: number, share: number, length: number): string => {
    const [a, b] = [routes[index]?.[first], routes[index]?.[first + 1]];
    return a === undefined || b === undefined ? '' : dash([a, b], share, length);
  };
  const early = [1, 4, 8, 11, 16, 19].map((index) => on(index, 0, rng.between(0.4, 0.7), rng.pick([16, 26, 40]))).join('');
  const slant = [2, 6, 17].map((index) => on(index, 1, rng.between(0.35, 0.6), rng.pick([16, 26, 40]))).join('');
  const late = [0, 5, 9, 12, 18, 20].map((index) => on(index, 2, rng.between(0.35, 0.65), rng.pick([16, 26]))).join('');
  return packet(early + slant + late, ice, 8) + packet(on(14, 0, 0.45, 40) + on(14, 2, 0.6, 26), amber, 9);
}

function centre(): string {
  return [
    ring(heart, 196, ice, 3),
    ring(heart, 214, teal.line, 2, { opacity: 0.6 }),
    circle(heart, 52, { fill: teal.body, stroke: ice, 'stroke-width': 6 }),
    circle(heart, 24, { fill: amber }),
  ].join('');
}

function leave(): string {
  const out: readonly Point[] = [[heart[0] + 54, 500], [1290, 500]];
  const on: readonly Point[] = [[1390, 500], [1640, 500]];
  const text = page({ at: [1345, 500], width: 150, height: 194, lines: 7, paper: white, edge: white, title: amber, ink: teal.soft });
  const packets = packet(dash(out, 0.3, 30) + dash(on, 0.52, 44), ice, 11);
  return stroke(rounded(out, 1) + rounded(on, 1), ice, 5) + packets + text;
}

export const about: Picture = {
  name: 'section-about',
  title: 'Many come, one text leaves',
  alt: 'Drawing: twenty-one routes start apart, gather in a ring and leave it as one line with a single document on it.',
  width: 1600,
  height: 1000,
  focal: [0.6, 0.5],
  draw,
};
