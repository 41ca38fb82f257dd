import { amber, blue, ice, navy, type Tone } from '../kit/palette';
import { dash, ground, hop, packet, trunk, type Trunk } from '../kit/parts';
import type { Picture } from '../kit/picture';
import { random, range, type Random } from '../kit/random';
import { rounded } from '../kit/route';
import { box, boxes, circle, dotted, line, polyline, ring, stroke, type Point } from '../kit/svg';

const tone: Tone = { ...navy, from: '#134469', to: '#08192a', body: '#0c2c47' };
const stops = [190, 434, 678, 922, 1166, 1410] as const;

/** Six hops on one route; after the second and third a loop leads back, the last is square. */
function drawPath(): string {
  const way: Trunk = {
    points: [[-40, 340], [280, 340], [370, 250], [1640, 250]], count: 5, gap: 15, radius: 60, width: 3,
    colours: [tone.soft, tone.line, tone.bright, tone.line, tone.soft],
  };
  const spots = stops.map((x, index): Point => [x, index === 0 ? 340 : 250]);
  const sizes = [34, 40, 46, 52, 58];
  return [
    ground(tone, 1600, 500, [1410, 250]), ticks(500), ...loops(), trunk(way),
    packet([556, 800, 1044, 1282].map((x) => line(x - 17, 250, x + 17, 250)).join('') + dash(way.points, 0.203, 34), ice, 11),
    ...spots.slice(0, 5).map((at, index) => station(at, sizes[index] ?? 40, index + 1)),
    last([stops[5], 250]),
  ].join('');
}

function ticks(height: number): string {
  const marks = range(33).map((index) => line(index * 50, height, index * 50, height - (index % 8 === 0 ? 26 : index % 4 === 0 ? 16 : 9)));
  return stroke(marks.join(''), tone.bright, 2, { opacity: 0.4 });
}

function station(at: Point, radius: number, filled: number): string {
  const inner = range(5).map((index) => {
    const angle = -Math.PI / 2 + index * Math.PI * 2 / 5;
    return { at: [at[0] + Math.cos(angle) * radius * 0.48, at[1] + Math.sin(angle) * radius * 0.48] as Point, lit: index < filled };
  });
  return hop(at, radius, tone.body, ice, 6) + inner.map((dot) => circle(dot.at, radius * 0.13, { fill: dot.lit ? tone.bright : tone.faint })).join('');
}

function loops(): string[] {
  const ways: readonly (readonly Point[])[] = [
    [[678, 250], [678, 330], [618, 390], [494, 390], [434, 330], [434, 250]],
    [[922, 250], [922, 170], [862, 110], [738, 110], [678, 170], [678, 250]],
    [[1166, 250], [1166, 330], [1106, 390], [982, 390], [922, 330], [922, 250]],
  ];
  const marks: readonly Point[] = [[556, 390], [800, 110], [1044, 390]];
  const lines = ways.map((points) => stroke(rounded(points, 44), tone.line, 3, dotted('2 11')));
  const heads = marks.map(([x, y]) => stroke(`M${x + 8} ${y - 11}l-14 11 14 11`, tone.bright, 4, { 'stroke-linecap': 'round', 'stroke-linejoin': 'round' }));
  return [...lines, ...heads];
}

function last([x, y]: Point): string {
  const bars = [40, 68, 56, 30].map((width, index) =>
    box(x - 34, y - 36 + index * 21, width, 9, { rx: 4, fill: '#4a2f06', opacity: index === 0 ? 1 : 0.65 }));
  return box(x - 82, y - 82, 164, 164, { rx: 18, fill: amber, opacity: 0.18 }) + box(x - 60, y - 60, 120, 120, { rx: 8, fill: amber }) + bars.join('');
}

/** Two steps of maturity; a by-pass under each leads to what is historic. */
function drawTrack(): string {
  const climb: Trunk = {
    points: [[-40, 500], [420, 500], [700, 220], [1640, 220]], count: 6, gap: 16, radius: 90, width: 3.4,
    colours: [tone.soft, tone.line, tone.bright, tone.bright, tone.line, tone.soft],
  };
  const exits: readonly (readonly Point[])[] = [
    [[240, 570], [240, 590], [272, 622], [1290, 622]],
    [[930, 310], [930, 500], [1052, 622], [1290, 622]],
  ];
  return [
    ground(tone, 1600, 700, [900, 220]), ...plates(),
    ...exits.map((points) => stroke(rounded(points, 60), tone.line, 4, dotted('3 12'))),
    trunk(climb), packet([0.16, 0.44, 0.78, 0.9].map((share) => dash(climb.points.map(([x, y]) => [x, y + 8]), share, 40)).join(''), ice, 12),
    packet(dash(climb.points.map(([x, y]) => [x, y - 8]), 0.39, 40), amber, 12),
    step([240, 500], 74, false), step([930, 220], 92, true), historic([1376, 622]),
  ].join('');
}

