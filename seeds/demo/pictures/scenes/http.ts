import { amber, blue, ice, type Tone } from '../kit/palette';
import { ground, packet } from '../kit/parts';
import type { Picture } from '../kit/picture';
import { random, range, type Random } from '../kit/random';
import { rounded } from '../kit/route';
import { box, boxes, circle, fill, group, line, num, ring, stroke, type Point } from '../kit/svg';

/** One request and one answer, carried three ways: as lines of text, as frames in one stream, as packets in many. */

const tone: Tone = { ...blue, from: '#17629a', to: '#06234a', body: '#0b3c6c', faint: '#134e84' };
const [from, to] = [520, 1280] as const;
const rows = [165, 375, 585] as const;
const client: Point = [250, 375];
const server: Point = [1550, 375];

function draw(): string {
  const rng = random(9110);
  const grid = range(35).map((index) => line(50 + index * 50, 0, 50 + index * 50, 750)).join('');
  return [
    ground(tone, 1800, 750, [900, 375]), stroke(grid, tone.bright, 1.5, { opacity: 0.07 }),
    ...rows.map(ways), ...rows.map(pipe), text(rng), frames(rng), streams(rng), browser(), machine(),
  ].join('');
}

/** From the browser to the end of a pipe, and from its other end to the server. */
function ways(row: number): string {
  const shift = (row - 375) / 7;
  const bend = Math.abs(row - 375 - shift);
  const out = (x: number, side: 1 | -1, end: number): Point[] => [[x, 375 + shift], [end - side * (bend + 24), 375 + shift], [end - side * 24, row], [end, row]];
  const both = [out(client[0] + 130, 1, from), out(server[0] - 110, -1, to)];
  const drawn = both.map((points) => rounded(bend === 0 ? [points[0] ?? client, points[3] ?? client] : points, 46)).join('');
  return stroke(drawn, tone.body, 14) + stroke(drawn, ice, 5);
}

function pipe(row: number): string {
  return box(from, row - 66, to - from, 132, { rx: 20, fill: tone.body, stroke: tone.bright, 'stroke-width': 3.4 })
    + [from, to].map((x) => circle([x, row], 12, { fill: tone.body, stroke: ice, 'stroke-width': 5 })).join('');
}

/** The message as text: a line for what is asked, lines for its fields, one field amber. */
function text(rng: Random): string {
  const [y, words] = [rows[0] - 42, [[190, 370, 90], [150, 290], [120, 350], [230, 170]] as const];
  return words.map((parts, index) => {
    let x = from + 44;
    return parts.map((width, part) => {
      const at = x;
      x += width + 18 + rng.between(0, 6);
      const colour = index === 2 ? amber : index === 0 ? ice : part === 0 ? tone.bright : tone.line;
      return fill(boxes([[at, y + index * 24, width, 13]]), colour);
    }).join('');
  }).join('');
}

/** The same as frames, those of three exchanges one after the other. */
function frames(rng: Random): string {
  const colours = [tone.line, tone.bright, amber] as const;
  const parts: string[] = [];
  for (let x = from + 40, index = 0; x < to - 110; index += 1) {
    const width = rng.pick([46, 62, 84]);
    const colour = colours[[0, 2, 1, 0, 1, 2, 1, 0][index % 8] ?? 0] ?? ice;
    parts.push(box(x, rows[1] - 26, width, 52, { rx: 6, fill: tone.faint, stroke: colour, 'stroke-width': 3.4 }), fill(boxes([[x, rows[1] - 26, 14, 52]]), colour));
    x += width + 12;
  }
  return stroke(line(from + 20, rows[1], to - 20, rows[1]), tone.line, 2) + group({}, ...parts);
}

/** The same again as streams side by side; a packet lost in one holds up none of the others. */
function streams(rng: Random): string {
  return range(5).map((index) => {
    const y = rows[2] - 44 + index * 22;
    const lit = index === 2;
    const marks: string[] = [];
    for (let x = from + 46 + rng.between(0, 40); x < to - 70;) {
      const length = rng.pick([22, 40, 58]);
      if (!(index === 3 && marks.length === 4)) marks.push(`M${num(x)} ${num(y)}h${length}`);
      else marks.push('');
      x += length + rng.between(30, 62);
    }
    return stroke(line(from + 24, y, to - 24, y), lit ? amber : tone.line, 1.8, { opacity: 0.7 }) + packet(marks.join(''), lit ? amber : ice, 11);
  }).join('');
}

function browser(): string {
  const [x, y] = [client[0] - 130, client[1] - 128];
  const lines = [0, 1, 2].map((index) => `M${x + 130} ${y + 108 + index * 34}h${[96, 74, 88][index] ?? 90}`).join('');
  return box(x, y, 260, 256, { rx: 22, fill: tone.body, stroke: ice, 'stroke-width': 5 }) + stroke(line(x, y + 58, x + 260, y + 58), ice, 4)
    + [0, 1, 2].map((index) => circle([x + 30 + index * 26, y + 29], 7, { fill: index === 0 ? amber : tone.line })).join('')
    + box(x + 116, y + 16, 122, 26, { rx: 13, fill: tone.faint, stroke: tone.line, 'stroke-width': 2.4 })
    + box(x + 30, y + 92, 76, 96, { rx: 8, fill: tone.faint, stroke: tone.bright, 'stroke-width': 3 })
    + stroke(lines, tone.bright, 10, { 'stroke-linecap': 'round' }) + stroke(`M${x + 30} ${y + 218}h160`, tone.line, 10, { 'stroke-linecap': 'round' });
}

function machine(): string {
  const [x, y] = [server[0] - 110, server[1] - 136];
  return range(4).map((index) => {
    const top = y + index * 70;
    return box(x, top, 220, 62, { rx: 12, fill: tone.body, stroke: ice, 'stroke-width': 4.5 })
      + stroke(`M${x + 84} ${top + 24}h104M${x + 84} ${top + 40}h104`, tone.line, 5, { 'stroke-dasharray': '9 7' })
      + ring([x + 36, top + 31], 11, index === 1 ? amber : tone.bright, 4.5);
  }).join('');
}

export const http: Picture = {
  name: 'post-http',
  title: 'One message, three ways',
  alt: 'Drawing: a browser and a server joined by three pipes, with lines of text, with frames and with packets, the same part amber in each.',
  width: 1800,
  height: 750,
  focal: [0.5, 0.5],
  draw,
};
