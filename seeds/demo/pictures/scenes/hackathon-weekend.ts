import { amber, green, ice, white } from '../kit/palette';
import { ground, page } from '../kit/parts';
import { post } from '../kit/post';
import { random, range, type Random } from '../kit/random';
import { box, circle, dotted, fill, line, num, spoke, stroke, type Point } from '../kit/svg';

/** Two programs are about to be plugged together, under the one paragraph of the draft that both have read. */

const windows = [[90, 300], [1010, 300]] as const;
const meet: Point = [800, 640];
const lit = 4;

function draw(): string {
  const rng = random(123);
  const grid = range(33).map((index) => line(index * 50, 0, index * 50, 1000)).join('') + range(20).map((index) => line(0, index * 50, 1600, index * 50)).join('');
  return [
    ground(green, 1600, 1000, [800, 420]), stroke(grid, green.bright, 1.5, { opacity: 0.08 }), readings(),
    ...windows.map(([x, y]) => program(rng, x, y)), draft(), sparks(), cables(),
  ].join('');
}

/** A terminal with lines of code; the lit line is the one in doubt. */
function program(rng: Random, x: number, y: number): string {
  const rows = range(9).map((row) => {
    const indent = [0, 1, 1, 2, 2, 2, 1, 1, 0][row] ?? 0;
    const [start, at] = [x + 46 + indent * 46, y + 104 + row * 38];
    const [one, two] = [rng.between(50, 120), rng.between(70, 200 - indent * 30)];
    return { row, d: [`M${num(start)} ${at}h${num(one)}`, `M${num(start + one + 28)} ${at}h${num(two)}`] as const };
  });
  const drawn = (part: 0 | 1, on: boolean): string => rows.filter(({ row }) => (row === lit) === on).map(({ d }) => d[part]).join('');
  const cap = { 'stroke-linecap': 'round' };
  return box(x, y, 500, 460, { rx: 24, fill: '#0c3128', stroke: ice, 'stroke-width': 6 }) + stroke(line(x, y + 58, x + 500, y + 58), ice, 5)
    + range(3).map((dot) => circle([x + 36 + dot * 32, y + 29], 9, { fill: dot === 0 ? amber : green.line })).join('')
    + fill(`M${x + 20} ${y + 104 + lit * 38 - 19}h460v38h-460z`, amber, { opacity: 0.18 })
    + stroke(drawn(0, false), green.bright, 12, cap) + stroke(drawn(1, false), green.soft, 12, cap) + stroke(drawn(0, true) + drawn(1, true), amber, 13, cap);
}

function draft(): string {
  return page({ at: [800, 330], width: 230, height: 296, lines: 8, paper: white, edge: white, title: green.from, ink: green.line }) + box(716, 352, 168, 38, { rx: 8, fill: amber });
}

/** The same paragraph read in two ways. */
function readings(): string {
  const way = `M718 365H640V556H590M882 365H960V556H1010`;
  return stroke(way, amber, 5, dotted('1 13'));
}

function cables(): string {
  const [x, y] = meet;
  const plug = box(x - 112, y - 44, 78, 88, { rx: 16, fill: green.body, stroke: ice, 'stroke-width': 6 }) + stroke(`M${x - 34} ${y - 20}h34M${x - 34} ${y + 20}h34`, ice, 11);
  const socket = box(x + 34, y - 52, 84, 104, { rx: 16, fill: green.body, stroke: ice, 'stroke-width': 6 }) + stroke(`M${x + 34} ${y - 20}h30M${x + 34} ${y + 20}h30`, green.bright, 13);
  const wires = `M590 690h18a30 30 0 0 0 30-30a20 20 0 0 1 20-20h30M1010 690h-18a30 30 0 0 1-30-30a20 20 0 0 0-20-20h-24`;
  return stroke(wires, green.to, 20) + stroke(wires, ice, 9) + plug + socket;
}

function sparks(): string {
  const at: Point = [meet[0] + 18, meet[1]];
  const rays = [-1, 1].flatMap((side) => range(5).map((index) => spoke(at, side * (Math.PI / 2 + (index - 2) * 0.34), 78, index % 2 === 0 ? 122 : 104))).join('');
  return circle(at, 132, { fill: amber, opacity: 0.14 }) + stroke(rays, amber, 8, { 'stroke-linecap': 'round' });
}

export const hackathonWeekend = post('hackathon-weekend', {
  title: 'About to fit',
  alt: 'Drawing: two windows with code, between them a plug close to its socket; one amber paragraph of a draft leads to a line in each of them.',
}, draw);
