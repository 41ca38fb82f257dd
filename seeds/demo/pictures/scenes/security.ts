import { amber, ice, indigo } from '../kit/palette';
import { ground, packet } from '../kit/parts';
import type { Picture } from '../kit/picture';
import { random, range, type Random } from '../kit/random';
import { circle, fill, line, num, stroke, type Point } from '../kit/svg';

/** Rings of unreadable arcs round one keyhole; one line goes through. */

const centre: Point = [1050, 500];
const kinds = [
  { colour: indigo.bright, width: 6 }, { colour: indigo.soft, width: 18 }, { colour: indigo.line, width: 4 },
  { colour: ice, width: 7 }, { colour: indigo.faint, width: 26 },
] as const;

function draw(): string {
  const rng = random(8446);
  const rings = range(14).map((index) => ring(rng, 128 + index * 54, kinds[index % kinds.length] ?? kinds[0]));
  return [ground(indigo, 1600, 1000, centre), ...rings, way(), lock()].join('');
}

/** A ring of arcs; none covers the way in from the left. */
function ring(rng: Random, radius: number, { colour, width }: { colour: string; width: number }): string {
  const open = Math.min(0.5, 52 / radius);
  const arcs: string[] = [];
  for (let angle = Math.PI + open; angle < Math.PI * 3 - open;) {
    const end = Math.min(Math.PI * 3 - open, angle + rng.between(0.14, 1.1));
    if (rng.chance(0.84)) arcs.push(arc(radius, angle, end));
    angle = end + rng.between(0.07, 0.36);
  }
  return stroke(arcs.join(''), colour, width, { 'stroke-linecap': width < 10 ? 'round' : 'butt' });
}

function arc(radius: number, from: number, to: number): string {
  const at = (angle: number): string => `${num(centre[0] + Math.cos(angle) * radius)} ${num(centre[1] + Math.sin(angle) * radius)}`;
  return `M${at(from)}A${radius} ${radius} 0 ${to - from > Math.PI ? 1 : 0} 1 ${at(to)}`;
}

function way(): string {
  const [x, y] = centre;
  const beside = [-24, 24].map((offset) => line(0, y + offset, x - 74, y + offset)).join('');
  const plain = [[70, 80], [236, 44], [610, 60], [770, 110]] as const;
  const packets = plain.map(([from, length]) => line(from, y, from + length, y)).join('');
  return [
    stroke(beside, indigo.line, 2, { opacity: 0.5 }),
    stroke(line(0, y, x - 74, y), ice, 3.5),
    packet(packets, indigo.bright, 18),
    packet(line(400, y, 478, y), amber, 20),
  ].join('');
}

function lock(): string {
  const [x, y] = centre;
  const hole = circle([x, y - 13], 19, { fill: indigo.body }) + fill(`M${x - 8} ${y}h16l9 42h-34z`, indigo.body);
  return circle(centre, 96, { fill: amber, opacity: 0.12 }) + circle(centre, 68, { fill: amber }) + hole;
}

export const security: Picture = {
  name: 'topic-security',
  title: 'Only one way in',
  alt: 'Drawing: rings of broken arcs surround a keyhole, a single line with packets leads through them to it.',
  width: 1600,
  height: 1000,
  focal: [0.65, 0.5],
  draw,
};
