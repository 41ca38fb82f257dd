import { amber, ice, navy } from '../kit/palette';
import { ground, hop, page, stop, traffic, trunk, type Trunk } from '../kit/parts';
import type { Picture } from '../kit/picture';
import { random } from '../kit/random';
import { element, line, stroke, type Point } from '../kit/svg';

const tones = [navy.soft, navy.faint, navy.soft, navy.line, navy.soft, navy.bright] as const;

function way(points: readonly Point[], count: number, more: Partial<Trunk> = {}): Trunk {
  return { points, count, gap: 17, radius: 84, colours: tones, width: 3, casing: '#0b2741', ...more };
}

const far: readonly Trunk[] = [
  way([[-40, 770], [760, 770], [1010, 520], [1330, 520], [1900, -50]], 5, { width: 2, colours: [navy.faint] }),
  way([[300, 1000], [870, 430], [1180, 430], [1640, 890], [2440, 890]], 4, { width: 2, colours: [navy.faint] }),
];

const near: readonly Trunk[] = [
  way([[1010, 1010], [1370, 650], [1660, 650], [2060, 250], [2440, 250]], 8),
  way([[1500, -40], [1500, 130], [1720, 350], [1940, 350], [2450, 860]], 6),
  way([[2440, 620], [2130, 620], [1900, 850], [1640, 850], [1480, 1010]], 5),
];

const stations: readonly (readonly [x: number, y: number, size: number])[] = [
  [1500, 650, 120], [1830, 350, 96], [2210, 250, 96], [2090, 620, 120], [1770, 850, 88],
];

/** Stations and crossings. */
const clear = [
  [1500, 650, 90], [1830, 350, 75], [2210, 250, 75], [2090, 620, 90], [1770, 850, 70], [1950, 360, 130], [2210, 620, 120],
] as const;

function draw(): string {
  const rng = random(110);
  const columns = Array.from({ length: 31 }, (_, index) => line(index * 75 + 75, 0, index * 75 + 75, 960)).join('');
  const colours = [ice, navy.bright, navy.line, ice, amber, navy.bright, ice, navy.line, navy.bright] as const;
  return [
    ground(navy, 2400, 960, [1900, 460]),
    stroke(columns, navy.bright, 1.5, { opacity: 0.06 }),
    ...far.map((item) => trunk(item)),
    ...near.map((item) => trunk(item) + traffic(rng, { trunk: item, count: 11, size: 9, colours, from: 0.06, to: 0.94, clear })),
    ...stations.map(([x, y, size], index) => station([x, y], size, index === 0 ? amber : ice)),
    calm(),
  ].join('');
}

function station(at: Point, size: number, title: string): string {
  const card = page({ at, width: size, height: size, lines: 4, paper: navy.body, edge: ice, title, ink: navy.line });
  return card + hop([at[0] - size / 2, at[1]], 9, navy.body, navy.bright) + hop([at[0] + size / 2, at[1]], 9, navy.body, navy.bright);
}

/** The left third is left for words. */
function calm(): string {
  const stops = stop(0, navy.to) + stop(0.34, navy.to, 0.92) + stop(0.62, navy.to, 0);
  const defs = element('defs', {}, element('linearGradient', { id: 'calm' }, stops));
  return defs + element('rect', { width: 2400, height: 960, fill: 'url(#calm)' });
}

export const hero: Picture = {
  name: 'home-hero',
  title: 'Routes between documents',
  alt: 'Drawing: bundles of thin routes cross and bend between five documents, packets under way on them, a few of them amber.',
  width: 2400,
  height: 960,
  focal: [0.78, 0.5],
  draw,
};
