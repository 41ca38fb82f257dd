import { amber, green, ice } from '../kit/palette';
import { ground, hop } from '../kit/parts';
import type { Picture } from '../kit/picture';
import { random } from '../kit/random';
import { rounded } from '../kit/route';
import { box, circle, stroke, type Point } from '../kit/svg';

/** A thread of messages: every reply hangs on a hop below the one it answers. */

const depths = [0, 1, 2, 2, 1, 2, 3, 4, 3, 1, 0, 1] as const;
const newest = 7;
const [left, top, indent, step] = [190, 104, 118, 72];

const at = (index: number): Point => [left + (depths[index] ?? 0) * indent, top + index * step];

function draw(): string {
  const rng = random(7);
  const rows = depths.map((depth, index) => {
    const [x, y] = at(index);
    const [long, short] = [rng.between(200, Math.min(640, 1120 - x)), rng.between(70, 120)];
    const colour = index === newest ? amber : depth === 0 ? ice : green.bright;
    return [
      box(x + 44, y - 11, depth === 0 ? 300 : long, 22, { rx: 11, fill: colour }),
      box(1290, y - 9, short, 18, { rx: 9, fill: green.line, opacity: 0.45 }),
      box(1210, y - 9, 54, 18, { rx: 9, fill: green.line, opacity: 0.75 }),
      index === newest ? circle([x, y], 38, { fill: amber, opacity: 0.2 }) + circle([x, y], 19, { fill: amber }) : hop([x, y], 17, green.body, ice, 5),
    ].join('');
  });
  return [ground(green, 1600, 1000, [700, 500]), ...margin(), ...branches(), ...rows].join('');
}

/** Plain ones first, so that the lit way lies on top. */
function branches(): string[] {
  const order = depths.map((_, index) => index).sort((a, b) => Number(isAbove(a, newest)) - Number(isAbove(b, newest)));
  return order.map(branch);
}

/** The line from a reply up to what it answers; the amber way leads from the newest to the first. */
function branch(index: number): string {
  const parent = parentOf(index);
  if (parent === undefined) return '';
  const [px, py] = at(parent);
  const [x, y] = at(index);
  const way: readonly Point[] = [[px, py], [px, y - 40], [px + 40, y], [x, y]];
  const lit = isAbove(index, newest);
  return stroke(rounded(way, 22), lit ? amber : green.line, lit ? 5 : 3.5);
}

function parentOf(index: number): number | undefined {
  const depth = depths[index] ?? 0;
  const above = depths.slice(0, index).lastIndexOf((depth - 1) as 0 | 1 | 2 | 3 | 4);
  return above < 0 ? undefined : above;
}

function isAbove(index: number, below: number): boolean {
  const parent = parentOf(below);
  return index === below || (parent !== undefined && isAbove(index, parent));
}

function margin(): string[] {
  const rules = depths.map((_, index) => `M60 ${top + index * step + step / 2}H1540`).join('');
  return [stroke(rules, green.bright, 1.5, { opacity: 0.1 })];
}

export const participate: Picture = {
  name: 'section-participate',
  title: 'A thread of replies',
  alt: 'Drawing: messages as bars hang on a branching route of hops, the way to the newest reply is amber.',
  width: 1600,
  height: 1000,
  focal: [0.45, 0.5],
  draw,
};
