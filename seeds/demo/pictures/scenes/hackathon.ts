import { amber, ice, teal, type Tone } from '../kit/palette';
import { dash, ground, hop, packet } from '../kit/parts';
import type { Picture } from '../kit/picture';
import { random, range, type Random } from '../kit/random';
import { rounded } from '../kit/route';
import { box, boxes, circle, group, line, num, ring, stroke, type Point } from '../kit/svg';

/** A long table from above: laptops on both sides, cables to the switches in the middle, packets on them; one pair has got through. */

const tone: Tone = { ...teal, from: '#17505f', to: '#061f2c', body: '#0c3947', faint: '#195565' };
const [left, right, top, foot] = [90, 1510, 214, 786] as const;
const seats = [230, 458, 686, 914, 1142, 1370] as const;
const switches: readonly Point[] = [[458, 500], [800, 500], [1142, 500]];
/** The two laptops, by side and seat, whose programs understand each other. */
const pair = [[-1, 1], [1, 4]] as const;

type Side = -1 | 1;

interface Cable { readonly points: readonly Point[]; readonly lit: boolean }

function draw(): string {
  const rng = random(116);
  const cables = ([-1, 1] as const).flatMap((side) => seats.map((_, seat) => cable(side, seat)));
  return [
    ground(tone, 1600, 1000, [800, 500]), floor(), ...([-1, 1] as const).flatMap((side) => seats.map((x) => chair(x, side))), table(), clutter(),
    ...[...cables, ...backbone()].sort((a, b) => Number(a.lit) - Number(b.lit)).map(drawCable), ...switches.map(device),
    ...([-1, 1] as const).flatMap((side) => seats.map((x, seat) => laptop(rng, x, side, isLit(side, seat)))),
    traffic(rng, cables),
  ].join('');
}

function isLit(side: Side, seat: number): boolean {
  return pair.some(([a, b]) => a === side && b === seat);
}

function floor(): string {
  const boards = range(17).map((index) => line(0, 30 + index * 60, 1600, 30 + index * 60)).join('');
  return stroke(boards, tone.bright, 1.5, { opacity: 0.07 });
}

function chair(x: number, side: Side): string {
  const y = 500 + side * 376;
  const back = `M${num(x - 50)} ${num(y + side * 10)}Q${num(x)} ${num(y + side * 62)} ${num(x + 50)} ${num(y + side * 10)}`;
  return box(x - 46, y - 44, 92, 88, { rx: 26, fill: tone.body, stroke: tone.soft, 'stroke-width': 3 }) + stroke(back, tone.line, 9, { 'stroke-linecap': 'round' });
}

function table(): string {
  const inside = box(left + 16, top + 16, right - left - 32, foot - top - 32, { rx: 22, fill: 'none', stroke: tone.bright, 'stroke-width': 1.6, opacity: 0.25 });
  const seams = [572, 1028].map((x) => line(x, top, x, foot)).join('');
  return box(left, top, right - left, foot - top, { rx: 34, fill: tone.faint, stroke: tone.to, 'stroke-width': 16 })
    + box(left, top, right - left, foot - top, { rx: 34, fill: 'none', stroke: tone.line, 'stroke-width': 3 })
    + inside + stroke(seams, tone.bright, 1.6, { opacity: 0.25 });
}

/** Cups and notes between the laptops. */
function clutter(): string {
  const cups: readonly Point[] = [[344, 300], [1256, 704], [800, 298], [572, 690]];
  const notes: readonly (readonly [x: number, y: number, turn: number])[] = [[572, 312, 8], [1028, 300, -10], [344, 690, -7], [1030, 700, 12], [1256, 310, 5]];
  const drawn = notes.map(([x, y, turn]) => group({ transform: `rotate(${turn} ${x} ${y})` },
    box(x - 30, y - 38, 60, 76, { rx: 5, fill: ice, opacity: 0.9 }),
    stroke([-20, -6, 8, 22].map((step, index) => line(x - 18, y + step, x + (index === 3 ? 2 : 18), y + step)).join(''), tone.soft, 4)));
  return cups.map((at) => circle(at, 23, { fill: tone.body, stroke: ice, 'stroke-width': 5 }) + ring(at, 13, tone.line, 3)).join('') + drawn.join('');
}

