import { envelope, head, person } from '../kit/figures';
import { amber, ice, teal, terracotta, white } from '../kit/palette';
import { ground, hop, traffic, trunk, type Trunk } from '../kit/parts';
import { post } from '../kit/post';
import { random, range } from '../kit/random';
import { box, circle, dotted, element, fill, line, polyline, stroke, type Point } from '../kit/svg';

/** Two bodies on two grounds, one of circles and one of squares, and three ways between them from light to formal. */

const rows = [270, 500, 730] as const;
const left: readonly Point[] = [[440, 270], [440, 500], [440, 730], [250, 200], [260, 385], [250, 615], [270, 800], [90, 290], [80, 500], [100, 710]];
const right: readonly Point[] = left.map(([x, y]) => [1600 - x, y]);
const links = [[0, 3], [0, 4], [1, 4], [1, 5], [2, 5], [2, 6], [3, 7], [4, 7], [4, 8], [5, 8], [5, 9], [6, 9], [3, 4], [5, 6], [7, 8], [0, 1], [1, 2]] as const;
const formal: Trunk = { points: [[470, 730], [1130, 730]], count: 5, gap: 13, radius: 20, width: 3.5, colours: [ice, terracotta.bright, ice, teal.bright, ice] };

function draw(): string {
  return [ground(teal, 1600, 1000, [300, 500]), opposite(), net(left, teal.bright), net(right, terracotta.bright), light(), mail(), statement(), ...left.map(circles), ...right.map(squares)].join('');
}

function opposite(): string {
  const edge: readonly Point[] = [[800, 0], [800, 330], [860, 390], [860, 610], [740, 730], [740, 1000]];
  const slope = element('linearGradient', { id: 'far', x1: 0, y1: 0, x2: 1, y2: 1 }, element('stop', { offset: 0, 'stop-color': terracotta.from }) + element('stop', { offset: 1, 'stop-color': terracotta.to }));
  return element('defs', {}, slope) + fill(polyline([...edge, [1600, 1000], [1600, 0]], true), 'url(#far)') + stroke(polyline(edge), ice, 3, { opacity: 0.5, ...dotted('1 12') });
}

function net(nodes: readonly Point[], colour: string): string {
  return stroke(links.map(([from, to]) => line(...(nodes[from] ?? [0, 0]), ...(nodes[to] ?? [0, 0]))).join(''), colour, 3, { opacity: 0.65 });
}

function circles(at: Point, index: number): string {
  return index < 3 ? hop(at, 36, teal.body, ice, 8) + circle(at, 12, { fill: teal.bright }) : hop(at, 20, teal.body, teal.bright, 5);
}

function squares([x, y]: Point, index: number): string {
  const half = index < 3 ? 34 : 18;
  const body = box(x - half, y - half, half * 2, half * 2, { rx: 6, fill: terracotta.body, stroke: index < 3 ? ice : terracotta.bright, 'stroke-width': index < 3 ? 8 : 5 });
  return index < 3 ? body + box(x - 11, y - 11, 22, 22, { fill: terracotta.bright }) : body;
}

/** Somebody who takes part in both. */
function light(): string {
  const y = rows[0];
  return stroke(line(490, y, 1110, y), ice, 6, dotted('1 16')) + person([800, y - 4], 1.25, teal.body, ice);
}

/** A mail, there and back. */
function mail(): string {
  const y = rows[1];
  return stroke(line(490, y - 16, 1104, y - 16) + line(496, y + 16, 1110, y + 16), ice, 5) + head([1116, y - 16], 0, 16, ice) + head([484, y + 16], 180, 16, ice)
    + envelope([690, y - 16], 92, teal.body, ice) + envelope([930, y + 16], 92, terracotta.body, ice);
}

/** A statement with a seal, on a wide road. */
function statement(): string {
  const y = rows[2];
  const clear = [[800, y, 130]] as const;
  const seal = circle([800, y + 14], 26, { fill: white }) + range(3).map((index) => circle([790 + index * 10, y + 14], 3.5, { fill: '#8a5a14' })).join('');
  return stroke(line(470, y, 1130, y), teal.to, 84, { opacity: 0.75 }) + trunk(formal) + traffic(random(103), { trunk: formal, count: 10, size: 9, colours: [ice, white, amber], from: 0.08, to: 0.92, clear })
    + circle([800, y], 130, { fill: amber, opacity: 0.2 }) + envelope([800, y], 172, amber, white) + seal;
}

export const liaison = post('liaison', {
  title: 'Three ways across',
  alt: 'Drawing: a network of circles and one of squares, joined by a dotted line with a person, two lines with letters and a broad road with a sealed amber letter.',
}, draw);
