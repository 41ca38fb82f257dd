import { city, type City } from '../kit/city';
import { terracotta } from '../kit/palette';
import type { Picture } from '../kit/picture';
import { range } from '../kit/random';
import { group, ring, spoke, stroke } from '../kit/svg';

/** Madrid: streets like rays round the Puerta del Sol, the long axis of the Castellana, the grid of Salamanca, the ring road. */

const sol = [742, 640] as const;

function rays(): string {
  const lines = range(26).map((index) => {
    const angle = (index + (index % 3) * 0.22) * Math.PI / 13;
    const far = 108 + (index * 37) % 40;
    return spoke(sol, angle, 26, far);
  });
  const rings = [48, 76, 104].map((radius) => ring(sol, radius, terracotta.bright, 1.6));
  return group({ opacity: 0.5 }, stroke(lines.join(''), terracotta.bright, 1.6), ...rings);
}

const plan: City = {
  tone: terracotta,
  seed: 123,
  quarters: [
    { shape: [[870, 430], [1090, 430], [1090, 640], [870, 640]], angle: 8, along: 26, across: 34 },
    { shape: [[650, 390], [815, 390], [815, 510], [650, 510]], angle: 4, along: 25, across: 34 },
    { shape: [[660, 60], [815, 60], [815, 370], [640, 370]], angle: 82, along: 26, across: 44 },
    { shape: [[870, 60], [1090, 60], [1090, 410], [870, 410]], angle: 12, along: 40, across: 48 },
    { shape: [[1140, -10], [1610, -10], [1610, 330], [1140, 330]], angle: 28, along: 46, across: 62 },
    { shape: [[1140, 390], [1610, 390], [1610, 660], [1140, 660]], angle: -9, along: 38, across: 50 },
    { shape: [[950, 800], [1100, 690], [1610, 720], [1610, 1010], [1050, 1010]], angle: 38, along: 34, across: 52 },
    { shape: [[640, 800], [800, 800], [900, 860], [960, 1010], [900, 1010], [640, 750]], angle: 45, along: 28, across: 34 },
    { shape: [[-10, 850], [180, 850], [540, 780], [560, 770], [800, 1010], [-10, 1010]], angle: 30, along: 34, across: 46 },
    { shape: [[320, -10], [620, -10], [620, 420], [580, 450], [320, 190]], angle: 64, along: 48, across: 66 },
    { shape: [[-10, -10], [225, -10], [225, 220], [380, 390], [60, 560], [-10, 560]], angle: 20, along: 64, across: 82 },
  ],
  rivers: [
    { points: [[270, -60], [270, 190], [560, 480], [560, 750], [890, 1080]], width: 30, radius: 110 },
  ],
  parks: [
    [[120, 520], [360, 440], [490, 560], [505, 700], [450, 770], [200, 820], [90, 720]],
    [[900, 670], [1010, 670], [1010, 790], [900, 790]],
  ],
  roads: [
    { points: [[846, -40], [846, 700], [790, 756], [790, 830], [1010, 1050]], count: 3 },
    { points: [[830, 935], [795, 935], [620, 760], [620, 180], [760, 40], [1000, 40], [1115, 155], [1115, 700], [880, 935],
      [829, 935]], count: 2, radius: 120 },
    { points: [[742, 640], [660, 558], [660, 450], [170, -40]], radius: 80 },
    { points: [[846, 620], [1640, 620]] },
    { points: [[742, 640], [680, 702], [680, 832], [460, 1052]], radius: 60 },
    { points: [[1010, 805], [1250, 1045]] },
  ],
  lines: [
    { points: [[-40, 700], [500, 700], [560, 640], [742, 640], [846, 536], [1060, 322], [1640, 322]], hops: [[300, 700], [646, 640],
      [742, 640], [906, 476], [1060, 322], [1300, 322]] },
    { points: [[742, 1040], [742, 360], [795, 307], [795, -40]], hops: [[742, 880], [742, 480], [795, 90]] },
  ],
  extra: rays(),
  pin: [795, 215],
};

export const madrid: Picture = {
  name: 'map-madrid',
  title: 'Map of Madrid',
  alt: 'Drawing: Madrid, streets like rays round the centre inside a ring road, a river at the left, with a lit place in the north.',
  width: 1600,
  height: 1000,
  focal: [0.5, 0.3],
  draw: () => city(plan),
};
