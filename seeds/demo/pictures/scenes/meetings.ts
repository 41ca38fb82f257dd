import { greatCircle, polar } from '../kit/globe';
import { amber, ice, navy, type Tone } from '../kit/palette';
import { beacon, ground, hop } from '../kit/parts';
import type { Picture } from '../kit/picture';
import { range } from '../kit/random';
import { dots, polyline, ring, spoke, stroke, type Point } from '../kit/svg';
import { landDots } from '../kit/world';

/** Meetings from Brisbane 2024 to San Francisco 2026 on a map seen from above the North Pole. */

const tone: Tone = { ...navy, from: '#154a6e', to: '#081d30', body: '#0e3452' };
const centre: Point = [880, 500];
const scale = 3.38;
const project = polar(centre, scale, 200);

const cities: readonly Point[] = [
  [153, -27.5], [-123.1, 49.3], [-6.3, 53.3], [100.5, 13.8], [-3.7, 40.4], [-73.6, 45.5], [114.1, 22.5], [16.4, 48.2], [-122.4, 37.8],
];
/** Earlier ones: Yokohama, Prague, London, Philadelphia, Singapore, Buenos Aires, Honolulu, Seoul, Chicago. */
const earlier: readonly Point[] = [
  [139.6, 35.4], [14.4, 50.1], [-0.1, 51.5], [-75.2, 40], [103.8, 1.3], [-58.4, -34.6], [-157.9, 21.3], [127, 37.6], [-87.6, 41.9],
];
const now = 3;

function draw(): string {
  return [
    ground(tone, 1600, 1000, centre),
    ...net(),
    dots(landDots(3.25, -42).map(project).map(whole), 3, tone.bright, { opacity: 0.62 }),
    ...cities.slice(1).map((city, index) => way(cities[index] ?? city, city, index + 1)),
    ...earlier.map((city) => hop(project(city), 6, tone.body, tone.bright, 3)),
    ...cities.map((city, index) => (index === now ? beacon(project(city), 15) : hop(project(city), 10.5, tone.body, index === now + 1 ? amber : ice, 4))),
  ].join('');
}

function net(): string[] {
  const rings = [15, 30, 45, 60, 75, 90, 105, 120, 138].map((far) =>
    ring(centre, far * scale, tone.line, far === 138 ? 3 : 1.5, { opacity: far === 138 ? 0.6 : 0.28 }));
  const spokes = range(24).map((index) => {
    const angle = index * Math.PI / 12;
    const [near, far] = [15 * scale, 138 * scale];
    return spoke(centre, angle, near, far);
  });
  const ticks = range(120).map((index) => {
    const angle = index * Math.PI / 60;
    const far = 138 * scale + (index % 10 === 0 ? 20 : 10);
    return spoke(centre, angle, 138 * scale, far);
  });
  return [...rings, stroke(ticks.join(''), tone.line, 2, { opacity: 0.6 }), stroke(spokes.join(''), tone.line, 1.5, { opacity: 0.22 })];
}

/** Whole pixels are enough for dots, and shorter. */
function whole([x, y]: Point): Point {
  return [Math.round(x), Math.round(y)];
}

/** The way from one meeting to the next; the next one to come is amber. */
function way(from: Point, to: Point, index: number): string {
  const path = polyline(greatCircle(from, to, 24).map(project));
  const lit = index === now;
  return stroke(path, lit ? amber : ice, lit ? 5 : 2.5, { opacity: lit ? 1 : index < now ? 0.45 : 0.8, 'stroke-linejoin': 'round' });
}

export const meetings: Picture = {
  name: 'section-meetings',
  title: 'From meeting to meeting',
  alt: 'Drawing: the world in dots, seen from above the North Pole, with the shortest ways between the cities of nine meetings.',
  width: 1600,
  height: 1000,
  focal: [0.55, 0.5],
  draw,
};
