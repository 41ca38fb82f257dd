import { amber, ice, teal } from '../kit/palette';
import { ground, hop } from '../kit/parts';
import type { Picture } from '../kit/picture';
import { random, type Random } from '../kit/random';
import { circle, dots, line, ring, stroke, type Point } from '../kit/svg';

/** A mesh of small radios: every one hears its neighbours, and each has one way to the border router. */

interface Radio { readonly at: Point; parent: number; rank: number; children: number }

const [stepX, stepY, reach] = [118, 104, 158];
const gateway: Point = [1000, 470];

function draw(): string {
  const rng = random(6550);
  const radios = mesh(rng);
  const start = nearest(radios, gateway);
  grow(radios, start);
  const sender = radios.findIndex(({ at }) => Math.hypot(at[0] - 260, at[1] - 770) < 75);
  const lit = trail(radios, sender);
  return [
    ground(teal, 1600, 1000, gateway),
    hearing(radios),
    ...[1, 2, 3].map((step) => ring(gateway, step * 130 + 20, teal.bright, 2, { opacity: 0.4 - step * 0.09 })),
    tree(radios, new Set(lit)),
    ...nodes(radios, start, new Set(lit)),
    router(radios[start]?.at ?? gateway),
  ].join('');
}

function mesh(rng: Random): Radio[] {
  const radios: Radio[] = [];
  for (let row = -1; row < 11; row += 1) {
    for (let column = -1; column < 15; column += 1) {
      const at: Point = [column * stepX + (row % 2 === 0 ? 0 : stepX / 2) + 28 + rng.between(-17, 17), row * stepY + 48 + rng.between(-15, 15)];
      if (rng.chance(0.93)) radios.push({ at, parent: -1, rank: 99, children: 0 });
    }
  }
  return radios;
}

function nearest(radios: readonly Radio[], to: Point): number {
  const far = radios.map(({ at }) => Math.hypot(at[0] - to[0], at[1] - to[1]));
  return far.indexOf(Math.min(...far));
}

function grow(radios: readonly Radio[], start: number): void {
  const queue = [start];
  const root = radios[start];
  if (root !== undefined) root.rank = 0;
  for (let index = queue.shift(); index !== undefined; index = queue.shift()) {
    const from = radios[index];
    if (from === undefined) continue;
    for (const other of hears(radios, index)) {
      const radio = radios[other];
      if (radio === undefined || radio.rank < 99) continue;
      Object.assign(radio, { parent: index, rank: from.rank + 1 });
      from.children += 1;
      queue.push(other);
    }
  }
}

function hears(radios: readonly Radio[], index: number): number[] {
  const from = radios[index];
  if (from === undefined) return [];
  const near = radios.map(({ at }, other) => ({ other, far: Math.hypot(at[0] - from.at[0], at[1] - from.at[1]) }));
  return near.filter(({ other, far }) => other !== index && far < reach).sort((a, b) => a.far - b.far).map(({ other }) => other);
}

function hearing(radios: readonly Radio[]): string {
  const links = radios.flatMap(({ at }, index) => hears(radios, index).filter((other) => other > index).map((other) => {
    const to = radios[other]?.at ?? at;
    return `M${Math.round(at[0])} ${Math.round(at[1])}L${Math.round(to[0])} ${Math.round(to[1])}`;
  }));
  return stroke(links.join(''), teal.soft, 1.5, { opacity: 0.45 });
}

function trail(radios: readonly Radio[], from: number): number[] {
  const way: number[] = [];
  for (let index = from; index >= 0; index = radios[index]?.parent ?? -1) way.push(index);
  return way;
}

function tree(radios: readonly Radio[], lit: ReadonlySet<number>): string {
  const by: [string, string, string] = ['', '', ''];
  radios.forEach(({ at, parent, rank }, index) => {
    const to = radios[parent]?.at;
    if (to !== undefined) by[lit.has(index) ? 2 : rank < 4 ? 1 : 0] += line(at[0], at[1], to[0], to[1]);
  });
  return stroke(by[0], teal.line, 2.5) + stroke(by[1], teal.bright, 4) + stroke(by[2], amber, 5.5, { 'stroke-linecap': 'round' });
}

function nodes(radios: readonly Radio[], start: number, lit: ReadonlySet<number>): string[] {
  const all = radios.map((radio, index) => ({ ...radio, index })).filter(({ index }) => index !== start);
  const leaf = all.filter(({ children, index }) => children === 0 && !lit.has(index));
  const relay = all.filter(({ children, index }) => children > 0 && !lit.has(index));
  return [
    dots(leaf.map(({ at }) => at), 6.5, teal.bright),
    dots(relay.map(({ at }) => at), 11, teal.bright), dots(relay.map(({ at }) => at), 7, teal.body),
    ...all.filter(({ index }) => lit.has(index)).map(({ at }) => hop(at, 11, teal.body, amber, 4.5)),
  ];
}

function router(at: Point): string {
  return circle(at, 46, { fill: teal.body, stroke: ice, 'stroke-width': 6 }) + circle(at, 19, { fill: amber });
}

export const iot: Picture = {
  name: 'topic-iot',
  title: 'A mesh of small radios',
  alt: 'Drawing: small radios in a mesh, each with one way to a border router, the way of one message in amber.',
  width: 1600,
  height: 1000,
  focal: [0.6, 0.47],
  draw,
};
