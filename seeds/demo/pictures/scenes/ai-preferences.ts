import { amber, ice, indigo, type Tone } from '../kit/palette';
import { ground } from '../kit/parts';
import { post } from '../kit/post';
import { range } from '../kit/random';
import { rounded } from '../kit/route';
import { box, circle, dots, dotted, line, ring, stroke, type Point } from '../kit/svg';

/** A page with three switches: crawlers for a search engine and for reading aloud go on, the one for training does not. */

const tone: Tone = { ...indigo, from: '#3f4f8f', to: '#131a40', body: '#202a5c', faint: '#36437f' };
const rows = [270, 500, 730] as const;
const cap = { 'stroke-linecap': 'round' };

function draw(): string {
  const ends = [lens, loudspeaker, neurons];
  return [ground(tone, 1600, 1000, [420, 500]), site(), ...rows.map(way), ...rows.map((y, index) => robot([960, y], index === 2)), ...rows.map((y, index) => end(y, index) + (ends[index]?.(y) ?? ''))].join('');
}

/** A web page with a switch beside each use. */
function site(): string {
  const lines = rows.map((y) => `M170 ${y - 22}h230M170 ${y + 22}h150`).join('');
  return box(110, 118, 560, 764, { rx: 30, fill: tone.body, stroke: ice, 'stroke-width': 7 }) + stroke(line(110, 188, 670, 188), ice, 5)
    + range(3).map((dot) => circle([152 + dot * 36, 153], 10, { fill: dot === 0 ? amber : tone.line })).join('') + box(280, 137, 350, 32, { rx: 16, fill: tone.faint })
    + stroke(line(150, 385, 630, 385) + line(150, 615, 630, 615), tone.soft, 3) + stroke(lines, tone.line, 15, cap) + rows.map((y, index) => toggle(y, index < 2)).join('');
}

function toggle(y: number, on: boolean): string {
  return box(490, y - 40, 134, 80, { rx: 40, fill: on ? tone.line : tone.to, stroke: on ? ice : amber, 'stroke-width': 6 }) + circle([on ? 584 : 530, y], 27, { fill: on ? ice : amber });
}

function way(y: number, index: number): string {
  const points: readonly Point[] = [[627, y], [1260, y]];
  if (index < 2) return stroke(rounded(points, 30), ice, 5) + stroke(`M${720 + index * 50} ${y}h46M1120 ${y}h${60 - index * 22}`, tone.bright, 15, cap);
  return stroke(line(627, y, 1080, y), amber, 6, dotted('1 15')) + stroke(line(1096, y - 74, 1096, y + 74), amber, 14, cap);
}

/** A crawler: a box with eyes, an antenna and legs. */
function robot([x, y]: Point, asked: boolean): string {
  const edge = asked ? amber : ice;
  return stroke(`M${x} ${y - 52}v-26M${x - 32} ${y + 46}v26M${x + 32} ${y + 46}v26`, edge, 7, cap) + circle([x, y - 84], 10, { fill: edge })
    + box(x - 68, y - 52, 136, 100, { rx: 26, fill: tone.body, stroke: edge, 'stroke-width': 7 }) + circle([x - 28, y - 8], 12, { fill: edge }) + circle([x + 28, y - 8], 12, { fill: edge })
    + stroke(asked ? `M${x - 22} ${y + 26}h44` : `M${x - 24} ${y + 20}q24 18 48 0`, edge, 6, cap);
}

function end(y: number, index: number): string {
  return circle([1370, y], 104, { fill: index < 2 ? tone.faint : tone.body, stroke: index < 2 ? ice : tone.line, 'stroke-width': 6, ...(index < 2 ? {} : dotted('1 14')) });
}

function lens(y: number): string {
  return ring([1358, y - 12], 42, ice, 11) + stroke(line(1390, y + 20, 1424, y + 54), ice, 16, cap);
}

function loudspeaker(y: number): string {
  return stroke(`M1318 ${y - 20}h24l36-32v104l-36-32h-24z`, ice, 9, { 'stroke-linejoin': 'round' }) + stroke(`M1402 ${y - 24}q18 24 0 48M1424 ${y - 44}q34 44 0 88`, ice, 8, cap);
}

function neurons(y: number): string {
  const layers: readonly (readonly Point[])[] = [[-34, 0, 34].map((dy): Point => [1314, y + dy]), [-52, -18, 18, 52].map((dy): Point => [1370, y + dy]), [-26, 26].map((dy): Point => [1426, y + dy])];
  const links = layers.slice(1).flatMap((layer, index) => (layers[index] ?? []).flatMap((from) => layer.map((to) => line(...from, ...to)))).join('');
  return stroke(links, tone.soft, 2.6) + dots(layers.flat(), 9, tone.bright);
}

export const aiPreferences = post('ai-preferences', {
  title: 'Two switches on, one off',
  alt: 'Drawing: a web page with three switches and three small robots, two go on to a lens and a loudspeaker, the amber one stops at a bar.',
}, draw);
