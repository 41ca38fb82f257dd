import { amber, ice, navy, type Tone } from '../kit/palette';
import { ground } from '../kit/parts';
import type { Picture } from '../kit/picture';
import { range } from '../kit/random';
import { box, boxes, circle, dots, dotted, fill, group, line, num, ring, stroke, type Point } from '../kit/svg';

/** An empty calendar sheet over the sheets that follow: seven columns, six rows, and a dashed week that has no date yet. */

const tone: Tone = { ...navy, from: '#175a78', to: '#071c2e', body: '#0d3a55', faint: '#17506f' };
const [left, top, width, height] = [330, 130, 940, 770] as const;
const head = 138;
const [cellX, cellY] = [width / 7, (height - head) / 6] as const;
/** The week that may be it. */
const row = 3;

function draw(): string {
  return [
    ground(tone, 1600, 1000, [800, 520]), years(), ...[3, 2, 1].map(sheetBehind), sheet(), grid(), numbers(), week(), binding(),
  ].join('');
}

/** Months to come, as faint sheets on a long line left and right. */
function years(): string {
  const rails = range(6).map((index) => line(-20, 150 + index * 140, 1620, 150 + index * 140)).join('');
  const marks = range(33).flatMap((index) => range(6).map((rail): Point => [index * 50, 150 + rail * 140]));
  return stroke(rails, tone.bright, 1.6, { opacity: 0.12 }) + dots(marks, 2.6, tone.bright, { opacity: 0.3 });
}

function sheetBehind(depth: number): string {
  const turn = `rotate(${num(depth * 2.1)} ${left + width} ${top})`;
  return box(left, top, width, height, { rx: 22, fill: tone.body, stroke: tone.line, 'stroke-width': 2.4, transform: turn, opacity: num(1 - depth * 0.2) });
}

function sheet(): string {
  const shape = `M${left} ${top + head}v-116q0 -22 22 -22h${width - 44}q22 0 22 22v116z`;
  return box(left + 14, top + 20, width, height, { rx: 22, fill: tone.to, opacity: 0.5 })
    + box(left, top, width, height, { rx: 22, fill: tone.faint, stroke: ice, 'stroke-width': 4.5 })
    + fill(shape, tone.line, { opacity: 0.4 });
}

function grid(): string {
  const down = range(6).map((index) => line(left + (index + 1) * cellX, top + head, left + (index + 1) * cellX, top + height)).join('');
  const across = range(5).map((index) => line(left, top + head + (index + 1) * cellY, left + width, top + head + (index + 1) * cellY)).join('');
  const days = boxes(range(7).map((index) => [left + index * cellX + 44, top + 100, cellX - 88, 9] as const));
  return stroke(down + across, tone.bright, 2, { opacity: 0.55 }) + stroke(line(left, top + head, left + width, top + head), ice, 4) + fill(days, ice, { opacity: 0.75 });
}

/** Where the numbers of the days would stand: open rings. */
function numbers(): string {
  return range(42).filter((index) => index >= 2 && index < 33 && Math.floor(index / 7) !== row)
    .map((index) => ring([left + (index % 7) * cellX + 26, top + head + Math.floor(index / 7) * cellY + 26], 8, tone.bright, 2.4, { opacity: 0.7 })).join('');
}

function week(): string {
  const y = top + head + row * cellY;
  const open = range(7).map((index) => ring([left + (index + 0.5) * cellX, y + cellY / 2], 22, amber, 4.5, dotted('1 9'))).join('');
  return box(left + 9, y + 9, width - 18, cellY - 18, { rx: 26, fill: amber, opacity: 0.13 })
    + box(left + 9, y + 9, width - 18, cellY - 18, { rx: 26, fill: 'none', stroke: amber, 'stroke-width': 5.5, 'stroke-dasharray': '22 14', 'stroke-linecap': 'round' }) + open;
}

function binding(): string {
  return range(9).map((index) => {
    const x = left + 70 + index * (width - 140) / 8;
    const wire = box(x - 8, top - 42, 16, 78, { rx: 8, fill: tone.body, stroke: ice, 'stroke-width': 4 });
    return group({}, circle([x, top + 30], 15, { fill: tone.to }), wire);
  }).join('');
}

export const announced: Picture = {
  name: 'event-announced',
  title: 'A week that has no date yet',
  alt: 'Drawing: an empty calendar sheet on rings, seven columns and six rows without words, one week framed by a dashed amber line.',
  width: 1600,
  height: 1000,
  focal: [0.5, 0.55],
  draw,
};
