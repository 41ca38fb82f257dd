import { amber, blue, ice, white, type Tone } from '../kit/palette';
import { ground, packet } from '../kit/parts';
import { post } from '../kit/post';
import { range } from '../kit/random';
import { rounded } from '../kit/route';
import { box, circle, dotted, line, num, stroke, type Point } from '../kit/svg';

/** A telephone leaves the house, from Wi-Fi to a mast, and its download goes on: the connection has a name of its own. */

const tone: Tone = { ...blue, from: '#125a82', to: '#08243c', body: '#0d3d5e', faint: '#17587f' };
const floor = 770;
const phones = [{ x: 560, done: 0.35 }, { x: 775, done: 0.6 }, { x: 990, done: 0.9 }] as const;
const cap = { 'stroke-linecap': 'round', 'stroke-linejoin': 'round' };

function draw(): string {
  return [ground(tone, 1600, 1000, [990, 560]), town(), waves([330, 470], -0.85, -0.2, 150), waves([1330, 330], 2.2, 3.35, 84), paths(), house(), mast(), server(), steps(), ...phones.map(phone)].join('');
}

function town(): string {
  const heights = [120, 190, 150, 240, 170, 90, 210, 280, 160, 230, 130, 180, 260, 150, 200, 110];
  const d = heights.map((height, index) => `M${index * 104 - 20} ${floor}v${-height}h84v${height}`).join('');
  return stroke(d, tone.bright, 2.5, { opacity: 0.18 }) + stroke(line(0, floor, 1600, floor), ice, 6);
}

/** Arcs about a sender, between two angles. */
function waves([x, y]: Point, from: number, to: number, near: number): string {
  return range(4).map((index) => {
    const far = near + index * 42;
    return stroke(`M${num(x + Math.cos(from) * far)} ${num(y + Math.sin(from) * far)}A${far} ${far} 0 0 1 ${num(x + Math.cos(to) * far)} ${num(y + Math.sin(to) * far)}`, tone.bright, 8, { 'stroke-linecap': 'round', opacity: 0.9 - index * 0.18 });
  }).join('');
}

function house(): string {
  return stroke(`M130 ${floor}V520L290 390L450 520V${floor}`, tone.to, 22, cap) + stroke(`M130 ${floor}V520L290 390L450 520V${floor}M100 545L290 390L480 545`, ice, 9, cap)
    + box(186, 610, 90, 160, { rx: 6, fill: tone.body, stroke: tone.bright, 'stroke-width': 6 }) + box(320, 600, 84, 74, { rx: 6, fill: '#5f5a48', stroke: amber, 'stroke-width': 6 }) + circle([290, 480], 13, { fill: ice });
}

function mast(): string {
  const [x, top] = [1360, 330];
  const rungs = [0.2, 0.4, 0.62, 0.84].map((share) => line(x - 74 * share, top + (floor - top) * share, x + 74 * share, top + (floor - top) * share)).join('');
  return stroke(`M${x - 74} ${floor}L${x} ${top}L${x + 74} ${floor}`, ice, 9, cap) + stroke(rungs, tone.bright, 5) + circle([x, top], 19, { fill: amber, stroke: white, 'stroke-width': 5 });
}

/** The old path has gone quiet; the new one carries the same streams. */
function paths(): string {
  const old: readonly Point[] = [[290, 385], [290, 250], [700, 250]];
  const lanes = [-18, 0, 18].map((shift) => rounded([[1360 + shift, 330], [1360 + shift, 232 - shift], [900, 232 - shift]], 60));
  return stroke(rounded(old, 60), tone.bright, 5, dotted('1 15')) + stroke(lanes.join(''), ice, 4) + packet('M960 214h60M1090 214h36M1200 214h50M1000 250h40M1180 250h64', tone.bright, 12) + packet('M940 232h44M1040 232h60M1150 232h40', amber, 12)
    + stroke('M1040 560Q1190 540 1300 400', amber, 6, dotted('1 16'));
}

function server(): string {
  return range(3).map((index) => box(690, 150 + index * 58, 220, 50, { rx: 10, fill: tone.body, stroke: ice, 'stroke-width': 6 }) + circle([722, 175 + index * 58], 8, { fill: index === 1 ? amber : tone.bright })
    + stroke(`M760 ${175 + index * 58}h116`, tone.line, 7, { 'stroke-dasharray': '11 8' })).join('');
}

function steps(): string {
  return stroke(line(625, 600, 708, 600) + line(842, 600, 918, 600), amber, 6, dotted('1 15'));
}

function phone({ x, done }: (typeof phones)[number], index: number): string {
  const lit = index === 2;
  const [edge, y, round] = [lit ? white : tone.bright, 600, 2 * Math.PI * 32];
  const dashes = lit ? {} : { 'stroke-dasharray': '14 10' };
  const halo = lit ? circle([x, y], 178, { fill: amber, opacity: 0.13 }) + circle([x, y], 134, { fill: amber, opacity: 0.16 }) : '';
  return halo + box(x - 60, y - 112, 120, 224, { rx: 22, fill: tone.body, stroke: edge, 'stroke-width': lit ? 9 : 5, ...dashes }) + circle([x, y - 18], 32, { fill: 'none', stroke: tone.faint, 'stroke-width': 13 })
    + circle([x, y - 18], 32, { fill: 'none', stroke: amber, 'stroke-width': 13, 'stroke-dasharray': `${num(round * done)} ${num(round)}`, transform: `rotate(-90 ${x} ${y - 18})` })
    + stroke(`M${x - 30} ${y + 54}h60`, tone.line, 10, cap) + stroke(`M${x - 14} ${y + 88}h28`, edge, 6, cap);
}

export const quic = post('quic', {
  title: 'Leaving the house',
  alt: 'Drawing: a telephone in three places between a house with Wi-Fi and a mast, an amber circle of its download more complete each time.',
}, draw, [0.5, 0.46]);
