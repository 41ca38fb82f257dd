import { graticule, orthographic } from '../kit/globe';
import { amber, ice, navy, teal, type Tone } from '../kit/palette';
import { ground, hop, traffic, trunk, type Trunk } from '../kit/parts';
import type { Picture } from '../kit/picture';
import { random, range } from '../kit/random';
import { lanes } from '../kit/route';
import { circle, dots, dotted, num, ring, spoke, stroke, type Point } from '../kit/svg';
import { landDots } from '../kit/world';

/** Meetings whose place is not yet known: routes that end at an open ring. */

const night: Tone = { ...navy, from: '#123c63', to: '#061322', body: '#0a2440' };
const globe = { centre: [800, 1010] as Point, radius: 830 };
const open: Point = [800, 430];

function drawGlobe(): string {
  const project = orthographic(globe.centre, globe.radius, [38, 10]);
  const far = ([x, y]: Point): number => Math.hypot(x - globe.centre[0], y - globe.centre[1]);
  const seen = landDots(2.8, -40).map(project).filter((point) => point !== undefined).filter((point) => far(point) < globe.radius * 0.975);
  const net = graticule(15, -75, 75).map((run) => path(run.map(project))).join('');
  const halo = [0, 1, 2].map((index) => ring(globe.centre, globe.radius + 26 + index * 34, night.line, 2, { opacity: 0.3 - index * 0.1 }));
  return [
    ground(night, 1600, 1000, [800, 260]), ...halo,
    circle(globe.centre, globe.radius, { fill: '#0d3357', stroke: night.bright, 'stroke-width': 4 }),
    stroke(net, night.line, 1.6, { opacity: 0.45 }),
    dots(seen, 4.4, night.bright, { opacity: 0.55 }),
    ...approaches(), place(open, night),
  ].join('');
}

/** A path that stops where the globe turns away or the sheet ends. */
function path(points: readonly (Point | undefined)[]): string {
  let pen = 'M';
  return points.map((point) => {
    if (point === undefined || point[1] > 1130) { pen = 'M'; return ''; }
    const piece = `${pen}${num(point[0])} ${num(point[1])}`;
    pen = 'L';
    return piece;
  }).join('');
}

function approaches(): string[] {
  const rng = random(128);
  const ways: readonly (readonly Point[])[] = [
    [[-40, 150], [400, 150], [620, 370], [690, 430]],
    [[1640, 210], [1140, 210], [980, 370], [910, 430]],
  ];
  const colours = [night.soft, night.bright, night.line, night.bright, night.soft] as const;
  return ways.flatMap((points) => {
    const under: Trunk = { points: points.slice(0, 3), count: 5, gap: 20, radius: 90, width: 3, colours };
    return [trunk(under), traffic(rng, { trunk: under, count: 7, size: 9, colours: [ice, night.bright, ice, amber] }), terminals(under, night)];
  });
}

/** A place kept free: dashed, with nothing in it. */
function place(at: Point, tone: Tone): string {
  const halos = [178, 226].map((radius) => ring(at, radius, amber, 2, { opacity: 0.32, ...dotted('2 12') }));
  return [
    circle(at, 130, { fill: tone.body, opacity: 0.7 }), ...halos,
    ring(at, 130, amber, 8, dotted('38 30.1')),
  ].join('');
}

const plane: Tone = { ...teal, from: '#11606f', to: '#062733', body: '#0a3d4a' };
const hub: Point = [800, 500];

function drawPlane(): string {
  const rng = random(129);
  const trunks = rays();
  const rings = range(9).map((index) => ring(hub, 250 + index * 92, plane.bright, 1.6, { opacity: 0.2 - index * 0.012 }));
  return [
    ground(plane, 1600, 1000, hub), ...rings, spokes(),
    ...trunks.map((item) => trunk(item)),
    ...trunks.map((item) => traffic(rng, { trunk: item, count: 4, size: 9, colours: [ice, plane.bright, ice, plane.bright], from: 0.06, to: 0.88 })),
    ...trunks.map((item) => terminals(item, plane)), place(hub, plane),
  ].join('');
}

/** Bundles from eight sides that stop short of the ring. */
function rays(): Trunk[] {
  const ways: readonly (readonly Point[])[] = [
    [[-40, 260], [330, 260], [570, 500], [612, 500]], [[800, -40], [800, 312]],
    [[1640, 390], [1250, 390], [1140, 500], [988, 500]], [[800, 1040], [800, 688]],
    [[330, -40], [510, 140], [510, 210], [660, 360]], [[1270, -40], [1120, 110], [1120, 180], [940, 360]],
    [[1270, 1040], [1090, 860], [1090, 790], [940, 640]], [[330, 1040], [480, 890], [480, 820], [660, 640]],
  ];
  const colours = [plane.soft, plane.bright, plane.line, plane.bright, plane.soft] as const;
  return ways.map((points) => ({ points, count: 5, gap: 19, radius: 70, width: 3, colours }));
}

/** A hop at the end of every line of a bundle. */
function terminals({ points, count, gap }: Trunk, tone: Tone): string {
  const last = lanes(points, count, gap).map((lane) => lane.at(-1) ?? hub);
  return last.map((at) => hop(at, 7, tone.body, ice, 3)).join('');
}

function spokes(): string {
  const lines = range(36).map((index) => spoke(hub, index * Math.PI / 18, 250, 990));
  return stroke(lines.join(''), plane.bright, 1.4, { opacity: 0.12 });
}

const size = { width: 1600, height: 1000 } as const;

export const next128: Picture = {
  ...size, name: 'map-next-128', title: 'Somewhere on the globe',
  alt: 'Drawing: two bundles of routes come down to an open amber ring above a dotted globe: a place that is not yet known.',
  focal: [0.5, 0.42], draw: drawGlobe,
};

export const next129: Picture = {
  ...size, name: 'map-next-129', title: 'Routes to an open ring',
  alt: 'Drawing: bundles of routes from all sides stop at an open amber ring in the middle: a place that is not yet known.',
  focal: [0.5, 0.5], draw: drawPlane,
};
