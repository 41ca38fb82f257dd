/** Plain SVG text: numbers with one decimal, elements, strokes and dots. */

export type Point = readonly [x: number, y: number];
export type Attributes = Readonly<Record<string, string | number>>;

export function num(value: number): string {
  return String(Math.round(value * 10) / 10 + 0);
}

export function element(name: string, attributes: Attributes, content = ''): string {
  const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${typeof value === 'number' ? short(value) : value}"`);
  return content === '' ? `<${name}${list.join('')}/>` : `<${name}${list.join('')}>${content}</${name}>`;
}

/** Widths and opacities need two decimals; positions pass through `num` first. */
function short(value: number): string {
  return String(Math.round(value * 100) / 100 + 0);
}

export function fill(d: string, colour: string, more: Attributes = {}): string {
  return d === '' ? '' : element('path', { d, fill: colour, ...more });
}

export function stroke(d: string, colour: string, width: number, more: Attributes = {}): string {
  return d === '' ? '' : element('path', { d, fill: 'none', stroke: colour, 'stroke-width': width, ...more });
}

export function circle([x, y]: Point, radius: number, more: Attributes): string {
  return element('circle', { cx: num(x), cy: num(y), r: num(radius), ...more });
}

/** A circle that is only a line. */
export function ring(at: Point, radius: number, colour: string, width: number, more: Attributes = {}): string {
  return circle(at, radius, { fill: 'none', stroke: colour, 'stroke-width': width, ...more });
}

/** Attributes of a line of round dots or dashes. */
export function dotted(pattern: string): Attributes {
  return { 'stroke-dasharray': pattern, 'stroke-linecap': 'round' };
}

/** A straight line away from `centre`, from one distance to another. */
export function spoke([x, y]: Point, angle: number, from: number, to: number): string {
  const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
  return line(x + dx * from, y + dy * from, x + dx * to, y + dy * to);
}

export function box(x: number, y: number, width: number, height: number, more: Attributes): string {
  return element('rect', { x: num(x), y: num(y), width: num(width), height: num(height), ...more });
}

export function group(attributes: Attributes, ...content: string[]): string {
  return element('g', attributes, content.join(''));
}

/** Many discs of one size as one path: points drawn with a round pen. */
export function dots(points: readonly Point[], radius: number, colour: string, more: Attributes = {}): string {
  const d = points.map(([x, y]) => `M${num(x)} ${num(y)}h.1`).join('');
  return stroke(d, colour, radius * 2, { 'stroke-linecap': 'round', ...more });
}

/** Many small rectangles of one colour as one path. */
export function boxes(list: readonly (readonly [x: number, y: number, width: number, height: number])[]): string {
  return list.map(([x, y, w, h]) => `M${num(x)} ${num(y)}h${num(w)}v${num(h)}h${num(-w)}z`).join('');
}

export function polyline(points: readonly Point[], close = false): string {
  const d = points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${num(x)} ${num(y)}`).join('');
  return close ? `${d}z` : d;
}

export function line(x1: number, y1: number, x2: number, y2: number): string {
  return `M${num(x1)} ${num(y1)}L${num(x2)} ${num(y2)}`;
}

export function clip(id: string, d: string): string {
  return element('clipPath', { id }, element('path', { d }));
}

export function clipped(id: string, ...content: string[]): string {
  return group({ 'clip-path': `url(#${id})` }, ...content);
}

export function sheet(width: number, height: number, content: string): string {
  const size = { viewBox: `0 0 ${width} ${height}`, width, height };
  return `${element('svg', { xmlns: 'http://www.w3.org/2000/svg', ...size }, content)}\n`;
}
