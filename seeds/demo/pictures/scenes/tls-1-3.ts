import { cross, head, padlock } from '../kit/figures';
import { amber, ice, indigo, type Tone } from '../kit/palette';
import { ground } from '../kit/parts';
import { post } from '../kit/post';
import { range } from '../kit/random';
import { box, circle, dotted, fill, line, stroke, type Point } from '../kit/svg';

/** Two handshakes on one scale of time: the old with two round trips and old options, the new with one and few. */

const tone: Tone = { ...indigo, from: '#35318a', to: '#0f0f38', body: '#1f1d5e', faint: '#332f80', soft: '#5f5bb0', line: '#8f8ae0', bright: '#c9c6fa' };
const [top, trip] = [210, 104] as const;
const cap = { 'stroke-linecap': 'round' };

function draw(): string {
  const scale = range(7).map((index) => line(60, top + index * trip, 1540, top + index * trip)).join('');
  return [
    ground(tone, 1600, 1000, [1160, 420]), stroke(scale, tone.bright, 2, { opacity: 0.22, ...dotted('1 12') }),
    ...ladder([150, 640], 4, false), ...ladder([900, 1450], 2, true), stroke(line(765, 150, 765, 850), tone.line, 3, { opacity: 0.5 }),
  ].join('');
}

/** Client and server as two lines, so many messages between them, and then data, amber. */
function ladder([from, to]: Point, messages: number, fresh: boolean): string[] {
  const start = top + messages * trip;
  const rest = range(Math.ceil((820 - start) / 34)).map((index) => start + 20 + index * 34).filter((y) => y < 820);
  const data = rest.map((y, index) => `M${from + 34 + (index % 3) * 16} ${y}H${to - 34 - ((index * 7) % 4) * 18}`).join('');
  return [
    stroke(line(from, 160, from, 850) + line(to, 160, to, 850), fresh ? ice : tone.line, fresh ? 9 : 7, cap),
    fill(`M${from} ${start}H${to}V850H${from}z`, amber, { opacity: fresh ? 0.2 : 0.1 }), stroke(data, amber, fresh ? 14 : 10, { ...cap, opacity: fresh ? 1 : 0.6, 'stroke-dasharray': '58 30 110 34 34 30' }),
    ...range(messages).map((index) => message(from, to, index, fresh)),
    circle([from, start], 15, { fill: tone.body, stroke: amber, 'stroke-width': 7 }), circle([to, start], 15, { fill: tone.body, stroke: amber, 'stroke-width': 7 }), ...(fresh ? [seal([1175, start + 210])] : []),
  ];
}

function message(from: number, to: number, index: number, fresh: boolean): string {
  const [x1, x2] = index % 2 === 0 ? [from, to] : [to, from];
  const [y1, y2] = [top + index * trip, top + (index + 1) * trip];
  const angle = Math.atan2(y2 - y1, x2 - x1);
  const tip: Point = [x2 - Math.cos(angle) * 16, y2 - Math.sin(angle) * 16];
  const way = stroke(line(x1, y1, x2 - Math.cos(angle) * 34, y2 - Math.sin(angle) * 34), fresh ? ice : tone.line, fresh ? 7 : 5, cap);
  return way + head(tip, angle * 180 / Math.PI, 20, fresh ? ice : tone.line) + options([(x1 + x2) / 2, (y1 + y2) / 2], index, fresh);
}

/** What is on offer: in the old many, half of them given up since; in the new a few. */
function options([x, y]: Point, index: number, fresh: boolean): string {
  const count = fresh ? 3 : 5;
  return range(count).map((at) => {
    const cx = x + (at - (count - 1) / 2) * (fresh ? 74 : 66);
    const gone = !fresh && (at + index) % 5 !== 1 && (at + index) % 5 !== 3;
    const half = fresh ? 27 : 23;
    const body = box(cx - half, y - half, half * 2, half * 2, { rx: 10, fill: gone ? tone.to : tone.body, stroke: gone ? tone.soft : fresh ? ice : tone.bright, 'stroke-width': 5 });
    return body + (gone ? cross([cx, y], 9, tone.line, 5) : circle([cx, y], 9, { fill: fresh ? amber : tone.bright }));
  }).join('');
}

function seal(at: Point): string {
  return circle(at, 108, { fill: tone.body }) + circle(at, 108, { fill: amber, opacity: 0.22 }) + circle(at, 84, { fill: tone.body, stroke: amber, 'stroke-width': 7 }) + padlock([at[0], at[1] - 4], 0.86, amber, tone.body);
}

export const tls13 = post('tls-1-3', {
  title: 'One round trip less',
  alt: 'Drawing: two pairs of lines with messages between them; the left pair needs four with many crossed-out options, the right two, then amber data and a padlock.',
}, draw, [0.6, 0.5]);
