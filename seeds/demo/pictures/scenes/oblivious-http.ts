import { envelope, head, padlock, person } from '../kit/figures';
import { amber, ice, indigo, navy, white, type Tone } from '../kit/palette';
import { ground } from '../kit/parts';
import { post } from '../kit/post';
import { range } from '../kit/random';
import { box, circle, dotted, line, ring, stroke, type Point } from '../kit/svg';

/** Four parties in a row: on the left side it is known who asks, on the right side what is asked, and nowhere both. */

const tone: Tone = { ...indigo, from: '#26457a', to: '#0c1533', body: '#152650', faint: '#24417a', soft: '#47689f', line: '#7c9fd6', bright: '#bcd4f8' };
const way = 600;
const [client, relay, gateway, target] = [190, 590, 1010, 1410] as const;
const cap = { 'stroke-linecap': 'round' };

function draw(): string {
  return [
    ground(tone, 1600, 1000, [800, way]), side(70, 650, '#3d6fae'), side(880, 650, '#8a6a3a'), border(),
    stroke(line(client, way, target, way), tone.to, 22) + stroke(line(client, way, target, way), ice, 6),
    laptop(), station(relay), station(gateway), machine(), mask(), key(), ...letters(), ...known(),
  ].join('');
}

function side(x: number, width: number, colour: string): string {
  return box(x, 190, width, 620, { rx: 44, fill: colour, opacity: 0.24 }) + box(x, 190, width, 620, { rx: 44, fill: 'none', stroke: tone.line, 'stroke-width': 3, ...dotted('1 12') });
}

/** Between the two sides nothing passes but what is sealed. */
function border(): string {
  return stroke(range(5).map((index) => line(760 + index * 20, 0, 760 + index * 20, 1000)).join(''), tone.line, 3, { opacity: 0.5, ...dotted('1 13') });
}

function laptop(): string {
  return box(client - 74, way - 66, 148, 104, { rx: 12, fill: tone.body, stroke: ice, 'stroke-width': 7 }) + stroke(`M${client - 100} ${way + 60}h200`, ice, 14, cap)
    + stroke(`M${client - 42} ${way - 30}h60m-60 26h84`, tone.line, 9, cap);
}

function station(x: number): string {
  return circle([x, way], 104, { fill: tone.to, opacity: 0.5 }) + circle([x, way], 90, { fill: tone.body, stroke: ice, 'stroke-width': 8 });
}

/** The relay covers the eyes of whoever asks. */
function mask(): string {
  const d = `M${relay - 56} ${way - 20}q56-16 112 0q4 52-34 50q-16-1-22-18q-6 17-22 18q-38 2-34-50z`;
  return stroke(d, ice, 7, { 'stroke-linejoin': 'round' }) + ring([relay - 26, way + 2], 9, amber, 6) + ring([relay + 26, way + 2], 9, amber, 6);
}

function key(): string {
  return ring([gateway - 30, way], 22, amber, 10) + stroke(`M${gateway - 8} ${way}h56m-18 0v20m18-20v26`, amber, 10, cap);
}

function machine(): string {
  return range(3).map((index) => box(target - 74, way - 90 + index * 62, 148, 54, { rx: 10, fill: tone.body, stroke: ice, 'stroke-width': 6 }) + circle([target - 46, way - 63 + index * 62], 8, { fill: index === 0 ? amber : tone.line })
    + stroke(`M${target - 20} ${way - 63 + index * 62}h66`, tone.line, 7, { 'stroke-dasharray': '10 8' })).join('');
}

/** The request: sealed and with a sender, sealed and without one, open. */
function letters(): string[] {
  const seal = (x: number): string => circle([x, way + 8], 13, { fill: amber });
  const sender: Point = [390, way];
  return [
    envelope(sender, 128, tone.body, ice), seal(390), person([390 - 38, way - 84], 0.42, tone.body, ice), stroke(`M382 ${way - 96}h64m-64 22h42`, ice, 7, cap),
    envelope([800, way], 148, tone.faint, white), seal(800), head([704, way], 0, 15, ice), head([912, way], 0, 15, ice),
    box(1160, way - 62, 100, 124, { rx: 8, fill: white }), stroke(`M1180 ${way - 32}h60m-60 26h44m-44 26h60m-60 26h30`, '#47689f', 9, cap), stroke(`M1180 ${way - 32}h34`, amber, 9, cap),
  ];
}

/** On one side the person is known, on the other the words. */
function known(): string[] {
  const at: Point = [390, 350];
  const words = 'M1150 318h120m-120 32h84m-84 32h106';
  return [
    circle(at, 84, { fill: navy.line, opacity: 0.28 }), person(at, 1.05, tone.body, ice),
    circle([1210, 350], 110, { fill: amber, opacity: 0.2 }), box(1122, 274, 176, 152, { rx: 16, fill: tone.body, stroke: amber, 'stroke-width': 6 }), stroke(words, amber, 12, cap), padlock([800, 350], 1.1, ice, tone.body),
  ];
}

export const obliviousHttp = post('oblivious-http', {
  title: 'Who asks, and what is asked',
  alt: 'Drawing: a sealed letter goes from a laptop past a mask and a key to a server; the left side shows a person, the right side amber lines of text.',
}, draw);
