import { amber, ice, indigo, type Tone } from '../kit/palette';
import { beacon, dash, ground, page, packet } from '../kit/parts';
import type { Picture } from '../kit/picture';
import { random, range } from '../kit/random';
import { rounded } from '../kit/route';
import { box, circle, dots, fill, group, num, ring, stroke, type Point } from '../kit/svg';

/** A round table from above: a position paper before every seat, remarks from seat to seat, and one report in the middle. */

const tone: Tone = { ...indigo, from: '#3a3f7a', to: '#131638', body: '#23285a', faint: '#323a78' };
const centre: Point = [800, 500];
const [count, outer, inner] = [18, 392, 236] as const;
const speaker = 2;

function draw(): string {
  const rng = random(2022);
  const talks = range(15).map((index): readonly [number, number] => {
    const from = (index * 5 + 1) % count;
    return [from, (from + rng.whole(4, 12)) % count];
  }).filter(([from, to]) => from !== speaker && to !== speaker);
  return [
    ground(tone, 1600, 1000, centre), room(), ...range(count).map(seat), table(),
    stroke(talks.map(([from, to]) => remark(from, to)).join(''), tone.bright, 2, { opacity: 0.5 }),
    ...range(count).map(paper), report(),
  ].join('');
}

/** The direction of a seat, the first one straight up. */
function angleOf(index: number): number {
  return (index + 0.5) * Math.PI * 2 / count - Math.PI / 2;
}

function spot(index: number, far: number): Point {
  return [centre[0] + Math.cos(angleOf(index)) * far, centre[1] + Math.sin(angleOf(index)) * far];
}

/** Rings of the room and a second row of listeners. */
function room(): string {
  const rings = [560, 660, 760, 860].map((radius) => ring(centre, radius, tone.bright, 1.6, { opacity: 0.16 })).join('');
  const row = (far: number, seats: number): Point[] => range(seats).map((index) => {
    const angle = (index + 0.5) * Math.PI * 2 / seats;
    return [centre[0] + Math.cos(angle) * far, centre[1] + Math.sin(angle) * far] as const;
  }).filter(([x, y]) => x > -30 && x < 1630 && y > -30 && y < 1030);
  const listeners = [...row(610, 34), ...row(710, 40), ...row(810, 46)];
  return rings + dots(listeners, 17, tone.soft, { opacity: 0.55 }) + dots(listeners, 12, tone.body);
}

function seat(index: number): string {
  const lit = index === speaker;
  const [x, y] = spot(index, 462);
  const turn = angleOf(index) * 180 / Math.PI + 90;
  return group({ transform: `translate(${num(x)} ${num(y)}) rotate(${num(turn)})` },
    box(-44, -34, 88, 66, { rx: 24, fill: lit ? '#5d5448' : tone.body, stroke: lit ? amber : ice, 'stroke-width': 4 }),
    stroke('M-40 -22Q0 -54 40 -22', lit ? amber : tone.bright, 8, { 'stroke-linecap': 'round' }));
}

function table(): string {
  const rim = (radius: number, width: number, opacity: number): string => ring(centre, radius, tone.bright, width, { opacity });
  return circle(centre, outer, { fill: tone.faint, stroke: tone.to, 'stroke-width': 18 }) + rim(outer, 3.4, 0.9) + rim(outer - 18, 1.6, 0.3)
    + circle(centre, inner, { fill: tone.body, opacity: 0.55 }) + rim(inner, 1.6, 0.5);
}

/** From one paper to another, bent through the open middle. */
function remark(from: number, to: number): string {
  const [a, b] = [spot(from, inner), spot(to, inner)];
  const pull = 0.28;
  const [mx, my] = [centre[0] + (a[0] + b[0] - centre[0] * 2) * pull / 2, centre[1] + (a[1] + b[1] - centre[1] * 2) * pull / 2];
  return `M${num(a[0])} ${num(a[1])}Q${num(mx)} ${num(my)} ${num(b[0])} ${num(b[1])}`;
}

function paper(index: number): string {
  const lit = index === speaker;
  const [x, y] = spot(index, 312);
  const turn = angleOf(index) * 180 / Math.PI - 90;
  const lines = range(5).map((row) => `M-22 ${30 - row * 14}h${[26, 44, 36, 44, 30][(row + index) % 5] ?? 40}`).join('');
  return group({ transform: `translate(${num(x)} ${num(y)}) rotate(${num(turn + 180)})` },
    box(-34, -46, 68, 92, { rx: 7, fill: lit ? amber : ice }), stroke(lines, lit ? '#7a5620' : tone.soft, 5));
}

/** What the days leave behind, with a line from whoever speaks. */
function report(): string {
  const from = spot(speaker, 262);
  const way: Point[] = [from, centre];
  const shadow = fill(`M${num(centre[0] - 78)} ${num(centre[1] - 96)}h172v212h-172z`, tone.to, { opacity: 0.5 });
  return stroke(rounded(way, 20), amber, 5) + packet(dash(way, 0.24, 24), '#fff', 11) + shadow
    + page({ at: centre, width: 168, height: 212, lines: 8, paper: ice, edge: tone.bright, title: amber, ink: tone.soft })
    + beacon([centre[0] + 84, centre[1] - 106], 15, 44);
}

export const workshop: Picture = {
  name: 'event-workshop',
  title: 'A round table of papers',
  alt: 'Drawing: a round table seen from above, a paper before each of eighteen seats, lines between them, one report in the middle.',
  width: 1600,
  height: 1000,
  focal: [0.5, 0.5],
  draw,
};