/** The levels that the steps stand on. */
function plates(): string[] {
  const rows = [[0, 588, 470], [560, 332, 1040]] as const;
  return rows.map(([x, y, width]) => {
    const lines = range(7).map((index) => line(x + index * 16, y + index * 9, x + width - index * 20, y + index * 9));
    return stroke(lines.join(''), tone.soft, 2, { opacity: 0.28 });
  });
}

function step(at: Point, radius: number, full: boolean): string {
  const core = full ? circle(at, radius * 0.52, { fill: amber }) : ring(at, radius * 0.4, tone.bright, 6);
  return circle(at, radius + 24, { fill: tone.bright, opacity: 0.1 }) + hop(at, radius, tone.body, ice, 8) + core;
}

function historic([x, y]: Point): string {
  return box(x - 84, y - 56, 168, 112, { rx: 8, fill: tone.body, stroke: tone.line, 'stroke-width': 5, 'stroke-dasharray': '13 10' })
    + stroke(`M${x - 46} ${y - 17}h92M${x - 46} ${y + 17}h56`, tone.line, 9, { 'stroke-linecap': 'round' });
}

/** The hourglass: many protocols above, many networks below, one in the middle. */
function drawLayers(): string {
  const rng = random(791);
  const rows = range(17).map((index) => ({ y: 66 + index * 48, half: half(66 + index * 48) }));
  const cells = rows.flatMap((row, index) => (index === 8 ? [] : cut(rng, row.y, row.half)));
  const colours = [blue.soft, blue.line, blue.bright, ice];
  const layers = colours.map((colour, tint) => {
    const list = cells.filter((cell) => cell.tint === tint).map(({ place }) => place);
    return stroke(boxes(list), colour, 8, { fill: colour, 'stroke-linejoin': 'round' });
  });
  const heights = range(41).map((index) => 25 + index * 21.25);
  const side = (sign: number): string => polyline(heights.map((y) => [800 + sign * (half(y) + 30), y]));
  return [
    ground(blue, 1600, 900, [800, 450]), stroke(side(-1) + side(1), ice, 3.5, { opacity: 0.9 }), stroke(side(-1) + side(1), blue.bright, 14, { opacity: 0.12 }),
    ...layers, box(800 - half(450) - 4, 430, half(450) * 2 + 8, 40, { rx: 6, fill: amber }),
  ].join('');
}

function half(y: number): number {
  return Math.sqrt(66 ** 2 + ((y - 450) * 1.42) ** 2);
}

interface Cell { readonly place: readonly [number, number, number, number]; readonly tint: number }

function cut(rng: Random, y: number, wide: number): Cell[] {
  const cells: Cell[] = [];
  for (let x = 800 - wide; x < 800 + wide - 24;) {
    const wish = rng.pick([34, 58, 58, 92, 140]);
    const rest = 800 + wide - x;
    const width = rest - wish < 47 ? rest : wish;
    cells.push({ place: [x + 4, y - 9, width - 8, 18], tint: rng.pick([0, 0, 0, 1, 1, 2, 3]) });
    x += width + 13;
  }
  return cells;
}

export const rfcPath: Picture = {
  name: 'diagram-rfc-path', title: 'Six hops to an RFC',
  alt: 'Drawing: a route with six hops, dotted loops lead back from the third, fourth and fifth, the last is an amber square.',
  width: 1600, height: 500, focal: [0.5, 0.5], draw: drawPath,
};

export const standardsTrack: Picture = {
  name: 'diagram-standards-track', title: 'Two steps, and a way out',
  alt: 'Drawing: a route climbs from a first large hop to a second with an amber core, dotted by-passes lead from both to a dashed box.',
  width: 1600, height: 700, focal: [0.5, 0.45], draw: drawTrack,
};

export const layers: Picture = {
  name: 'diagram-layers', title: 'The hourglass',
  alt: 'Drawing: rows of blocks in the shape of an hourglass, wide above and below, a single amber block in its waist.',
  width: 1600, height: 900, focal: [0.5, 0.5], draw: drawLayers,
};
