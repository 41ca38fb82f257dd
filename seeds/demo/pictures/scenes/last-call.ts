import { bubble } from '../kit/figures';
import { amber, green, white, type Tone } from '../kit/palette';
import { ground, page } from '../kit/parts';
import { post } from '../kit/post';
import { range } from '../kit/random';
import { circle, dotted, fill, num, ring, stroke, type Point } from '../kit/svg';

/** Fourteen days round one document, nine of them over; from all sides come remarks, one with something to read. */

const tone: Tone = { ...green, from: '#3b6a4b', to: '#10261b', body: '#1b3f2d', faint: '#2d5b40', soft: '#5b8f6c', line: '#8abf97', bright: '#c6ebcd' };
const centre: Point = [800, 500];
const days = 14;
const today = 9;
const remarks: readonly (readonly [x: number, y: number, width: number, height: number])[] = [
  [150, 260, 170, 100], [370, 190, 130, 80], [330, 390, 150, 92], [120, 500, 140, 88], [360, 600, 120, 76], [180, 720, 190, 108], [430, 790, 140, 84],
  [1520, 190, 120, 74], [1450, 640, 130, 80], [1210, 790, 150, 88], [1430, 800, 180, 100], [80, 890, 120, 70], [1100, 140, 120, 72],
];

function draw(): string {
  return [
    ground(tone, 1600, 1000, centre), ...[420, 560, 720, 900].map((radius) => ring(centre, radius, tone.bright, 2, { opacity: 0.2, ...dotted('1 14') })),
    ...remarks.map(remark), ...range(days).map(day),
    page({ at: centre, width: 230, height: 296, lines: 8, paper: white, edge: white, title: amber, ink: '#3b6a4b' }), answer(),
  ].join('');
}

/** One day: a piece of the ring, from the top clockwise. */
function day(index: number): string {
  const at = (share: number, radius: number): string => {
    const angle = (index + share) / days * Math.PI * 2 - Math.PI / 2;
    return `${num(centre[0] + Math.cos(angle) * radius)} ${num(centre[1] + Math.sin(angle) * radius)}`;
  };
  const piece = `M${at(0.07, 252)}A252 252 0 0 1 ${at(0.93, 252)}L${at(0.94, 308)}A308 308 0 0 0 ${at(0.06, 308)}z`;
  const colour = index < today ? tone.bright : index === today ? amber : tone.body;
  return fill(piece, colour, { stroke: index > today ? tone.line : colour, 'stroke-width': 5, 'stroke-linejoin': 'round' });
}

function remark([x, y, width, height]: (typeof remarks)[number], index: number): string {
  const side = x < centre[0] ? -1 : 1;
  const lines = index % 3 === 0 ? `M${x - width * 0.28} ${y}h${num(width * 0.3)}` : `M${x - width * 0.28} ${y - 12}h${num(width * 0.56)}m${num(-width * 0.56)} 24h${num(width * 0.3)}`;
  return bubble([x, y], width, height, side === -1 ? -1 : 1, { fill: tone.body, stroke: tone.soft, 'stroke-width': 5 }) + stroke(lines, tone.soft, 8, { 'stroke-linecap': 'round' });
}

/** The remark that names a section: its line leads to that place in the text. */
function answer(): string {
  const lines = [210, 180, 220, 130].map((width, index) => `M1212 ${342 + index * 32}h${width}`).join('');
  return circle([1320, 392], 226, { fill: amber, opacity: 0.12 }) + stroke('M1160 420H1010L900 526', tone.body, 12) + stroke('M1160 420H1010L900 526', amber, 5)
    + circle([896, 530], 13, { fill: amber, stroke: white, 'stroke-width': 4 })
    + bubble([1320, 390], 320, 190, 1, { fill: amber, stroke: white, 'stroke-width': 7 }) + stroke(lines, '#5d4316', 13, { 'stroke-linecap': 'round' });
}

export const lastCall = post('last-call', {
  title: 'Fourteen days to answer',
  alt: 'Drawing: a document inside a ring of fourteen pieces, nine of them bright; short remarks around it, and a long amber one that points into the text.',
}, draw, [0.58, 0.5]);
