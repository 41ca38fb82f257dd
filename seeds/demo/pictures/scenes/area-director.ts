import { bubble, person } from '../kit/figures';
import { amber, ice, teal } from '../kit/palette';
import { ground, page } from '../kit/parts';
import { post } from '../kit/post';
import { range } from '../kit/random';
import { box, circle, dotted, line, ring, stroke } from '../kit/svg';

/** A week from Monday to Sunday: reading, groups, people, ballots; hardly an hour is free. */

type Kind = 'read' | 'ballot' | 'people' | 'talk' | 'discuss';

const week: readonly (readonly (readonly [kind: Kind, from: number, hours: number])[])[] = [
  [['talk', 0, 2], ['read', 2, 4], ['people', 6, 2]],
  [['read', 0, 3], ['people', 3, 2], ['talk', 5, 2], ['read', 7, 1]],
  [['read', 0, 5], ['ballot', 5, 2]],
  [['ballot', 0, 2], ['discuss', 2, 3], ['talk', 5, 2], ['people', 7, 1]],
  [['people', 0, 2], ['talk', 2, 2], ['read', 4, 4]],
  [['read', 1, 3]],
  [['read', 5, 3]],
];
const [left, top, wide, hour] = [92, 214, 204, 76] as const;
const shade: Record<Kind, string> = { read: teal.body, ballot: '#155d63', people: '#1f7376', talk: '#0d525c', discuss: '#6d5a35' };

function draw(): string {
  const days = range(7).map((day) => `M${left + day * wide + 4} ${top - 38}h${day < 5 ? 92 : 60}`).join('');
  const rules = range(9).map((at) => line(60, top + at * hour, 1540, top + at * hour)).join('');
  const free = range(7).map((day) => box(left + day * wide, top, wide - 18, hour * 8 - 10, { rx: 14, fill: 'none', stroke: teal.line, 'stroke-width': 2.4, opacity: 0.7, ...dotted('1 10') }));
  return [
    ground(teal, 1600, 1000, [800, 450]), stroke(rules, teal.bright, 1.5, { opacity: 0.2 }), stroke(days, ice, 14, { 'stroke-linecap': 'round' }), ...free,
    ...week.flatMap((list, day) => list.map(([kind, from, hours]) => block(kind, left + day * wide, top + from * hour, hours * hour - 10))),
  ].join('');
}

function block(kind: Kind, x: number, y: number, height: number): string {
  const edge = kind === 'discuss' ? amber : kind === 'read' ? teal.bright : ice;
  const glow = kind === 'discuss' ? box(x - 14, y - 14, wide + 10, height + 28, { rx: 24, fill: amber, opacity: 0.22 }) : '';
  return glow + box(x, y, wide - 18, height, { rx: 14, fill: shade[kind], stroke: edge, 'stroke-width': 5 }) + sign(kind, x + 93, y + height / 2, height);
}

function sign(kind: Kind, x: number, y: number, height: number): string {
  const sheet = { width: 52, height: 66, lines: 4, paper: teal.from, edge: ice, title: ice, ink: teal.bright };
  const sheets = Math.max(1, Math.floor(height / 92));
  const small = height < 80;
  if (kind === 'read' && !small) return range(sheets).flatMap((row) => [-36, 36].map((dx) => page({ ...sheet, at: [x + dx, y + (row - (sheets - 1) / 2) * 84] }))).join('');
  if (kind === 'read') return stroke(line(x - 56, y - 10, x + 56, y - 10) + line(x - 56, y + 10, x + 24, y + 10), teal.bright, 9, { 'stroke-linecap': 'round' });
  if (kind === 'people') return [-42, 42].map((dx) => person([x + dx, y + 2], small ? 0.42 : 0.66, teal.from, ice)).join('');
  if (kind === 'talk') return bubble([x - 26, y - 12], 78, 54, -1, { fill: teal.from, stroke: ice, 'stroke-width': 5 }) + bubble([x + 32, y + 8], 72, 48, 1, { fill: teal.from, stroke: teal.bright, 'stroke-width': 5 });
  if (kind === 'ballot') return range(10).map((vote) => ring([x - 56 + (vote % 5) * 28, y - 15 + Math.floor(vote / 5) * 30], 9, vote === 7 ? amber : ice, 5)).join('');
  return bubble([x, y - 14], 124, 100, 1, { fill: teal.to, stroke: amber, 'stroke-width': 6 }) + range(3).map((dot) => circle([x - 30 + dot * 30, y - 14], 8, { fill: amber })).join('');
}

export const areaDirector = post('area-director', {
  title: 'A full week',
  alt: 'Drawing: the seven days of a week as columns, filled with blocks of pages, votes, people and conversations, one with a speech bubble amber.',
}, draw, [0.5, 0.485]);
