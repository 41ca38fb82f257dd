import { city, type City } from '../kit/city';
import { terracotta, type Tone } from '../kit/palette';
import type { Picture } from '../kit/picture';
import { group, polyline, ring, stroke } from '../kit/svg';

/** Philadelphia, turned so that Market Street lies level: one grid from the Schuylkill to the Delaware, five squares, the Parkway. */

const tone: Tone = { ...terracotta, from: '#8c3b31', to: '#33110f', body: '#5d231d', soft: '#b56a5c', line: '#e09a8a', bright: '#f8cfc4' };

/** The round place of the Parkway, and City Hall astride the crossing of the two long streets. */
function marks(): string {
  const hall = polyline([[798, 461], [850, 461], [850, 513], [798, 513]], true);
  return group({ 'stroke-linejoin': 'round' }, stroke(hall, tone.bright, 5), ring([662, 378], 22, tone.bright, 3.4));
}

const plan: City = {
  tone,
  seed: 114,
  water: 0.42,
  quarters: [
    { shape: [[535, 345], [1225, 345], [1225, 690], [530, 690], [530, 600]], angle: 0, along: 24, across: 35 },
    { shape: [[470, 250], [600, 270], [790, 280], [790, 335], [540, 335]], angle: 0, along: 23, across: 31 },
    { shape: [[560, -10], [810, -10], [810, 260], [600, 255], [400, 180], [270, 60], [560, 60]], angle: 0, along: 33, across: 27 },
    { shape: [[840, -10], [1180, -10], [1180, 330], [840, 330]], angle: 0, along: 35, across: 27 },
    { shape: [[1200, -10], [1520, -10], [1220, 290], [1200, 290]], angle: 45, along: 31, across: 27 },
    { shape: [[470, 705], [1225, 705], [1225, 1010], [310, 1010], [310, 870]], angle: 0, along: 32, across: 26 },
    { shape: [[-10, 340], [420, 340], [465, 390], [465, 580], [320, 720], [-10, 720]], angle: -10, along: 33, across: 41 },
    { shape: [[-10, 740], [300, 740], [210, 840], [210, 1010], [-10, 1010]], angle: 42, along: 39, across: 52 },
    { shape: [[-10, 120], [60, 150], [200, 290], [-10, 320]], angle: 20, along: 35, across: 47 },
    { shape: [[1430, 370], [1610, 200], [1610, 1010], [1500, 1010], [1490, 730], [1430, 670]], angle: 8, along: 33, across: 41 },
  ],
  rivers: [
    { points: [[1740, -80], [1340, 320], [1340, 690], [1410, 760], [1410, 1080]], width: 140, radius: 130 },
    { points: [[160, -60], [160, 20], [500, 360], [500, 600], [260, 840], [260, 1080]], width: 44, radius: 80 },
    { points: [[1640, 560], [1560, 480], [1430, 480]], width: 18, radius: 50 },
  ],
  parks: [
    [[-40, -40], [110, -40], [110, 40], [200, 180], [330, 310], [230, 310], [-40, 80]],
    [[210, -40], [330, -40], [400, 100], [470, 240], [400, 220], [250, 70]],
    [[626, 343], [698, 343], [698, 413], [626, 413]],
    [[658, 541], [728, 541], [728, 611], [658, 611]],
    [[994, 547], [1064, 547], [1064, 617], [994, 617]],
    [[998, 355], [1070, 355], [1070, 425], [998, 425]],
    [[1110, 505], [1180, 505], [1180, 535], [1110, 535]],
    [[690, 900], [780, 900], [780, 1020], [690, 1020]],
    [[330, 590], [420, 590], [410, 640], [350, 680], [310, 660]],
  ],
  roads: [
    { points: [[1600, -40], [1246, 314], [1246, 720], [1300, 774], [1300, 1040]], count: 3, radius: 90 },
    { points: [[440, 220], [824, 487]], count: 3 },
    { points: [[-40, 250], [150, 250], [420, 330], [1130, 330], [1210, 410], [1640, 410]], count: 2, radius: 70 },
    { points: [[150, -40], [120, 60], [450, 390], [450, 580], [200, 830], [200, 1040]], count: 2, radius: 80 },
    { points: [[-40, 560], [220, 560], [320, 660], [1240, 660]], count: 1, radius: 60 },
  ],
  lines: [
    { points: [[-40, 487], [1120, 487], [1180, 427], [1180, 320], [1540, -40]], hops: [[120, 487], [280, 487], [420, 487], [600, 487], [930, 487],
      [1034, 487], [1300, 200]] },
    { points: [[824, -40], [824, 1040]], hops: [[824, 130], [824, 270], [824, 640], [824, 760], [824, 880]] },
    { points: [[-40, 690], [130, 690], [330, 490], [420, 400], [940, 400], [940, -40]], hops: [[130, 690], [330, 490], [560, 400], [940, 230],
      [940, 100]] },
  ],
  pin: [752, 400],
};

export const philadelphia: Picture = {
  name: 'map-philadelphia',
  title: 'Map of Philadelphia',
  alt: 'Drawing: Philadelphia, an even grid between two rivers with small square parks, a slanting avenue, and a lit place in the middle.',
  width: 1600,
  height: 1000,
  focal: [0.48, 0.42],
  draw: () => city(plan) + marks(),
};
