import { amber, blue, ice } from '../kit/palette';
import { ground } from '../kit/parts';
import type { Picture } from '../kit/picture';
import { random, range } from '../kit/random';
import { box, dots, group, line, num, stroke } from '../kit/svg';

/** An IPv6 header, bit by bit, as the standards draw packets: 32 bits a row under a ruler. */

const [left, top, column, row] = [160, 182, 40, 60];

interface Field { readonly bits: string; readonly colour: string; readonly shade: number }

const bits = (value: number, width: number): string => value.toString(2).padStart(width, '0');
const address = (words: readonly number[]): string => words.map((word) => bits(word, 16)).join('');

const fields: readonly Field[] = [
  { bits: bits(6, 4), colour: ice, shade: 0.16 },
  { bits: bits(0xb8, 8), colour: blue.bright, shade: 0.06 },
  { bits: bits(0x9a3c7, 20), colour: blue.line, shade: 0.1 },
  { bits: bits(1232, 16), colour: blue.bright, shade: 0.12 },
  { bits: bits(17, 8), colour: amber, shade: 0.2 },
  { bits: bits(58, 8), colour: ice, shade: 0.08 },
  { bits: address([0x2001, 0xdb8, 0x5f3c, 0x41, 0x1a2b, 0x9cff, 0xfe4e, 0x7d63]), colour: blue.bright, shade: 0.04 },
  { bits: address([0x2001, 0xdb8, 0xac10, 0xfe01, 0, 0, 0, 0x53]), colour: ice, shade: 0.09 },
];

function draw(): string {
  return [ground(blue, 1600, 1000, [800, 420]), ruler(), ...header(), frame(), tail()].join('');
}

function ruler(): string {
  const ticks = range(33).map((index) => {
    const x = left + index * column;
    return line(x, top - 34, x, top - 34 - (index % 8 === 0 ? 40 : index % 4 === 0 ? 24 : 13));
  });
  return stroke(line(left, top - 34, left + 32 * column, top - 34) + ticks.join(''), blue.bright, 2.5);
}

function header(): string[] {
  let at = 0;
  return fields.map(({ bits: list, colour, shade }) => {
    const first = at;
    at += list.length;
    return shadeOf(first, list.length, colour, shade) + marks(first, list, colour);
  });
}

function shadeOf(first: number, count: number, colour: string, opacity: number): string {
  const [x, y] = [left + (first % 32) * column, top + Math.floor(first / 32) * row];
  const rows = Math.max(1, count / 32);
  return box(x, y, count / rows * column, rows * row, { fill: colour, opacity });
}

/** A one is an upright bar, a zero a dot. */
function marks(first: number, list: string, colour: string): string {
  const place = (index: number): [number, number] => [left + ((first + index) % 32 + 0.5) * column, top + (Math.floor((first + index) / 32) + 0.5) * row];
  const ones = range(list.length).filter((index) => list[index] === '1').map((index) => {
    const [x, y] = place(index);
    return `M${num(x)} ${num(y - 13)}v26`;
  });
  const zeros = range(list.length).filter((index) => list[index] === '0').map(place);
  return stroke(ones.join(''), colour, 10, { 'stroke-linecap': 'round' }) + dots(zeros, 3.2, colour, { opacity: 0.55 });
}

function frame(): string {
  const right = left + 32 * column;
  const rules = [0, 1, 2, 6, 10].map((index) => line(left, top + index * row, right, top + index * row));
  const ends = [[0, 0, 10], [32, 0, 10], [4, 0, 1], [12, 0, 1], [16, 1, 2], [24, 1, 2]] as const;
  const walls = ends.map(([at, from, to]) => line(left + at * column, top + from * row, left + at * column, top + to * row));
  return stroke(rules.join('') + walls.join(''), ice, 2.5, { 'stroke-linecap': 'square' });
}

/** What the packet carries: bits that go on past the edge of the sheet. */
function tail(): string {
  const rng = random(8200);
  const load = range(128).map(() => (rng.chance(0.42) ? '1' : '0')).join('');
  const walls = [0, 32].map((at) => line(left + at * column, top + 10 * row, left + at * column, 1000)).join('');
  return group({ opacity: 0.42 }, marks(320, load, blue.line), stroke(walls, ice, 2.5, { 'stroke-dasharray': '10 10' }));
}

export const technologies: Picture = {
  name: 'section-technologies',
  title: 'A packet, bit by bit',
  alt: 'Drawing: the header of an IPv6 packet as rows of 32 bits under a ruler, bars for ones and dots for zeros, one field amber.',
  width: 1600,
  height: 1000,
  focal: [0.5, 0.4],
  draw,
};
