import { amber, ice, type Tone } from './palette';
import type { Random } from './random';
import { along, beside, bundle, lanes, lengthOf, rounded } from './route';
import { box, circle, element, group, num, stroke, type Attributes, type Point } from './svg';

/** The parts that pictures share: ground, bundles, packets, hops, documents. */

export function ground(tone: Tone, width: number, height: number, glow?: Point): string {
  const stops = stop(0, tone.from) + stop(1, tone.to);
  const slope = element('linearGradient', { id: 'ground', x1: 0, y1: 0, x2: 1, y2: 1 }, stops);
  const all = { width, height };
  const base = element('rect', { ...all, fill: 'url(#ground)' });
  if (glow === undefined) return element('defs', {}, slope) + base;
  const at = { cx: num(glow[0]), cy: num(glow[1]), r: num(height * 0.75), gradientUnits: 'userSpaceOnUse' };
  const halo = element('radialGradient', { id: 'glow', ...at }, stop(0, tone.line, 0.22) + stop(1, tone.line, 0));
  return element('defs', {}, slope + halo) + base + element('rect', { ...all, fill: 'url(#glow)' });
}

export function stop(offset: number, colour: string, opacity = 1): string {
  return element('stop', { offset, 'stop-color': colour, ...(opacity < 1 ? { 'stop-opacity': opacity } : {}) });
}

export interface Trunk {
  readonly points: readonly Point[];
  readonly count: number;
  readonly gap: number;
  readonly radius: number;
  /** One colour per lane, repeated. */
  readonly colours: readonly [string, ...string[]];
  readonly width: number;
  /** Drawn under the bundle, so that it passes over what it crosses. */
  readonly casing?: string;
}

export function trunk({ points, count, gap, radius, colours, width, casing }: Trunk): string {
  const byColour = new Map<string, string>();
  bundle(points, count, gap, radius).forEach((d, index) => {
    const colour = colours[index % colours.length] ?? colours[0];
    byColour.set(colour, (byColour.get(colour) ?? '') + d);
  });
  const under = casing === undefined ? '' : stroke(rounded(points, radius), casing, count * gap + gap);
  return under + [...byColour].map(([colour, d]) => stroke(d, colour, width)).join('');
}

/** A dash of `length` lying on a line, its middle at `share` of the way. */
export function dash(points: readonly Point[], share: number, length: number): string {
  const { x, y, dx, dy } = along(points, share);
  const half = length / 2;
  return `M${num(x - dx * half)} ${num(y - dy * half)}L${num(x + dx * half)} ${num(y + dy * half)}`;
}

export function packet(d: string, colour: string, width: number, more: Attributes = {}): string {
  return stroke(d, colour, width, { 'stroke-linecap': 'round', ...more });
}

export interface Traffic {
  readonly trunk: Trunk;
  readonly count: number;
  readonly size: number;
  readonly colours: readonly [string, ...string[]];
  readonly from?: number;
  readonly to?: number;
  /** Places without packets: under stations and where another bundle passes over. */
  readonly clear?: readonly (readonly [x: number, y: number, radius: number])[];
}

/** Packets on the straight parts of a bundle, of several lengths. */
export function traffic(rng: Random, { trunk: under, count, size, colours, from = 0, to = 1, clear = [] }: Traffic): string {
  const all = lanes(under.points, under.count, under.gap);
  const byColour = new Map<string, string>();
  const placed: [number, number, number][] = [];
  for (let done = 0, tries = 0; done < count && tries < count * 40; tries += 1) {
    const lane = all[rng.whole(0, all.length - 1)];
    const share = rng.between(from, to);
    const length = size * rng.pick([1.5, 2.5, 4]);
    if (lane === undefined || !straight(lane, share, length / 2 + under.radius * 0.42)) continue;
    const { x, y } = along(lane, share);
    if ([...clear, ...placed].some(([cx, cy, radius]) => Math.hypot(x - cx, y - cy) < radius + length / 2)) continue;
    placed.push([x, y, size + length / 2]);
    const colour = colours[done % colours.length] ?? colours[0];
    byColour.set(colour, (byColour.get(colour) ?? '') + dash(lane, share, length));
    done += 1;
  }
  return [...byColour].map(([colour, d]) => packet(d, colour, size)).join('');
}

export function straight(lane: readonly Point[], share: number, margin: number): boolean {
  const step = margin / lengthOf(lane);
  const a = along(lane, Math.max(0, share - step));
  const b = along(lane, Math.min(1, share + step));
  return Math.abs(a.dx - b.dx) + Math.abs(a.dy - b.dy) < 0.01;
}

export function hop(at: Point, radius: number, body: string, colour: string = ice, width = radius * 0.36): string {
  return circle(at, radius, { fill: body, stroke: colour, 'stroke-width': width });
}

/** A lit hop: amber with a halo. */
export function beacon(at: Point, radius: number, halo = radius * 3.2): string {
  const rings = circle(at, halo, { fill: amber, opacity: 0.16 }) + circle(at, halo * 0.62, { fill: amber, opacity: 0.22 });
  return rings + circle(at, radius, { fill: amber, stroke: '#fff', 'stroke-width': radius * 0.28 });
}

export interface Page {
  readonly at: Point;
  readonly width: number;
  readonly height: number;
  readonly lines: number;
  readonly paper: string;
  readonly edge: string;
  readonly title: string;
  readonly ink: string;
  readonly dashed?: boolean;
}

/** A page of text without text: a title bar and lines of several lengths; `at` is its middle. */
export function page({ at: [cx, cy], width, height, lines, paper, edge, title, ink, dashed = false }: Page): string {
  const [x, y] = [cx - width / 2, cy - height / 2];
  const pad = width * 0.17;
  const step = (height - pad * 2) / lines;
  const shares = [0.55, 1, 0.86, 1, 0.72, 0.94, 0.4];
  const bars = Array.from({ length: lines }, (_, index) => {
    const share = index === lines - 1 ? 0.45 : (shares[index % shares.length] ?? 1);
    return box(x + pad, y + pad + step * (index + 0.5) - step * 0.18, (width - pad * 2) * share, step * 0.36, {
      rx: num(step * 0.18), fill: index === 0 ? title : ink,
    });
  });
  const dashes: Attributes = dashed ? { 'stroke-dasharray': `${num(width * 0.1)} ${num(width * 0.075)}` } : {};
  const sheetBox = box(x, y, width, height, { rx: num(width * 0.07), fill: paper, stroke: edge, 'stroke-width': num(width * 0.032), ...dashes });
  return group({}, sheetBox, ...bars);
}

/** A line beside another one, already rounded. */
export function lane(points: readonly Point[], offset: number, radius: number): string {
  return rounded(beside(points, offset), radius, offset);
}
