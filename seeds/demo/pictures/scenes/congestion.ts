import { amber, blue, ice, white } from '../kit/palette';
import { ground, packet } from '../kit/parts';
import { post } from '../kit/post';
import { range } from '../kit/random';
import { box, dotted, fill, line, num, polyline, stroke, type Point } from '../kit/svg';

/** One link and its flows over time, each a band with saw-teeth: an amber one comes in, and the others make room. */

const [top, bottom, arrives] = [214, 786, 470] as const;
const shades = ['#134f86', '#2670b0', '#3f8ccb', amber, '#6fb1e6', '#1a5c98'] as const;
const newcomer = 3;
const moments = range(81).map((index) => index * 20);

/** How much a flow sends: it climbs, and when packets are lost it halves a part of it. */
function rate(flow: number, x: number): number {
  const tooth = ((x * (0.0042 + flow * 0.00033) + flow * 0.37) % 1 + 1) % 1;
  const wave = 0.6 + tooth * 0.62;
  if (flow !== newcomer) return wave * ([1.25, 0.8, 1, 1, 0.72, 1.1][flow] ?? 1) ** Math.max(0, 1 - Math.max(0, x - arrives) / 900);
  return x < arrives ? 0 : wave * Math.min(1, (x - arrives) / 620) ** 0.8;
}

/** The upper edges of the bands at one moment, from the floor of the link. */
function levels(x: number): number[] {
  const rates = shades.map((_, flow) => rate(flow, x));
  const sum = rates.reduce((all, one) => all + one, 0);
  const used = 0.87 + 0.1 * ((x / 270 + 0.3) % 1);
  let at = bottom - 12;
  return rates.map((one) => (at -= one / sum * (bottom - top - 24) * used));
}

function draw(): string {
  const edges = moments.map(levels);
  const edge = (flow: number): Point[] => moments.map((x, index): Point => [x, flow < 0 ? bottom - 12 : edges[index]?.[flow] ?? 0]);
  const bands = shades.map((shade, flow) => fill(polyline([...edge(flow), ...edge(flow - 1).reverse()], true), shade, flow === newcomer ? {} : { opacity: 0.92 }));
  const lines = shades.map((_, flow) => stroke(polyline(edge(flow)), flow === newcomer ? white : flow === newcomer - 1 ? ice : blue.bright, 4, { 'stroke-linejoin': 'round' }));
  const middles = shades.map((_, flow) => moments.map((x, index): Point => [x, ((edges[index]?.[flow] ?? 0) + (flow === 0 ? bottom - 12 : edges[index]?.[flow - 1] ?? 0)) / 2]));
  return [ground(blue, 1600, 1000, [900, 500]), rails(), ...bands, ...lines, ...middles.map(packets), walls()].join('');
}

/** Packets in the middle of a band, where it is wide enough. */
function packets(middle: readonly Point[], flow: number): string {
  const shares = range(9).map((index) => 0.05 + index * 0.11 + flow * 0.013).filter((share) => flow !== newcomer || share > 0.46);
  return packet(shares.map((share) => middle[Math.round(share * 80)]).map((at) => (at === undefined ? '' : `M${at[0] - 13} ${num(at[1])}h26`)).join(''), flow === newcomer ? white : ice, 11, { opacity: flow === newcomer ? 1 : 0.85 });
}

function rails(): string {
  const ticks = range(33).map((index) => line(index * 50, bottom + 30, index * 50, bottom + (index % 4 === 0 ? 66 : 48))).join('');
  return box(-10, top, 1620, bottom - top, { fill: blue.to }) + stroke(ticks, blue.line, 3) + stroke(line(arrives, top - 70, arrives, bottom + 90), amber, 4, dotted('1 12'));
}

function walls(): string {
  return stroke(line(0, top, 1600, top) + line(0, bottom, 1600, bottom), blue.to, 22) + stroke(line(0, top, 1600, top) + line(0, bottom, 1600, bottom), ice, 10);
}

export const congestion = post('congestion', {
  title: 'Room for one more',
  alt: 'Drawing: five blue bands with saw-toothed edges fill a link, an amber one comes in from a point and grows until all have about the same width.',
}, draw, [0.55, 0.5]);
