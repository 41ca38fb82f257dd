import { amber, ice, indigo, white, type Tone } from '../kit/palette';
import { beacon, dash, ground, packet } from '../kit/parts';
import type { Picture } from '../kit/picture';
import { random, range } from '../kit/random';
import { rounded } from '../kit/route';
import { box, circle, dotted, element, group, line, num, ring, stroke, type Point } from '../kit/svg';

/** A tree of keys over the members of a group: who changes a key renews only the way to the top, and tells one node beside each step. */

const tone: Tone = { ...indigo, from: '#433a86', to: '#15123c', body: '#272160', faint: '#352f78' };
const leaves = 32;
const levels = 5;
const [first, gap] = [113, 50.8] as const;
const member = 11;
/** A seat that nobody holds at the moment. */
const vacant = [6, 23, 30] as const;

/** A node's place: level 0 are the members, the level at the top is the key of the group. */
function at(level: number, index: number): Point {
  const span = 2 ** level;
  return [first + (index * span + (span - 1) / 2) * gap, 634 - level * 106];
}

function draw(): string {
  const rng = random(9420);
  const floors = range(levels + 1).map((level) => line(60, at(level, 0)[1], 1740, at(level, 0)[1])).join('');
  const branches = range(levels).flatMap((level) => range(leaves / 2 ** level).map((index) => ({ level, index, lit: member >> level === index })));
  const drawn = (lit: boolean, colour: string, width: number): string =>
    stroke(branches.filter((branch) => branch.lit === lit).map(({ level, index }) => rounded(branch(level, index), 26)).join(''), colour, width);
  const marks = range(levels).map((level) => dash(branch(level, member >> level), level < 2 ? 0.62 : 0.42 + rng.between(-0.08, 0.08), 12 + level * 5)).join('');
  return [
    ground(tone, 1800, 750, [900, 180]), stroke(floors, tone.bright, 1.6, { opacity: 0.16, ...dotted('1 12') }),
    drawn(false, tone.line, 3), drawn(true, tone.body, 13), drawn(true, amber, 5), packet(marks, white, 11),
    ...range(levels).flatMap((level) => range(leaves / 2 ** level).map((index) => (level === 0 ? leaf(index) : node(level, index)))),
    ...range(levels).map(told), top(),
  ].join('');
}

/** From a node up and across to its parent. */
function branch(level: number, index: number): Point[] {
  const [from, to] = [at(level, index), at(level + 1, index >> 1)];
  const half = (from[1] + to[1]) / 2;
  return [from, [from[0], half], [to[0], half], to];
}

function node(level: number, index: number): string {
  const lit = member >> level === index;
  const radius = 11 + level * 3;
  return circle(at(level, index), radius, { fill: lit ? '#5b4d55' : tone.body, stroke: lit ? amber : ice, 'stroke-width': lit ? 5.5 : 4 })
    + key(at(level, index), radius / 22, lit ? amber : tone.bright);
}

/** The bow and the bit of a key. */
function key([x, y]: Point, scale: number, colour: string): string {
  if (scale < 0.7) return circle([x, y], 4.2, { fill: colour });
  const d = `M${num(x - 9 * scale)} ${num(y)}h${num(20 * scale)}v${num(6 * scale)}M${num(x + 4 * scale)} ${num(y)}v${num(5 * scale)}`;
  return stroke(d, colour, 3.2 * scale) + ring([x - 9 * scale, y], 5 * scale, colour, 3.2 * scale);
}

/** A member: head and shoulders. */
function leaf(index: number): string {
  const [x, y] = at(0, index);
  const lit = index === member;
  const empty = vacant.some((seat) => seat === index);
  const edge = lit ? amber : empty ? tone.soft : ice;
  const dashes = empty ? dotted('1 7') : {};
  const shoulders = `M${num(x - 17)} ${num(y + 50)}v-4a17 17 0 0 1 34 0v4z`;
  return box(x - 4, y - 4, 8, 8, { fill: edge }) + group({ fill: lit ? '#5b4d55' : tone.faint, stroke: edge, 'stroke-width': 3.6, 'stroke-linejoin': 'round', ...dashes },
    element('path', { d: shoulders }), circle([x, y + 16], 9.5, {}));
}

/** Beside each step of the way stands the one node that the new key is locked for. */
function told(level: number): string {
  const beside = (member >> level) ^ 1;
  const [x, y] = at(level, beside);
  return level === 0 ? ring([x, y + 30], 31, white, 2.4, dotted('1 7')) : ring([x, y], 22 + level * 4, white, 3, dotted('1 9'));
}

function top(): string {
  const root = at(levels, 0);
  return beacon(root, 34, 92) + key(root, 1.5, tone.body);
}

export const mls: Picture = {
  name: 'post-mls',
  title: 'A tree of keys',
  alt: 'Drawing: thirty-two members in a row under a binary tree of keys, the way from one of them to the key at the top is amber.',
  width: 1800,
  height: 750,
  focal: [0.48, 0.45],
  draw,
};
