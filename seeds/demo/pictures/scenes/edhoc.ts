import { amber, ice, terracotta } from '../kit/palette';
import { ground } from '../kit/parts';
import type { Picture } from '../kit/picture';
import { range } from '../kit/random';
import { rounded } from '../kit/route';
import { box, boxes, circle, fill, group, line, ring, stroke, type Point } from '../kit/svg';

/** EDHOC: a small device and a server agree on a key with three messages of 37, 45 and 19 bytes, one cell for each byte. */

const tone = terracotta;
const [device, server]: readonly [Point, Point] = [[270, 375], [1530, 375]];
const [cell, pitch] = [12, 17];
const messages = [
  { y: 235, bytes: 37, parts: [[2, tone.bright], [34, ice], [1, tone.bright]], way: 1 },
  { y: 375, bytes: 45, parts: [[2, tone.bright], [32, ice], [11, amber]], way: -1 },
  { y: 515, bytes: 19, parts: [[1, tone.bright], [18, amber]], way: 1 },
] as const;

function draw(): string {
  return [ground(tone, 1800, 750, [900, 375]), ...waves(), ...messages.map(message), chip(device, 150, 5), chip(server, 230, 9)].join('');
}

function waves(): string[] {
  return range(9).map((index) => ring(device, 190 + index * 74, tone.bright, 1.6, { opacity: 0.2 - index * 0.02 }));
}

/** A route with its bends, the bytes on it and a head in its direction. */
function message({ y, bytes, parts, way }: (typeof messages)[number]): string {
  const shift = y - 375;
  const [left, right] = [device[0] + 110, server[0] - 168];
  const points: readonly Point[] = shift === 0
    ? [[left, y], [right, y]]
    : [
      [left, 375 + shift * 0.26], [left + 30, 375 + shift * 0.26], [left + 30 + Math.abs(shift) * 0.74, y],
      [right - 30 - Math.abs(shift) * 0.46, y], [right - 30, 375 + shift * 0.54], [right, 375 + shift * 0.54],
    ];
  const end: Point = way === 1 ? [right, 375 + shift * 0.54] : [left, y];
  const start = 890 - (bytes * pitch) / 2;
  return [
    stroke(rounded(points, 36), tone.line, 3.5),
    fill(head(end, way), ice),
    box(start - 16, y - 35, bytes * pitch + 27, 70, { rx: 10, fill: tone.body, stroke: tone.line, 'stroke-width': 2.5 }),
    cells(start, y, parts),
  ].join('');
}

function head([x, y]: Point, way: 1 | -1): string {
  return `M${x + way * 14} ${y}l${-way * 26} -14v28z`;
}

/** The parts of a message in different colours: framing, key share, and amber for what is encrypted. */
function cells(start: number, y: number, parts: readonly (readonly [count: number, colour: string])[]): string {
  let at = 0;
  return parts.map(([count, colour]) => {
    const list = range(count).map((index) => [start + (at + index) * pitch, y - 19, cell, 38] as const);
    at += count;
    return fill(boxes(list), colour);
  }).join('');
}

/** A chip with pins, and in it a key: the same ring on both sides. */
function chip([x, y]: Point, size: number, pins: number): string {
  const half = size / 2;
  const step = size / (pins + 1);
  const legs = range(pins).flatMap((index) => {
    const at = (index + 1) * step - half;
    return [
      line(x + at, y - half - 24, x + at, y - half), line(x + at, y + half, x + at, y + half + 24),
      line(x - half - 24, y + at, x - half, y + at), line(x + half, y + at, x + half + 24, y + at),
    ];
  });
  const scale = 0.62 + size / 620;
  const transform = `translate(${x} ${y})scale(${Math.round(scale * 100) / 100})`;
  const key = group({ transform, fill: 'none', stroke: amber, 'stroke-width': 9, 'stroke-linecap': 'round' },
    circle([-26, 0], 21, {}), stroke('M-5 0H46M28 0v17M44 0v22', amber, 9));
  return [
    stroke(legs.join(''), tone.line, 5, { 'stroke-linecap': 'round' }),
    box(x - half, y - half, size, size, { rx: 14, fill: '#43221d', stroke: ice, 'stroke-width': 5 }),
    box(x - half + 17, y - half + 17, size - 34, size - 34, { rx: 7, fill: 'none', stroke: tone.soft, 'stroke-width': 2.5 }),
    key,
  ].join('');
}

export const edhoc: Picture = {
  name: 'post-edhoc',
  title: 'A key in three small messages',
  alt: 'Drawing: a small chip and a larger one exchange three messages of few bytes, one cell for each, and hold the same amber key.',
  width: 1800,
  height: 750,
  focal: [0.5, 0.5],
  draw,
};
