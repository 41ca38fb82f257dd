import { city, type City } from '../kit/city';
import { terracotta, type Tone } from '../kit/palette';
import type { Picture } from '../kit/picture';
import { group, polyline, stroke, type Point } from '../kit/svg';

/** Prague: the Vltava bends round the old town and once more round Holešovice, the castle stands on its hill in the west. */

const tone: Tone = { ...terracotta, from: '#6f5c2b', to: '#281f0d', body: '#473a1a', soft: '#96804a', line: '#c7b077', bright: '#efe0b4' };

/** The castle's long courts with the cathedral between them, the old market and the long square of the new town. */
function walls(): string {
  const courts: readonly (readonly Point[])[] = [
    [[318, 556], [372, 546], [378, 588], [324, 598]],
    [[384, 544], [500, 524], [514, 552], [504, 570], [390, 590]],
    [[656, 604], [712, 604], [712, 648], [656, 648]],
    [[726, 738], [754, 712], [836, 794], [810, 820]],
  ];
  const nave: readonly Point[] = [[400, 562], [418, 559], [420, 548], [430, 546], [432, 557], [470, 551], [478, 558], [472, 566], [434, 572], [436, 580], [426, 582], [424, 573], [402, 576]];
  const lines = [...courts, nave].map((shape) => polyline(shape, true)).join('');
  return group({ 'stroke-linejoin': 'round' }, stroke(lines, tone.body, 12), stroke(lines, tone.bright, 3.4));
}

const plan: City = {
  tone,
  seed: 104,
  water: 0.44,
  quarters: [
    { shape: [[600, 570], [690, 520], [800, 520], [796, 680], [700, 750], [600, 760]], angle: 24, along: 20, across: 25 },
    { shape: [[605, 780], [705, 765], [806, 700], [850, 620], [905, 630], [850, 740], [840, 1010], [665, 1010],
      [610, 920]], angle: 48, along: 30, across: 38 },
    { shape: [[455, 600], [530, 590], [530, 880], [580, 960], [580, 1010], [450, 1010], [450, 800]], angle: 78, along: 26, across: 38 },
    { shape: [[960, 530], [1040, 500], [1200, 360], [1240, 420], [1140, 560], [960, 590]], angle: -38, along: 28, across: 36 },
    { shape: [[880, 120], [1100, 120], [1150, 170], [1150, 235], [950, 435], [885, 435]], angle: 10, along: 32, across: 40 },
    { shape: [[600, 315], [850, 300], [850, 385], [610, 390]], angle: 4, along: 26, across: 36 },
    { shape: [[-10, -10], [420, -10], [550, 120], [540, 300], [450, 470], [310, 470], [-10, 560]], angle: 36, along: 40, across: 52 },
    { shape: [[-10, 620], [250, 600], [250, 860], [420, 900], [420, 1010], [-10, 1010]], angle: 18, along: 52, across: 70 },
    { shape: [[900, 660], [1600, 660], [1610, 860], [1040, 850], [1000, 720], [880, 760]], angle: -14, along: 32, across: 42 },
    { shape: [[860, 830], [1030, 860], [1610, 890], [1610, 1010], [860, 1010]], angle: 14, along: 30, across: 40 },
    { shape: [[1290, 90], [1610, -10], [1610, 570], [1340, 570], [1220, 440], [1280, 300]], angle: 38, along: 44, across: 58 },
    { shape: [[720, -10], [1250, -10], [1210, 40], [1120, 20], [760, 20]], angle: 12, along: 40, across: 52 },
  ],
  rivers: [
    { points: [[630, 1090], [630, 990], [566, 926], [566, 605], [688, 483], [962, 483], [1210, 235], [1210, 160], [1120, 70], [660, 70],
      [510, -80]], width: 54, radius: 76 },
  ],
  islands: [
    [[850, 474], [900, 468], [955, 476], [955, 488], [900, 494]],
    [[560, 716], [574, 716], [576, 800], [560, 800]],
  ],
  parks: [
    [[300, 640], [440, 610], [440, 800], [370, 860], [270, 800]],
    [[545, 160], [640, 110], [835, 110], [850, 285], [610, 300]],
    [[610, 416], [868, 416], [868, 446], [672, 450], [600, 520], [560, 520]],
    [[980, 596], [1310, 586], [1330, 640], [980, 648]],
    [[920, 730], [1010, 720], [1010, 812], [925, 812]],
  ],
  roads: [
    { points: [[880, -40], [880, 690], [836, 734], [836, 1040]], count: 3, radius: 90 },
    { points: [[-40, 590], [220, 590], [330, 480], [510, 480], [590, 400], [880, 400]], count: 2, radius: 70 },
    { points: [[440, 664], [656, 664]], count: 1 },
    { points: [[880, 660], [1330, 660], [1420, 570], [1640, 570]] },
    { points: [[-40, 930], [300, 930], [410, 1040]] },
    { points: [[1640, 110], [1430, 110], [1305, 235], [1060, 235], [895, 400]], radius: 80 },
  ],
  lines: [
    { points: [[1000, -40], [1000, 120], [922, 198], [922, 640], [800, 762], [800, 1040]], hops: [[922, 225], [922, 370], [852, 710], [800, 880]] },
    { points: [[430, 1040], [430, 960], [520, 870], [640, 870], [690, 820], [690, 740], [870, 560], [1100, 560], [1380, 280],
      [1640, 280]], hops: [[475, 915], [660, 850], [793, 637], [1060, 560], [1180, 480], [1320, 340]] },
    { points: [[-40, 400], [400, 400], [880, 880], [1640, 880]], hops: [[200, 400], [330, 400], [550, 550], [633, 633], [715, 715],
      [781, 781], [1010, 880], [1220, 880]] },
  ],
  extra: walls(),
  pin: [922, 560],
};

export const prague: Picture = {
  name: 'map-prague',
  title: 'Map of Prague',
  alt: 'Drawing: Prague, the Vltava bending round the old town and a second time further north, the castle on its hill, with a lit place in the east.',
  width: 1600,
  height: 1000,
  focal: [0.52, 0.54],
  draw: () => city(plan),
};
