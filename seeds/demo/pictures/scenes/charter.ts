import { cross } from '../kit/figures';
import { amber, blue, ice, white, type Tone } from '../kit/palette';
import { ground, hop } from '../kit/parts';
import { post } from '../kit/post';
import { random, range } from '../kit/random';
import { rounded } from '../kit/route';
import { box, boxes, circle, clip, clipped, dotted, fill, group, line, stroke, type Point } from '../kit/svg';

/** A page with five places to look at, the second of them, what is out of scope, under a lens. */

const tone: Tone = { ...blue, from: '#1d5d86', to: '#08253f', body: '#0d3a5c' };
const paper = { x: 300, y: 90, width: 620 } as const;
const places = [[0, 5], [5, 6], [9, 4], [13, 5], [18, 3]] as const;
const [lens, radius]: readonly [Point, number] = [[500, 460], 150];

const rowOf = (row: number): number => paper.y + 130 + row * 36;

function draw(): string {
  return [
    ground(tone, 1600, 1000, [610, 470]), fill(boxes([[paper.x + 26, paper.y + 30, paper.width, 1000]]), tone.to, { opacity: 0.6 }),
    box(paper.x, paper.y, paper.width, 1000, { rx: 22, fill: tone.body, stroke: ice, 'stroke-width': 7 }),
    text(), ...places.map((place, index) => mark(place[0], index)), glass(),
  ].join('');
}

function text(): string {
  const rng = random(2418);
  const rows = places.flatMap(([start, count], part) => range(count).map((row): { part: number; bar: readonly [number, number, number, number] } =>
    ({ part, bar: [paper.x + 70 + (part === 2 || part === 4 ? 40 : 0), rowOf(start + row), row === count - 1 ? rng.between(150, 260) : rng.between(350, 410), row === 0 ? 15 : 10] })));
  const dull = rows.filter(({ bar }) => bar[3] === 10).map(({ bar }) => bar);
  const first = rows.filter(({ bar }) => bar[3] === 15).map(({ bar }) => bar);
  const bullets = [2, 4].flatMap((part) => range(places[part]?.[1] ?? 0).map((row) => [paper.x + 70, rowOf((places[part]?.[0] ?? 0) + row), 14, 14] as const));
  return fill(boxes([[paper.x + 70, paper.y + 56, 300, 26]]), ice) + fill(boxes(dull), tone.soft) + fill(boxes(first), tone.bright) + fill(boxes(bullets), tone.line);
}

/** From a place on the page to its number at the side. */
function mark(row: number, index: number): string {
  const [from, to] = [rowOf(row) + 7, 222 + index * 124];
  const points: readonly Point[] = [[paper.x + paper.width - 52, from], [paper.x + paper.width + 60, from], [paper.x + paper.width + 60 + Math.abs(to - from) + 20, to], [1120, to]];
  const colour = index === 1 ? amber : tone.bright;
  const bars = `M1190 ${to - 15}h${[260, 210, 300, 190, 250][index] ?? 200}m${-([260, 210, 300, 190, 250][index] ?? 200)} 30h${[150, 190, 120, 140, 100][index] ?? 120}`;
  return stroke(rounded(points, 26), colour, 4) + hop([paper.x + paper.width - 52, from], 9, tone.body, colour, 4)
    + (index === 1 ? circle([1140, to], 62, { fill: amber, opacity: 0.2 }) : '') + circle([1140, to], 32, { fill: index === 1 ? amber : tone.body, stroke: index === 1 ? white : ice, 'stroke-width': 6 })
    + range(index + 1).map((dot) => circle([1140 + (dot - index / 2) * 10, to], 3.6, { fill: index === 1 ? tone.to : ice })).join('') + stroke(bars, colour, 10, { 'stroke-linecap': 'round' });
}

/** The lens shows its piece of the page twice as large. */
function glass(): string {
  const [x, y] = lens;
  const rim = `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${radius * 2} 0a${radius} ${radius} 0 1 0 ${-radius * 2} 0z`;
  const large = box(x - 74, y - 42, 300, 28, { fill: amber }) + fill(boxes([[x - 74, y + 18, 300, 20], [x - 74, y + 70, 190, 20], [x - 200, y - 100, 260, 20]]), '#3f79a8');
  return clip('lens', rim) + stroke(line(x - 112, y + 112, x - 230, y + 230), tone.to, 48, { 'stroke-linecap': 'round' }) + stroke(line(x - 112, y + 112, x - 230, y + 230), ice, 30, { 'stroke-linecap': 'round' })
    + group({}, fill(rim, white), clipped('lens', large), cross([x - 105, y - 28], 15, '#b06a12', 9), stroke(rim, tone.to, 24), stroke(rim, ice, 13))
    + stroke(`M${x + 58} ${y - 98}a114 114 0 0 1 54 74`, tone.bright, 7, dotted('60 400'));
}

export const charter = post('charter', {
  title: 'Five places to look at',
  alt: 'Drawing: a page with five places marked and led out to its side, a lens lies on the second, which is amber and has a cross before it.',
}, draw, [0.55, 0.45]);
