import { placed } from '../kit/figures';
import { amber, blue, ice, white, type Tone } from '../kit/palette';
import { ground } from '../kit/parts';
import { post } from '../kit/post';
import { random, range } from '../kit/random';
import { circle, dotted, element, num, stroke, type Point } from '../kit/svg';

/** Birds of a feather: single birds turn one after another towards a flock in formation. */

const tone: Tone = { ...blue, from: '#2f86bb', to: '#0b2f5e', body: '#144f86', faint: '#2a74a8' };
const leader: Point = [1200, 400];
const heading = -24;

function draw(): string {
  const flock = range(9).map((index) => formation(index));
  const loose: readonly (readonly [x: number, y: number, turn: number, scale: number])[] = [
    [150, 300, 14, 0.85], [330, 215, 26, 0.7], [120, 560, -26, 0.8], [400, 460, -12, 1], [290, 720, -42, 0.95], [540, 815, -34, 0.85], [90, 860, -30, 0.7], [1270, 790, -150, 0.8], [1470, 690, -160, 0.65],
  ];
  return [
    ground(tone, 1600, 1000, leader), air(), ...loose.map(([x, y]) => joining([x, y])),
    ...loose.map(([x, y, turn, scale]) => bird([x, y], turn, scale, tone.body, tone.bright)),
    ...flock.slice(1).map((at) => bird(at, heading, 1.1, ice, tone.body)),
    circle(leader, 132, { fill: amber, opacity: 0.14 }), circle(leader, 98, { fill: amber, opacity: 0.2 }), bird(leader, heading, 1.3, amber, white),
  ].join('');
}

/** Places in a V: the leader, then to the left and to the right of it by turns. */
function formation(index: number): Point {
  const [row, side] = [Math.ceil(index / 2), index % 2 === 0 ? 1 : -1];
  const angle = heading * Math.PI / 180;
  const [back, out] = [row * 114, row * 67 * side];
  return [leader[0] - Math.cos(angle) * back - Math.sin(angle) * out, leader[1] - Math.sin(angle) * back + Math.cos(angle) * out];
}

/** Seen from above, flying to the right before it is turned. */
function bird(at: Point, turn: number, scale: number, body: string, edge: string): string {
  const d = 'M48 0Q30-9 12-9Q0-48-34-76Q-24-38-18-9L-40-6L-62-17L-54 0L-62 17L-40 6L-18 9Q-24 38-34 76Q0 48 12 9Q30 9 48 0z';
  return placed(at, scale, element('path', { d, transform: `rotate(${turn})`, fill: body, stroke: edge, 'stroke-width': 4, 'stroke-linejoin': 'round' }));
}

/** From a single bird to the end of the flock. */
function joining([x, y]: Point): string {
  const [tx, ty] = y > 600 ? [825, 872] : [600, 330];
  return stroke(`M${num(x)} ${num(y)}Q${num((x + tx) / 2)} ${num(y > 600 ? y - 60 : y + 60)} ${tx} ${ty}`, tone.bright, 2.6, { opacity: 0.6, ...dotted('1 11') });
}

function air(): string {
  const rng = random(5434);
  const streaks = range(46).map(() => `M${num(rng.between(-80, 1560))} ${num(rng.between(0, 1080))}l${num(rng.between(60, 190))} ${num(-rng.between(30, 78))}`).join('');
  return stroke(streaks, tone.bright, 2.4, { opacity: 0.2, 'stroke-linecap': 'round' });
}

export const bof = post('bof', {
  title: 'Birds of a feather',
  alt: 'Drawing: white birds fly in a V behind an amber one, single birds come from all sides on dotted lines to join them.',
}, draw, [0.65, 0.45]);
