import { city, type City } from '../kit/city';
import { indigo, type Tone } from '../kit/palette';
import type { Picture } from '../kit/picture';

/** Montreal: a slanting grid between the mountain and the wide Saint Lawrence with its islands, the canal to Lachine. */

const tone: Tone = { ...indigo, from: '#294a8c', to: '#10204a', body: '#1c3568', faint: '#2f5297', soft: '#4a70bb', line: '#86a8e6', bright: '#bcd3fa' };

const plan: City = {
  tone,
  seed: 124,
  quarters: [
    { shape: [[-10, -10], [1090, -10], [1090, 60], [985, 300], [760, 360], [640, 330], [520, 400], [-10, 200]], angle: 37, along: 25, across: 66 },
    { shape: [[760, 380], [985, 320], [960, 470], [900, 560], [740, 680], [690, 610], [770, 540]], angle: 37, along: 24, across: 40 },
    { shape: [[-10, 230], [500, 430], [520, 560], [660, 630], [690, 720], [300, 1010], [-10, 1010]], angle: 31, along: 28, across: 60 },
    { shape: [[750, 720], [940, 560], [985, 560], [1000, 780], [880, 1010], [420, 1010]], angle: 37, along: 30, across: 44 },
    { shape: [[1400, -10], [1610, -10], [1610, 1010], [1290, 1010], [1320, 640], [1350, 420]], angle: 58, along: 40, across: 54 },
  ],
  rivers: [
    { points: [[1290, -80], [1290, 20], [1150, 330], [1150, 620], [1150, 760], [1080, 1080]], width: 214, radius: 220 },
    { points: [[1062, 540], [900, 540], [640, 800], [300, 800], [40, 1060]], width: 16, radius: 60 },
  ],
  islands: [
    [[1180, 300], [1215, 330], [1190, 420], [1150, 450], [1130, 420], [1140, 350]],
    [[1180, 480], [1215, 500], [1215, 600], [1190, 680], [1160, 680], [1165, 560]],
    [[1060, 850], [1110, 860], [1090, 960], [1030, 1000], [1020, 960]],
  ],
  parks: [
    [[560, 430], [650, 370], [740, 400], [760, 500], [690, 590], [600, 590], [530, 520]],
    [[930, 110], [1010, 50], [1060, 100], [980, 180]],
  ],
  roads: [
    { points: [[990, 470], [210, -120]], count: 2 },
    { points: [[1130, -90], [700, 640], [480, 1010]], count: 2, radius: 300 },
    { points: [[-40, 640], [400, 640], [560, 720], [780, 720], [960, 530], [1060, 330], [1180, -40]], count: 3, radius: 80 },
    { points: [[1062, 322], [1180, 381], [1640, 381]], radius: 60 },
    { points: [[868, 627], [1640, 857]], radius: 60 },
  ],
  lines: [
    { points: [[-40, 100], [300, 440], [300, 560], [470, 680], [640, 680], [820, 545], [985, 350], [1130, 60],
      [1130, -40]], hops: [[180, 320], [385, 620], [555, 680], [730, 612], [930, 415], [1045, 230]] },
    { points: [[360, -40], [800, 330], [900, 450], [1010, 540], [1320, 540], [1640, 700]], hops: [[500, 78], [650, 204], [850, 390],
      [1190, 540], [1420, 590]] },
  ],
  pin: [820, 545],
};

export const montreal: Picture = {
  name: 'map-montreal',
  title: 'Map of Montreal',
  alt: 'Drawing: Montreal, a slanting grid between a green mountain and the wide Saint Lawrence, with a lit place downtown.',
  width: 1600,
  height: 1000,
  focal: [0.52, 0.53],
  draw: () => city(plan),
};
