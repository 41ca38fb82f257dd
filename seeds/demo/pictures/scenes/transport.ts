import { amber, ice, navy, type Tone } from '../kit/palette';
import { ground } from '../kit/parts';
import type { Picture } from '../kit/picture';
import { random, range, type Random } from '../kit/random';
import { box, boxes, dotted, line, stroke } from '../kit/svg';

/** Many streams in one connection: a lost packet holds up its own stream only, and is sent again. */

const tone: Tone = { ...navy, from: '#1b406f', to: '#0a1c39', body: '#12294d' };
const [rows, step, tall, radius] = [13, 76, 32, 7];
const lossRow = 6;
const gone = 500;

type Cells = Map<string, [number, number, number, number][]>;

function draw(): string {
  const rng = random(9000);
  const cells: Cells = new Map();
  const centre = (row: number): number => 44 + row * step;
  range(rows).forEach((row) => { stream(rng, cells, row, centre(row)); });
  const rails = range(rows).map((row) => line(0, centre(row), 1600, centre(row))).join('');
  const packets = [...cells].map(([colour, list]) => stroke(boxes(list), colour, radius * 2, { fill: colour, 'stroke-linejoin': 'round' }));
  return [ground(tone, 1600, 1000, [620, 500]), stroke(rails, tone.bright, 2, { opacity: 0.22 }), ...packets, loss(centre(lossRow))].join('');
}

/** Packets of one stream; the stream with the loss stops there, and goes on later. */
function stream(rng: Random, cells: Cells, row: number, y: number): void {
  const busy = rng.between(14, 62);
  for (let x = rng.between(-120, 0); x < 1600;) {
    const width = rng.pick([44, 74, 74, 108, 150]);
    const clear = (row === lossRow && x + width > gone - 46 && x < gone + 590) || (row === lossRow - 1 && x + width > gone + 50 && x < gone + 500);
    const colour = row === lossRow ? tone.soft : rng.pick([tone.soft, tone.soft, tone.line, tone.line, tone.bright, ice]);
    if (!clear && !rng.chance(0.1)) put(cells, colour, x, y, width);
    x += width + rng.between(14, 14 + busy * (rng.chance(0.25) ? 3 : 1));
  }
}

function put(cells: Cells, colour: string, x: number, y: number, width: number): void {
  const list = cells.get(colour) ?? [];
  list.push([x + radius, y - tall / 2 + radius, width - radius * 2, tall - radius * 2]);
  cells.set(colour, list);
}

function loss(y: number): string {
  const [left, width] = [gone, 150];
  const edge = box(left, y - tall / 2, width, tall, { rx: radius, fill: tone.body, stroke: amber, 'stroke-width': 3.5, 'stroke-dasharray': '11 8' });
  const again = box(left + 390, y - tall / 2, width, tall, { rx: radius, fill: amber });
  const way = `M${left + width / 2} ${y - 26}v-24a26 26 0 0 1 26 -26h338a26 26 0 0 1 26 26v14`;
  const arc = stroke(way, amber, 3.5, dotted('2 11'));
  const head = stroke(`M${left + 451} ${y - 42}l14 16l14 -16`, amber, 4, { 'stroke-linecap': 'round', 'stroke-linejoin': 'round' });
  return edge + arc + head + again;
}

export const transport: Picture = {
  name: 'topic-transport',
  title: 'Streams that do not wait for each other',
  alt: 'Drawing: thirteen streams of packets side by side, one packet is lost and sent again in amber while the others go on.',
  width: 1600,
  height: 1000,
  focal: [0.45, 0.5],
  draw,
};
