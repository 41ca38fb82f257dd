import { amber, ice, navy, white, type Tone } from '../kit/palette';
import { ground, hop, page, traffic, trunk, type Trunk } from '../kit/parts';
import type { Picture } from '../kit/picture';
import { random } from '../kit/random';
import { rounded } from '../kit/route';
import { dotted, stroke, type Point } from '../kit/svg';

/** Three documents on a route that climbs: a draft, a reviewed draft, a standard. */

const tone: Tone = { ...navy, from: '#1a5072', to: '#0a2132', body: '#11354f' };
const climb: readonly Point[] = [[-40, 750], [340, 750], [540, 550], [850, 550], [1050, 350], [1340, 350], [1740, -50]];

const route: Trunk = {
  points: climb, count: 7, gap: 20, radius: 96, width: 3,
  colours: [tone.soft, tone.line, tone.soft, tone.bright, tone.soft, tone.line, tone.soft],
};

function draw(): string {
  const rng = random(2026);
  const clear = [[200, 750, 140], [695, 550, 140], [1195, 350, 140]] as const;
  return [
    ground(tone, 1600, 1000, [1195, 350]),
    ...reviews(),
    trunk(route),
    traffic(rng, { trunk: route, count: 18, size: 10, colours: [ice, tone.bright, ice, tone.line, tone.bright, ice, amber], from: 0.02, to: 0.97, clear }),
    page({ at: [200, 750], width: 196, height: 254, lines: 7, paper: tone.body, edge: ice, title: tone.line, ink: tone.soft, dashed: true }),
    page({ at: [695, 550], width: 196, height: 254, lines: 7, paper: tone.body, edge: ice, title: ice, ink: tone.bright }),
    page({ at: [1195, 350], width: 196, height: 254, lines: 7, paper: white, edge: white, title: amber, ink: '#0a5fa3' }),
  ].join('');
}

/** Comments that lead back: loops under and over each step. */
function reviews(): string[] {
  const loops: readonly (readonly Point[])[] = [
    [[755, 550], [755, 790], [645, 900], [330, 900], [260, 830], [260, 750]],
    [[1255, 350], [1255, 590], [1145, 700], [830, 700], [760, 630], [760, 550]],
    [[630, 550], [630, 330], [560, 260], [330, 260], [220, 370], [220, 750]],
    [[1130, 350], [1130, 160], [1060, 90], [850, 90], [735, 205], [735, 550]],
  ];
  const lines = loops.map((points) => stroke(rounded(points, 50), tone.line, 3, dotted('2 12')));
  const hops: readonly Point[] = [[480, 900], [985, 700], [440, 260], [950, 90]];
  return [...lines, ...hops.map((at) => hop(at, 12, tone.body, tone.bright, 4))];
}

export const process: Picture = {
  name: 'section-process',
  title: 'From draft to standard',
  alt: 'Drawing: a bundle of routes climbs past three documents, dashed, outlined and filled, with dotted loops leading back.',
  width: 1600,
  height: 1000,
  focal: [0.6, 0.5],
  draw,
};
