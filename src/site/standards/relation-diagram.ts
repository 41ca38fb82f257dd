import type { Related, Relation } from './rfc-detail';

/** The relations of an RFC as a small picture: what came before at the left, what came after at the right. All in its own units. */
export interface Diagram {
  readonly width: number;
  readonly height: number;
  /** Where the view begins: a side without boxes takes no room. */
  readonly left: number;
  readonly boxes: readonly Box[];
  readonly lines: readonly Line[];
  readonly labels: readonly Label[];
  /** The picture in a sentence, for those who do not see it. */
  readonly description: string;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly kind: 'self' | 'other' | 'more';
}

interface Line {
  readonly path: string;
  /** The point of the arrow, which leads from the newer to the older. */
  readonly arrow: string;
  readonly dashed: boolean;
}

interface Label {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

export const BOX = { width: 92, height: 26 };

const ROW = 32;
const LABEL = 20;
const GAP = 26;
const MIDDLE = BOX.width + GAP;
const RIGHT = 2 * MIDDLE;
/** More than these are a number: the list below the picture has them all. */
const MOST = 5;

const WORDS: Readonly<Record<Relation, string>> = { obsoletes: 'obsoletes', updates: 'updates', 'obsoleted-by': 'obsoleted by', 'updated-by': 'updated by' };

/** Null when the RFC stands alone. */
export function relationDiagram(number: number, related: readonly Related[]): Diagram | null {
  if (related.length === 0) return null;
  const older = columnOf(related, ['obsoletes', 'updates']);
  const newer = columnOf(related, ['obsoleted-by', 'updated-by']);
  const height = Math.max(older.height, newer.height, BOX.height + 2 * 12);
  const middle = height / 2;
  const sides = [
    ...older.groups.length > 0 ? [placed(older, { x: 0, top: middle - older.height / 2, middle, toLeft: true })] : [],
    ...newer.groups.length > 0 ? [placed(newer, { x: RIGHT, top: middle - newer.height / 2, middle, toLeft: false })] : [],
  ];
  const left = older.groups.length > 0 ? 0 : MIDDLE;
  const end = newer.groups.length > 0 ? RIGHT + BOX.width : MIDDLE + BOX.width;
  return {
    width: end - left, height, left,
    boxes: [...sides.flatMap(({ boxes }) => boxes), { x: MIDDLE, y: middle - BOX.height / 2, text: `RFC ${number}`, kind: 'self' }],
    lines: sides.flatMap(({ lines }) => lines),
    labels: sides.flatMap(({ labels }) => labels),
    description: descriptionOf(number, related),
  };
}

interface Group {
  readonly relation: Relation;
  readonly texts: readonly string[];
  /** The last text counts those that have no box. */
  readonly cut: boolean;
}

interface Column {
  readonly groups: readonly Group[];
  readonly height: number;
}

function columnOf(related: readonly Related[], relations: readonly Relation[]): Column {
  const groups = relations.flatMap((relation) => {
    const names = related.filter((other) => other.relation === relation).map(({ number }) => `RFC ${number}`);
    if (names.length === 0) return [];
    const cut = names.length > MOST + 1;
    return [{ relation, cut, texts: cut ? [...names.slice(0, MOST), `+ ${names.length - MOST} more`] : names }];
  });
  return { groups, height: groups.reduce((sum, { texts }) => sum + LABEL + texts.length * ROW, 0) };
}

interface Place {
  readonly x: number;
  readonly top: number;
  readonly middle: number;
  readonly toLeft: boolean;
}

function placed({ groups }: Column, { x, top, middle, toLeft }: Place): Pick<Diagram, 'boxes' | 'lines' | 'labels'> {
  const boxes: Box[] = [];
  const lines: Line[] = [];
  const labels: Label[] = [];
  let y = top;
  for (const [index, { relation, texts, cut }] of groups.entries()) {
    labels.push({ x: x + BOX.width / 2, y: y + 13, text: WORDS[relation] });
    const rows = texts.map((_, row) => y + LABEL + row * ROW);
    boxes.push(...rows.map((rowY, row): Box => ({ x, y: rowY, text: texts[row]!, kind: cut && row === texts.length - 1 ? 'more' : 'other' })));
    const ends = rows.map((rowY) => rowY + BOX.height / 2);
    const bundle = { ends, ...apart(groups, index, middle) };
    lines.push({ ...(toLeft ? toOlder(bundle) : fromNewer(bundle)), dashed: relation.startsWith('update') });
    y += LABEL + texts.length * ROW;
  }
  return { boxes, lines, labels };
}

interface Bundle {
  readonly ends: readonly number[];
  /** Where it meets the box in the middle. */
  readonly middle: number;
  /** How much farther from that box its trunk stands than half of the way. */
  readonly far: number;
}

/** Two bundles never cross: each has its own place at the box, and the one with more ends, which reaches past the middle, turns farther out. */
function apart(groups: readonly Group[], index: number, middle: number): Omit<Bundle, 'ends'> {
  const [first, second] = groups;
  if (!first || !second) return { middle, far: 0 };
  const firstIsFar = first.texts.length >= second.texts.length;
  return index === 0 ? { middle: middle - 5, far: firstIsFar ? 5 : -5 } : { middle: middle + 5, far: firstIsFar ? -5 : 5 };
}

/** From the middle leftwards to every box: one trunk with branches, so that dashes of several lines never fill each other's gaps. */
function toOlder({ ends, middle, far }: Bundle): Omit<Line, 'dashed'> {
  const trunk = MIDDLE - GAP / 2 - far;
  return {
    path: `M${MIDDLE} ${middle}H${trunk}${trunkPath(trunk, ends, middle)}${ends.map((y) => `M${trunk} ${y}H${BOX.width + 6}`).join('')}`,
    arrow: ends.map((y) => arrowAt(BOX.width, y)).join(''),
  };
}

/** From every box at the right leftwards to the middle. */
function fromNewer({ ends, middle, far }: Bundle): Omit<Line, 'dashed'> {
  const trunk = RIGHT - GAP / 2 + far;
  return {
    path: `${ends.map((y) => `M${RIGHT} ${y}H${trunk}`).join('')}${trunkPath(trunk, ends, middle)}M${trunk} ${middle}H${MIDDLE + BOX.width + 6}`,
    arrow: arrowAt(MIDDLE + BOX.width, middle),
  };
}

function trunkPath(x: number, ends: readonly number[], middle: number): string {
  const [from, to] = [Math.min(...ends, middle), Math.max(...ends, middle)];
  return from === to ? '' : `M${x} ${from}V${to}`;
}

function arrowAt(x: number, y: number): string {
  return `M${x} ${y}l7 -3.5v7z`;
}

function descriptionOf(number: number, related: readonly Related[]): string {
  const parts = (Object.keys(WORDS) as Relation[]).flatMap((relation) => {
    const numbers = related.filter((other) => other.relation === relation).map((other) => other.number);
    if (numbers.length === 0) return [];
    const verb = relation.endsWith('-by') ? `is ${WORDS[relation]}` : WORDS[relation];
    return [`${verb} ${numbers.length > MOST ? `${numbers.length} RFCs` : numbers.map((other) => `RFC ${other}`).join(', ')}`];
  });
  return `RFC ${number} ${parts.join('; it ')}.`;
}
