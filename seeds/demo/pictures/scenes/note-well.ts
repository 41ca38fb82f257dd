import { bubble } from '../kit/figures';
import { amber, ice, indigo, white } from '../kit/palette';
import { dash, ground, page } from '../kit/parts';
import { post } from '../kit/post';
import { range } from '../kit/random';
import { rounded } from '../kit/route';
import { box, circle, fill, num, ring, stroke, type Point } from '../kit/svg';

/** What is said at a microphone comes under one note, which holds no rules and points to four documents that do. */

const mouth: Point = [270, 410];
const rows = [245, 415, 585, 755] as const;

function draw(): string {
  return [
    ground(indigo, 1600, 1000, [740, 500]), waves(), microphone(), ...rows.map(way),
    circle([740, 500], 290, { fill: amber, opacity: 0.1 }), circle([740, 500], 240, { fill: amber, opacity: 0.14 }),
    page({ at: [740, 500], width: 270, height: 350, lines: 8, paper: white, edge: white, title: amber, ink: '#4a57a6' }),
    ...rows.map(source),
  ].join('');
}

function waves(): string {
  return range(5).map((index) => {
    const [radius, half] = [150 + index * 58, 0.62];
    const [dx, dy] = [Math.cos(half) * radius, Math.sin(half) * radius];
    return stroke(`M${num(mouth[0] + dx)} ${num(mouth[1] - dy)}A${radius} ${radius} 0 0 1 ${num(mouth[0] + dx)} ${num(mouth[1] + dy)}`, indigo.bright, 7 - index, { 'stroke-linecap': 'round', opacity: 0.9 - index * 0.13 });
  }).join('');
}

function microphone(): string {
  const grille = range(4).map((index) => `M212 ${322 + index * 42}h116`).join('');
  return box(200, 270, 140, 280, { rx: 70, fill: indigo.body, stroke: ice, 'stroke-width': 9 }) + stroke(grille, indigo.line, 6)
    + stroke('M156 462v18a114 114 0 0 0 228 0v-18M270 594v126M186 724h168', ice, 10, { 'stroke-linecap': 'round' }) + circle([270, 505], 12, { fill: amber });
}

function way(row: number, index: number): string {
  const from = 500 + (index - 1.5) * 46;
  const points: readonly Point[] = [[880, from], [940 + Math.abs(row - 500) * 0.14, from], [1150 - Math.abs(row - 500) * 0.1, row], [1210, row]];
  return stroke(rounded(points, 40), ice, 4.5) + stroke(dash(points, 0.5, 40), index === 1 ? amber : indigo.bright, 14, { 'stroke-linecap': 'round' });
}

/** A document, with a sign for its subject: patents, copyright, conduct, and somebody to talk to. */
function source(row: number, index: number): string {
  const at: Point = [1285, row];
  const heart = `M1285 ${row + 32}l-31-31a19 19 0 0 1 27-27l4 4 4-4a19 19 0 0 1 27 27z`;
  const signs = [
    ring([1285, row - 8], 24, ice, 6) + fill(`M1271 ${row + 12}l-6 30 20-11 20 11-6-30z`, ice) + circle([1285, row - 8], 9, { fill: ice }),
    ring(at, 35, ice, 6) + stroke(`M1298 ${row - 11}a17 17 0 1 0 0 22`, ice, 7, { 'stroke-linecap': 'round' }),
    bubble([1285, row - 6], 78, 50, 1, { fill: 'none', stroke: ice, 'stroke-width': 6 }),
    fill(heart, ice),
  ];
  const lines = [150, 118, 136].map((width, at3) => `M1366 ${row - 26 + at3 * 26}h${width}`).join('');
  return box(1210, row - 68, 340, 136, { rx: 16, fill: indigo.body, stroke: ice, 'stroke-width': 5 }) + (signs[index] ?? '')
    + stroke(lines, indigo.line, 9, { 'stroke-linecap': 'round' });
}

export const noteWell = post('note-well', {
  title: 'A note that points elsewhere',
  alt: 'Drawing: a microphone with sound waves before a bright page, from which lines lead to four documents, for patents, copyright, conduct and help.',
}, draw, [0.55, 0.5]);
