import { box, circle, element, fill, group, num, stroke, type Attributes, type Point } from './svg';

/** Small figures that several posts share, each about its middle. */

const round: Attributes = { 'stroke-linecap': 'round', 'stroke-linejoin': 'round' };

export function placed([x, y]: Point, scale: number, ...content: string[]): string {
  return group({ transform: `translate(${num(x)} ${num(y)})scale(${Math.round(scale * 100) / 100})` }, ...content);
}

/** Head and shoulders, 110 high at scale 1. */
export function person(at: Point, scale: number, body: string, edge: string, more: Attributes = {}): string {
  const shoulders = element('path', { d: 'M-46 55v-12a46 46 0 0 1 92 0v12z' });
  return placed(at, scale, group({ fill: body, stroke: edge, 'stroke-width': 8, 'stroke-linejoin': 'round', ...more }, shoulders, circle([0, -30], 25, {})));
}

export function tick([x, y]: Point, size: number, colour: string, width: number): string {
  return stroke(`M${num(x - size)} ${num(y)}l${num(size * 0.7)} ${num(size * 0.7)} ${num(size * 1.3)} ${num(-size * 1.4)}`, colour, width, round);
}

export function cross([x, y]: Point, size: number, colour: string, width: number): string {
  const wide = num(size * 2);
  return stroke(`M${num(x - size)} ${num(y - size)}l${wide} ${wide}m0-${wide}l-${wide} ${wide}`, colour, width, round);
}

/** The head of an arrow with its tip at `tip`, pointing `degrees` clockwise from the right. */
export function head([x, y]: Point, degrees: number, size: number, colour: string): string {
  const [dx, dy] = [Math.cos(degrees * Math.PI / 180) * size, Math.sin(degrees * Math.PI / 180) * size];
  const corner = (side: number): string => `${num(x - dx * 1.6 - dy * 0.8 * side)} ${num(y - dy * 1.6 + dx * 0.8 * side)}`;
  return fill(`M${num(x)} ${num(y)}L${corner(1)}L${corner(-1)}z`, colour);
}

export function envelope([x, y]: Point, width: number, paper: string, edge: string): string {
  const [w, h] = [width / 2, width / 3];
  const flap = `M${num(x - w)} ${num(y - h * 0.9)}L${num(x)} ${num(y + h * 0.15)}L${num(x + w)} ${num(y - h * 0.9)}`;
  return box(x - w, y - h, width, h * 2, { rx: num(width * 0.06), fill: paper, stroke: edge, 'stroke-width': num(width * 0.05) })
    + stroke(flap, edge, width * 0.05, round);
}

/** A padlock, 130 high at scale 1. */
export function padlock(at: Point, scale: number, body: string, dark: string): string {
  return placed(at, scale, stroke('M-32-5v-22a32 32 0 0 1 64 0v22', body, 14), box(-52, -8, 104, 78, { rx: 14, fill: body }),
    circle([0, 22], 11, { fill: dark }), fill('M-5 26h10l4 24h-18z', dark));
}

/** A speech bubble with its tail at the left or the right of its lower edge. */
export function bubble([x, y]: Point, width: number, height: number, tail: 1 | -1, more: Attributes): string {
  const r = Math.min(18, height * 0.3);
  const [inner, sides] = [num(width - 2 * r), num(height - 2 * r)];
  const corner = (dx: number, dy: number): string => `a${num(r)} ${num(r)} 0 0 1 ${num(dx * r)} ${num(dy * r)}`;
  const foot = tail === 1 ? `h${num(-width * 0.14)}v${num(height * 0.3)}l${num(-width * 0.2)} ${num(-height * 0.3)}` : '';
  const other = tail === -1 ? `l${num(-width * 0.2)} ${num(height * 0.3)}v${num(-height * 0.3)}h${num(-width * 0.14)}` : '';
  const rest = num(-(width * 0.66 - 2 * r));
  const base = tail === 1 ? `${foot}h${rest}` : `h${rest}${other}`;
  const d = `M${num(x - width / 2 + r)} ${num(y - height / 2)}h${inner}${corner(1, 1)}v${sides}${corner(-1, 1)}${base}${corner(-1, -1)}v-${sides}${corner(1, -1)}z`;
  return element('path', { d, 'stroke-linejoin': 'round', ...more });
}
