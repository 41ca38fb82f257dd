import { amber, ice, navy, type Tone } from '../kit/palette';
import { ground, hop, page } from '../kit/parts';
import type { Picture } from '../kit/picture';
import { random, type Random } from '../kit/random';
import { rounded } from '../kit/route';
import { box, boxes, stroke, type Point } from '../kit/svg';

/** One model configures many devices: a tree from a document to rows of settings. */

const tone: Tone = { ...navy, from: '#10507e', to: '#082840', body: '#0b3350' };
const root: Point = [210, 458];
const groups: readonly { readonly y: number; readonly leaves: readonly number[] }[] = [
  { y: 190, leaves: [106, 190, 274] }, { y: 458, leaves: [416, 500] }, { y: 768, leaves: [642, 726, 810, 894] },
];

function draw(): string {
  const rng = random(6241);
  const changed = new Set([190, 726]);
  const first = groups.map(({ y }) => stroke(rounded(elbow([root[0] + 70, root[1]], [590, y], 420), 40), tone.bright, 4));
  const second = groups.flatMap(({ y, leaves }) => leaves.map((leaf) => stroke(rounded(elbow([590, y], [960, leaf], 800), 24), tone.line, 3)));
  const rows = groups.flatMap(({ leaves }) => leaves.map((leaf) => settings(rng, leaf, changed.has(leaf))));
  return [
    ground(tone, 1600, 1000, [500, 458]), ...first, ...second, ...rows,
    ...groups.map(({ y }) => device([590, y])),
    page({ at: root, width: 150, height: 150, lines: 5, paper: tone.body, edge: ice, title: amber, ink: tone.bright }),
  ].join('');
}

/** From one point to another with two bends of 45° around `x`. */
function elbow(from: Point, to: Point, x: number): Point[] {
  const drop = Math.abs(to[1] - from[1]);
  const cut = Math.min(70, drop / 2);
  const way = Math.sign(to[1] - from[1]);
  if (drop < 1) return [from, to];
  return [from, [x - cut / 2, from[1]], [x + cut / 2, from[1] + way * cut], [x + cut / 2, to[1] - way * cut], [x + cut * 1.5, to[1]], to];
}

function device(at: Point): string {
  return hop(at, 27, tone.body, ice, 6) + hop(at, 10, tone.bright, tone.bright, 0);
}

/** A line with values; the changed one is amber on every device that has it. */
function settings(rng: Random, y: number, changed: boolean): string {
  const cells = new Map<string, [number, number, number, number][]>();
  let x = 1000;
  for (let index = 0; x < 1440; index += 1) {
    const width = rng.pick([30, 46, 70, 92]);
    const colour = changed && index === 2 ? amber : rng.pick([tone.soft, tone.line, tone.bright, ice, tone.soft]);
    cells.set(colour, [...(cells.get(colour) ?? []), [x, y - 15, width, 30]]);
    x += width + 14;
  }
  const marks = [...cells].map(([colour, list]) => stroke(boxes(list), colour, 5, { fill: colour, 'stroke-linejoin': 'round' }));
  const rail = stroke(`M960 ${y}H1640`, tone.soft, 3);
  const end = hop([960, y], 13, tone.body, changed ? amber : tone.bright, 5);
  return rail + box(990, y - 22, x - 990, 44, { fill: tone.body, rx: 6, opacity: 0.7 }) + marks.join('') + end;
}

export const netmgmt: Picture = {
  name: 'topic-netmgmt',
  title: 'One model, many devices',
  alt: 'Drawing: lines run from one document over three devices to nine rows of settings, the same setting amber in two of them.',
  width: 1600,
  height: 1000,
  focal: [0.55, 0.5],
  draw,
};