function laptop(rng: Random, x: number, side: Side, lit: boolean): string {
  const edge = lit ? amber : ice;
  const [deck, screen] = [500 + side * 220, 500 + side * 160];
  const keys = range(4).map((row) => `M${num(x - 57)} ${num(deck - side * 16 - 18 + row * 12)}h114`).join('');
  const lines = range(4).map((row) => {
    const from = x - 52 + rng.pick([0, 0, 14, 28]);
    return `M${num(from)} ${num(screen - 20 + row * 13)}h${rng.whole(26, 62)}`;
  }).join('');
  return group({},
    box(x - 74, deck - 46, 148, 92, { rx: 12, fill: tone.body, stroke: edge, 'stroke-width': 4 }),
    stroke(keys, tone.soft, 8, { 'stroke-dasharray': '9.6 3.4' }),
    box(x - 22, deck + side * 31 - 8, 44, 16, { rx: 4, fill: 'none', stroke: tone.line, 'stroke-width': 2 }),
    box(x - 74, screen - 34, 148, 66, { rx: 10, fill: lit ? '#4d4632' : '#08303d', stroke: edge, 'stroke-width': 4 }),
    stroke(lines, lit ? amber : tone.bright, 5, { 'stroke-linecap': 'round' }));
}

/** From a laptop's edge to its port on the nearest switch; the ports stand side by side. */
function cable(side: Side, seat: number): Cable {
  const x = seats[seat] ?? 0;
  const [cx, cy] = switches[Math.floor(seat / 2)] ?? [0, 0];
  const port = cx + (seat % 2 === 0 ? -36 : 36);
  const [from, to] = [500 + side * 128, cy + side * 30];
  const run = Math.min(Math.abs(port - x), 60);
  const turn = cy + side * 78;
  const towards = Math.sign(port - x);
  const points: Point[] = [[x, from], [x, turn + side * run / 2], [x + towards * run / 2, turn], [port - towards * run / 2, turn], [port, turn - side * run / 2], [port, to]];
  return { points: run === 0 ? [[x, from], [port, to]] : points, lit: isLit(side, seat) };
}

/** Between the switches, and out of the room. */
function backbone(): Cable[] {
  return [-14, 0, 14].flatMap((step) => switches.map(([x], index): Cable => {
    const end = switches[index + 1]?.[0] ?? 1640;
    return { points: [[x, 500 + step], [end, 500 + step]], lit: step === 0 && index < 2 };
  }));
}

function drawCable({ points, lit }: Cable): string {
  return stroke(rounded(points, 26), tone.body, 12) + stroke(rounded(points, 26), lit ? amber : tone.bright, lit ? 5 : 4);
}

function device([x, y]: Point): string {
  const ports = [-36, 36].flatMap((dx) => [-1, 1].map((side) => [x + dx - 9, y + side * 21 - 5, 18, 10] as const));
  return box(x - 62, y - 32, 124, 64, { rx: 12, fill: tone.body, stroke: ice, 'stroke-width': 4.5 })
    + stroke(boxes(ports), ice, 2.4) + [-24, 0, 24].map((dx) => hop([x + dx, y], 5, tone.body, dx === 0 ? amber : tone.bright, 3)).join('');
}

function traffic(rng: Random, cables: readonly Cable[]): string {
  const marks = switches.slice(0, 2).map(([x], index) => [-14, 0, 14].map((step) => {
    const way: Point[] = [[x + 90, 500 + step], [(switches[index + 1]?.[0] ?? 0) - 90, 500 + step]];
    return { d: dash(way, rng.between(0.12, 0.88), rng.pick([16, 24, 34])), lit: step === 0 };
  })).flat();
  const out = [-14, 14].map((step, index) => ({ d: dash([[1230, 500 + step], [1600, 500 + step]], 0.3 + index * 0.4, 30), lit: false }));
  const stubs = cables.map(({ points: [from, next], lit }) => ({ d: from === undefined || next === undefined ? '' : dash([from, next], 0.5, 10), lit }));
  const all = [...marks, ...out, ...stubs];
  return [false, true].map((lit) => packet(all.filter((mark) => mark.lit === lit).map(({ d }) => d).join(''), lit ? amber : '#fff', 10)).join('');
}

export const hackathon: Picture = {
  name: 'event-hackathon',
  title: 'A table full of laptops',
  alt: 'Drawing: a long table seen from above, twelve laptops on both sides, cables from them to three switches, two laptops joined in amber.',
  width: 1600,
  height: 1000,
  focal: [0.5, 0.5],
  draw,
};
