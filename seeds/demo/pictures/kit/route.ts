import { num, type Point } from './svg';

/** Routes: straight lines with bends, rounded by true arcs, and bundles that stay parallel round every bend. */

interface Leg { readonly dx: number; readonly dy: number; readonly length: number }

export interface Spot { readonly x: number; readonly y: number; readonly dx: number; readonly dy: number }

/** Lines beside `points`, `gap` apart and centred on it, from left to right of the way of travel. */
export function lanes(points: readonly Point[], count: number, gap: number): Point[][] {
  return Array.from({ length: count }, (_, index) => beside(points, (index - (count - 1) / 2) * gap));
}

/** The rounded path of one line; `radius` is for the middle of the bundle, `offset` how far this line is from it. */
export function rounded(points: readonly Point[], radius: number, offset = 0): string {
  const path: string[] = [];
  points.forEach((point, index) => {
    const before = points[index - 1];
    const after = points[index + 1];
    if (before === undefined) path.push(`M${num(point[0])} ${num(point[1])}`);
    else if (after === undefined) path.push(`L${num(point[0])} ${num(point[1])}`);
    else path.push(bend(before, point, after, radius, offset));
  });
  return path.join('');
}

/** The paths of a bundle, concentric in its bends. */
export function bundle(points: readonly Point[], count: number, gap: number, radius: number): string[] {
  return lanes(points, count, gap).map((lane, index) => rounded(lane, radius, (index - (count - 1) / 2) * gap));
}

/** The point `share` (0 to 1) of the way along a line, with its direction. */
export function along(points: readonly Point[], share: number): Spot {
  const legs = legsOf(points);
  let rest = legs.reduce((sum, leg) => sum + leg.length, 0) * share;
  for (const [index, leg] of legs.entries()) {
    const start = points[index];
    if (start !== undefined && (rest <= leg.length || index === legs.length - 1)) {
      return { x: start[0] + leg.dx * rest, y: start[1] + leg.dy * rest, dx: leg.dx, dy: leg.dy };
    }
    rest -= leg.length;
  }
  return { x: 0, y: 0, dx: 1, dy: 0 };
}

export function lengthOf(points: readonly Point[]): number {
  return legsOf(points).reduce((sum, leg) => sum + leg.length, 0);
}

export function beside(points: readonly Point[], offset: number): Point[] {
  const legs = legsOf(points);
  return points.map(([x, y], index) => {
    const a = legs[index - 1] ?? legs[index];
    const b = legs[index] ?? a;
    if (a === undefined || b === undefined) return [x, y];
    const scale = offset / (1 + a.dx * b.dx + a.dy * b.dy);
    return [x - (a.dy + b.dy) * scale, y + (a.dx + b.dx) * scale];
  });
}

function bend(before: Point, corner: Point, after: Point, radius: number, offset: number): string {
  const a = leg(before, corner);
  const b = leg(corner, after);
  const cross = a.dx * b.dy - a.dy * b.dx;
  if (Math.abs(cross) < 0.01) return `L${num(corner[0])} ${num(corner[1])}`;
  const angle = Math.acos(Math.max(-1, Math.min(1, a.dx * b.dx + a.dy * b.dy)));
  const wanted = Math.max(1, radius - offset * Math.sign(cross));
  const cut = Math.min(wanted * Math.tan(angle / 2), a.length / 2, b.length / 2);
  const r = num(cut / Math.tan(angle / 2));
  const from = `L${num(corner[0] - a.dx * cut)} ${num(corner[1] - a.dy * cut)}`;
  return `${from}A${r} ${r} 0 0 ${cross > 0 ? 1 : 0} ${num(corner[0] + b.dx * cut)} ${num(corner[1] + b.dy * cut)}`;
}

function legsOf(points: readonly Point[]): Leg[] {
  const legs: Leg[] = [];
  points.forEach((point, index) => {
    const after = points[index + 1];
    if (after !== undefined) legs.push(leg(point, after));
  });
  return legs;
}

function leg(from: Point, to: Point): Leg {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
  return { dx: (to[0] - from[0]) / length, dy: (to[1] - from[1]) / length, length };
}
