import { amber, navy, type Tone } from '../kit/palette';
import { ground, packet, trunk, type Trunk } from '../kit/parts';
import type { Picture } from '../kit/picture';
import { circle, element, fill, group, line, polyline, stroke, type Point } from '../kit/svg';

import { range } from '../kit/random';

const tone: Tone = { ...navy, from: '#0f3d63', to: '#071726', body: '#0a2641' };
const nodes: readonly Point[] = [[270, 240], [490, 390], [710, 390], [930, 240]];

/** The mark: four nodes on one line, a packet between the middle two. */
function drawShare(): string {
  const ways: readonly (readonly Point[])[] = [
    [[-30, 520], [180, 520], [320, 380], [470, 230], [720, 230], [980, -30]],
    [[-30, 130], [150, 130], [410, 390], [800, 390], [1070, 660]],
    [[1230, 470], [1010, 470], [820, 660]],
  ];
  const bundles = ways.map((points): Trunk => ({ points, count: 6, gap: 13, radius: 66, width: 2, colours: [tone.soft, tone.line, tone.soft] }));
  const [a, b] = [nodes[1], nodes[2]];
  return [
    ground(tone, 1200, 630, [600, 315]), group({ opacity: 0.62 }, ...bundles.map((item) => trunk(item))),
    stroke(polyline(nodes), tone.bright, 14, { 'stroke-linejoin': 'round' }),
    a === undefined || b === undefined ? '' : packet(line(a[0] + 92, a[1], b[0] - 92, b[1]), amber, 26),
    ...nodes.map((at) => circle(at, 78, { fill: '#fff', stroke: tone.bright, 'stroke-width': 12 })),
  ].join('');
}

/** Three hexagons one in the other, hops on their corners. */
function drawNetworks(): string {
  const corner = (index: number, radius: number): Point => [400 + Math.sin(index * Math.PI / 3) * radius, 200 - Math.cos(index * Math.PI / 3) * radius];
  const hexagon = (radius: number): string => polyline(range(6).map((index) => corner(index, radius)), true);
  const spokes = [0, 2, 4].map((index) => line(...corner(index, 42), ...corner(index, 138))).join('');
  const round = { 'stroke-linejoin': 'round' };
  return [
    element('rect', { width: 800, height: 400, fill: '#fff' }),
    stroke(hexagon(138), '#0e565a', 14, round), stroke(hexagon(90), '#3f9a94', 8, round), stroke(spokes, '#0e565a', 10),
    fill(hexagon(42), amber, { stroke: amber, 'stroke-width': 8, ...round }),
    ...[0, 2, 4].map((index) => circle(corner(index, 138), 21, { fill: '#fff', stroke: '#0e565a', 'stroke-width': 11 })),
  ].join('');
}

/** Two bundles that cross, one over the other, inside a square on its corner. */
function drawExchange(): string {
  const band = (angle: number, colours: readonly [string, string, string]): string => group({ transform: `rotate(${angle} 400 200)` },
    stroke('M248 200H552', '#fff', 104), ...colours.map((colour, index) => stroke(`M262 ${168 + index * 32}H538`, colour, 19, { 'stroke-linecap': 'round' })));
  return [
    element('rect', { width: 800, height: 400, fill: '#fff' }),
    band(-45, ['#262f68', '#5563b0', '#8c9be0']), band(45, ['#0a5fa3', '#4f94cf', amber]),
  ].join('');
}

export const share: Picture = {
  name: 'share-default', title: 'Four nodes on one line',
  alt: 'Drawing: four white nodes on one line, a packet in amber between the middle two, over faint routes.',
  width: 1200, height: 630, focal: [0.5, 0.5], draw: drawShare,
};

export const sponsorNetworks: Picture = {
  name: 'sponsor-example-networks', title: 'Logo of Example Networks',
  alt: 'Drawing: an invented logo, three hexagons one in the other with three hops, green with an amber core.',
  width: 800, height: 400, focal: [0.5, 0.5], draw: drawNetworks,
};

export const sponsorExchange: Picture = {
  name: 'sponsor-example-exchange', title: 'Logo of Example Exchange',
  alt: 'Drawing: an invented logo, two bundles of three lines cross at right angles, one over the other.',
  width: 800, height: 400, focal: [0.5, 0.5], draw: drawExchange,
};
