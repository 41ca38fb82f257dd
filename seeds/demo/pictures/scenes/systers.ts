import { person } from '../kit/figures';
import { amber, ice, indigo, white, type Tone } from '../kit/palette';
import { ground } from '../kit/parts';
import { post } from '../kit/post';
import { range } from '../kit/random';
import { box, circle, dotted, element, group, line, num, ring, stroke, type Point } from '../kit/svg';

/** A circle of people seen from above, open at one side, where somebody new comes in; one takes part from afar. */

const tone: Tone = { ...indigo, from: '#7a3a63', to: '#26102b', body: '#4a2145', faint: '#6b3360', soft: '#96568a', line: '#cf8fbf', bright: '#f3cfe4' };
const centre: Point = [800, 500];
const seats = 13;
/** The seat that is free, and the one with a screen. */
const [free, screen] = [6, 11] as const;

function around(seat: number, radius: number): Point {
  const angle = (seat / seats) * Math.PI * 2;
  return [centre[0] + Math.cos(angle) * radius, centre[1] + Math.sin(angle) * radius];
}

function draw(): string {
  const rings = [110, 380, 500, 640, 800].map((radius) => ring(centre, radius, tone.bright, 2, { opacity: 0.22, ...dotted('1 13') }));
  const talk = [[0, 4], [1, 7], [2, 10], [3, 12], [5, 9], [8, 0], [4, 10], [7, 12]] as const;
  const chords = talk.map(([from, to]) => line(...around(from, 200), ...around(to, 200))).join('');
  return [
    ground(tone, 1600, 1000, centre), ...rings, stroke(chords, tone.line, 3, { opacity: 0.55 }),
    ...range(seats).map((seat) => (seat === free ? place() : seat === screen ? afar() : above(around(seat, 262), seat, seat % 3 === 1 ? tone.soft : tone.faint, ice))),
    newcomer(),
  ].join('');
}

/** Shoulders and head from above, facing the middle of the circle. */
function above([x, y]: Point, seat: number, body: string, edge: string): string {
  const transform = `translate(${num(x)} ${num(y)})rotate(${num(seat / seats * 360 - 90)})`;
  return group({ transform, fill: body, stroke: edge, 'stroke-width': 6 }, element('ellipse', { rx: 56, ry: 28 }), circle([0, -7], 27, { fill: edge === amber ? amber : tone.body }));
}

function place(): string {
  return ring(around(free, 262), 46, amber, 4.5, dotted('1 11'));
}

function newcomer(): string {
  const [from, to] = [around(free, 580), around(free, 330)];
  const at = around(free, 430);
  return stroke(line(...from, ...to), amber, 6, dotted('1 17')) + circle(at, 104, { fill: amber, opacity: 0.15 }) + circle(at, 76, { fill: amber, opacity: 0.2 }) + above(at, free, amber, white);
}

/** A screen on a chair, its line leading away. */
function afar(): string {
  const [x, y] = around(screen, 272);
  const way = stroke(`M${num(x)} ${num(y)}L${num(x + 210)} ${num(y - 210)}H1640`, tone.bright, 4, dotted('1 12'));
  return way + box(x - 58, y - 48, 116, 92, { rx: 12, fill: tone.body, stroke: ice, 'stroke-width': 6 }) + person([x, y + 6], 0.6, tone.soft, ice);
}

export const systers = post('systers', {
  title: 'The circle opens',
  alt: 'Drawing: people in a circle seen from above, one of them on a screen; an amber figure walks towards the place left free for her.',
}, draw);
