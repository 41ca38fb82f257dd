import { amber, ice, teal, type Tone } from '../kit/palette';
import { dash, ground, hop, packet, trunk } from '../kit/parts';
import type { Picture } from '../kit/picture';
import { random, range, type Random } from '../kit/random';
import { box, boxes, circle, dots, line, num, ring, stroke, type Point } from '../kit/svg';

/** Small devices in ranks round a border router; each passes messages inwards, and one message is on its way out. */

interface Device { readonly at: Point; readonly rank: number; readonly parent: number; readonly relay: boolean }

const tone: Tone = { ...teal, from: '#146a74', to: '#072a36', body: '#0b4450' };
const router: Point = [1150, 375];
const [gap, apart, ranks] = [92, 98, 12];
const sender: Point = [330, 560];

function draw(): string {
  const devices = mesh(random(104));
  const lit = new Set(trail(devices, nearest(devices, sender)));
  return [
    ground(tone, 1800, 750, router),
    ...range(5).map((rank) => ring(router, (rank + 1) * gap, tone.bright, 1.6, { opacity: 0.34 - rank * 0.06 })),
    hearing(devices),
    ...ways(devices, lit),
    ...marks(devices, lit),
    backbone(),
    ...borderRouter(),
    message(devices, lit),
  ].join('');
}

/** Rank by rank outwards; the parent of a device is the nearest one a rank further in. */
function mesh(rng: Random): Device[] {
  const placed: { at: Point; rank: number; parent: number }[] = [];
  for (let rank = 1; rank <= ranks; rank += 1) {
    const count = Math.round(Math.PI * 2 * rank * gap / apart);
    const inner = placed.map(({ at }, index) => ({ at, index })).filter(({ index }) => placed[index]?.rank === rank - 1);
    range(count).forEach((index) => {
      const angle = (index + (rank % 2) / 2 + rng.between(-0.16, 0.16)) * Math.PI * 2 / count;
      const far = rank * gap + rng.between(-14, 14);
      const at: Point = [router[0] + Math.cos(angle) * far, router[1] + Math.sin(angle) * far];
      if (seen(at) && clearOfBackbone(at)) placed.push({ at, rank, parent: inner[closest(inner.map((device) => device.at), at)]?.index ?? -1 });
    });
  }
  const parents = new Set(placed.map(({ parent }) => parent));
  return placed.map((device, index) => ({ ...device, relay: parents.has(index) }));
}

function seen([x, y]: Point): boolean {
  return x > -60 && x < 1860 && y > -60 && y < 810;
}

function clearOfBackbone([x, y]: Point): boolean {
  return x < router[0] + 40 || Math.abs(y - router[1]) > 46;
}

function closest(list: readonly Point[], [x, y]: Point): number {
  const far = list.map((at) => Math.hypot(at[0] - x, at[1] - y));
  return far.indexOf(Math.min(...far));
}

function nearest(devices: readonly Device[], to: Point): number {
  return closest(devices.map(({ at }) => at), to);
}

function trail(devices: readonly Device[], from: number): number[] {
  const way: number[] = [];
  for (let index = from; index >= 0; index = devices[index]?.parent ?? -1) way.push(index);
  return way;
}

/** Who hears whom: faint links between neighbours. */
function hearing(devices: readonly Device[]): string {
  const links = devices.flatMap(({ at }, index) => devices.slice(index + 1).filter((other) => Math.hypot(other.at[0] - at[0], other.at[1] - at[1]) < 122)
    .map((other) => `M${Math.round(at[0])} ${Math.round(at[1])}L${Math.round(other.at[0])} ${Math.round(other.at[1])}`));
  return stroke(links.join(''), tone.soft, 1.4, { opacity: 0.42 });
}

function ways(devices: readonly Device[], lit: ReadonlySet<number>): string[] {
  const by: [string, string, string] = ['', '', ''];
  devices.forEach(({ at, parent, rank }, index) => {
    const to = devices[parent]?.at ?? router;
    by[lit.has(index) ? 2 : rank < 4 ? 1 : 0] += line(at[0], at[1], to[0], to[1]);
  });
  const round = { 'stroke-linecap': 'round' };
  return [stroke(by[0], tone.line, 2.4), stroke(by[1], tone.bright, 3.6), stroke(by[2], tone.body, 12, round), stroke(by[2], amber, 5, round)];
}

/** Devices that only send are small squares, those that also relay are rings. */
function marks(devices: readonly Device[], lit: ReadonlySet<number>): string[] {
  const plain = devices.filter((_, index) => !lit.has(index));
  const relays = plain.filter(({ relay }) => relay).map(({ at }) => at);
  const leaves = plain.filter(({ relay }) => !relay).map(({ at: [x, y] }) => [x - 6, y - 6, 12, 12] as const);
  const leaf = boxes(leaves);
  return [
    stroke(leaf, tone.bright, 4, { 'stroke-linejoin': 'round' }), dots(leaves.map(([x, y]) => [x + 6, y + 6] as const), 6, tone.body),
    dots(relays, 10.5, tone.bright), dots(relays, 6.5, tone.body),
    ...devices.filter((_, index) => lit.has(index)).map(({ at }) => hop(at, 11, tone.body, amber, 4.5)),
  ];
}

function backbone(): string {
  const points: Point[] = [router, [1840, router[1]]];
  const packets = [0.36, 0.62, 0.87].map((share, index) => dash([[router[0], router[1] + (index - 1) * 15], [1840, router[1] + (index - 1) * 15]], share, 40));
  return trunk({ points, count: 3, gap: 15, radius: 40, colours: [tone.bright, ice], width: 4, casing: tone.body }) + packet(packets.join(''), ice, 10);
}

function borderRouter(): string[] {
  const [x, y] = router;
  const pins = [-24, 0, 24].map((step) => line(x + step, y - 66, x + step, y + 66) + line(x - 66, y + step, x + 66, y + step)).join('');
  return [
    circle(router, 104, { fill: tone.line, opacity: 0.2 }),
    stroke(pins, ice, 6, { 'stroke-linecap': 'round' }),
    box(x - 48, y - 48, 96, 96, { rx: 20, fill: tone.body, stroke: ice, 'stroke-width': 6 }),
    ring(router, 22, ice, 5), circle(router, 8, { fill: ice }),
  ];
}

/** The message itself, at the middle of its way: a disc with a halo. */
function message(devices: readonly Device[], lit: ReadonlySet<number>): string {
  const way = [...lit].map((index) => devices[index]?.at ?? router);
  const [x, y] = way[Math.floor(way.length / 2)] ?? router;
  const halos = [78, 48].map((radius) => circle([x, y], radius, { fill: amber, opacity: 0.18 })).join('');
  const envelope = `M${num(x - 26)} ${num(y - 14)}L${num(x)} ${num(y + 5)}L${num(x + 26)} ${num(y - 14)}`;
  const letter = box(x - 30, y - 20, 60, 40, { rx: 8, fill: amber, stroke: '#fff', 'stroke-width': 4.5 });
  return halos + letter + stroke(envelope, tone.body, 4, { 'stroke-linejoin': 'round', 'stroke-linecap': 'round' });
}

export const iotWrapup: Picture = {
  name: 'post-iot-wrapup',
  title: 'One message through the mesh',
  alt: 'Drawing: small devices in ranks round a border router, faint links between neighbours, and one amber message on its way in.',
  width: 1800,
  height: 750,
  focal: [0.58, 0.5],
  draw,
};
