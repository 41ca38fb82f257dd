import { tick } from '../kit/figures';
import { amber, ice, navy, white } from '../kit/palette';
import { ground, page } from '../kit/parts';
import { post } from '../kit/post';
import { random, range } from '../kit/random';
import { circle, fill, line, num, spoke, stroke, type Point } from '../kit/svg';

/** Drafts crowd before a door that is about to close; those inside stand still, so that they can be read. */

const gate: Point = [960, 500];

function draw(): string {
  const floor = range(21).map((index) => line(0, index * 50, 1600, index * 50)).join('');
  return [ground(navy, 1600, 1000, gate), stroke(floor, navy.bright, 1.5, { opacity: 0.09 }), crowd(), door(), ...inside()].join('');
}

/** Many drafts, closer together the nearer they are to the door. */
function crowd(): string {
  const rng = random(127);
  const places: Point[] = [];
  for (let tries = 0; tries < 4000 && places.length < 92; tries += 1) {
    const at: Point = [-20 + 900 * rng.next() ** 0.5, rng.between(30, 970)];
    const room = 118 - at[0] * 0.055;
    if (places.every(([x, y]) => Math.hypot((x - at[0]) * 1.15, y - at[1]) > room) && Math.hypot(at[0] - gate[0], at[1] - gate[1]) > 215) places.push(at);
  }
  const sheets = places.map(([x, y]) => `M${num(x - 25)} ${num(y - 32)}h50v64h-50z`).join('');
  const words = places.map(([x, y]) => `M${num(x - 14)} ${num(y - 3)}h28m-28 14h20`).join('');
  const titles = places.map(([x, y]) => `M${num(x - 14)} ${num(y - 18)}h16`).join('');
  const trails = places.map(([x, y]) => `M${num(x - 36)} ${num(y - 14)}h${num(-24 - x * 0.05)}m12 24h${num(-16 + x * 0.05)}`).join('');
  return stroke(trails, navy.line, 3, { opacity: 0.6, 'stroke-linecap': 'round' })
    + fill(sheets, navy.body, { stroke: navy.bright, 'stroke-width': 3.6, 'stroke-linejoin': 'round' }) + stroke(words, navy.line, 5) + stroke(titles, ice, 6);
}

function door(): string {
  const [x, y] = gate;
  const ticks = range(12).map((hour) => spoke(gate, hour * Math.PI / 6, 108, hour % 3 === 0 ? 88 : 97)).join('');
  return stroke(line(x, 0, x, 1000), navy.to, 70) + stroke(line(x - 22, 0, x - 22, 1000) + line(x + 22, 0, x + 22, 1000), ice, 6)
    + stroke(range(24).map((index) => line(x - 12, index * 42 + 30, x + 12, index * 42 + 8)).join(''), navy.line, 5)
    + circle(gate, 168, { fill: amber, opacity: 0.16 }) + circle(gate, 132, { fill: navy.body, stroke: ice, 'stroke-width': 9 }) + stroke(ticks, ice, 6)
    + stroke(spoke(gate, -1.63, 0, 56), white, 11, { 'stroke-linecap': 'round' }) + stroke(spoke(gate, -1.89, 0, 92), amber, 9, { 'stroke-linecap': 'round' })
    + circle([x, y], 12, { fill: amber });
}

/** Inside: in rows, the first ones read. */
function inside(): string[] {
  return range(16).map((index) => {
    const at: Point = [1180 + (index % 4) * 108, 278 + Math.floor(index / 4) * 148];
    const read = index < 6;
    const last = index === 12;
    const sheet = { at, width: 82, height: 106, lines: 5, paper: last ? amber : navy.body, edge: last ? white : ice, title: last ? white : ice, ink: last ? '#7d5518' : navy.line };
    return page(sheet) + (read ? circle([at[0] + 36, at[1] + 46], 19, { fill: ice }) + tick([at[0] + 36, at[1] + 46], 9, navy.body, 5) : '');
  });
}

export const deadlines = post('draft-deadlines', {
  title: 'A minute before the door closes',
  alt: 'Drawing: drafts crowd before a door with a clock shortly before twelve, behind it sixteen drafts stand in rows, six ticked, one amber.',
}, draw, [0.6, 0.5]);
