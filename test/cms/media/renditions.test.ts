import type { ImageFacts } from '../../../src/cms/media/picture';
import { pictureOf, renditionNamed, renditionsOf, socialImageOf, type Cut } from '../../../src/cms/media/renditions';
import type { ImagePlace } from '../../../src/cms/references/renderer';

const PLACES: ImagePlace[] = ['hero', 'top', 'feature', 'body', 'card', 'post-row', 'event-row', 'event-line', 'thumb', 'logo', 'menu'];
const CUTS: Cut[] = ['wide', 'card', 'thumb', 'body', 'logo', 'og'];
const SIZES: [number, number][] = [[2400, 960], [1600, 1000], [1000, 1600], [800, 400], [401, 399], [50, 40], [4000, 3], [3, 4000], [1, 1]];

const facts = (width: number, height: number, more: Partial<ImageFacts> = {}): ImageFacts =>
  ({ id: 9, hash: 'abcdef0123050050', width, height, alt: 'A map', credit: null, transparent: false, avif: [], ...more });
const value = { ref: 'image:9', alt: null, decorative: false };

describe.each(SIZES)('a picture of %i × %i', (width, height) => {
  test.each(CUTS)('is never enlarged for %s', (cut) => {
    for (const rendition of renditionsOf({ width, height }, cut)) {
      expect(rendition.width).toBeLessThanOrEqual(width);
      expect(rendition.height).toBeLessThanOrEqual(height);
      expect(Math.min(rendition.width, rendition.height)).toBeGreaterThanOrEqual(1);
    }
  });

  test.each(PLACES)('has an address, a width and a height as %s, and names only files that exist', (place) => {
    const picture = pictureOf(facts(width, height), value, place);
    expect(picture.width).toBeGreaterThanOrEqual(1);
    expect(picture.height).toBeGreaterThanOrEqual(1);

    const urls = [picture.src, ...[picture.srcset, ...picture.sources.map(({ srcset }) => srcset)].flatMap((set) => set.split(', ').map((part) => part.split(' ')[0]!))];
    for (const url of urls) {
      const [, spec] = /^\/media\/9\/abcdef0123050050\/([a-z]+-\d+)\.(?:webp|jpg|png)$/.exec(url)!;
      expect(renditionNamed({ width, height }, spec!)).toBeDefined();
    }
  });
});

test('widths are told as they are, in srcset as in the box', () => {
  const picture = pictureOf(facts(1000, 500), value, 'body');
  expect(picture.srcset).toMatch(/body-400\.jpg 400w, .*body-800\.jpg 800w, .*body-1000\.jpg 1000w$/);
  expect(picture).toMatchObject({ width: 800, height: 400, src: '/media/9/abcdef0123050050/body-800.jpg', loading: 'lazy', priority: false });
});

test('the hero is wide, loads at once and first', () => {
  const hero = pictureOf(facts(2400, 960), value, 'hero');
  expect(hero).toMatchObject({ width: 1600, height: 667, loading: 'eager', priority: true });
  expect(hero.srcset).toContain('wide-2304.jpg 2304w'); // 12:5 of 960 pixels of height
});

test('AVIF is named when every width of it is there, and not before', () => {
  const types = (avif: string[]) => pictureOf(facts(900, 600, { avif }), value, 'card').sources.map(({ type }) => type);
  expect(types(['card-240', 'card-400', 'card-800'])).toEqual(['image/webp']);
  expect(types(['card-240', 'card-400', 'card-800', 'card-900'])).toEqual(['image/avif', 'image/webp']);
});

test('logos and transparent pictures fall back on PNG', () => {
  expect(pictureOf(facts(800, 400), value, 'logo').src).toMatch(/logo-200\.png$/);
  expect(pictureOf(facts(800, 400, { transparent: true }), value, 'card').src).toMatch(/card-400\.png$/);
});

test('what a place says of a picture wins over what the library says, and decoration says nothing', () => {
  expect(pictureOf(facts(800, 400), value, 'body').alt).toBe('A map');
  expect(pictureOf(facts(800, 400), { ...value, alt: 'Where to eat' }, 'body').alt).toBe('Where to eat');
  expect(pictureOf(facts(800, 400), { ...value, alt: 'Where to eat', decorative: true }, 'body').alt).toBe('');
});

test('social cards get 1200 × 630, or what there is', () => {
  expect(socialImageOf(facts(1600, 1000))).toEqual({ url: '/media/9/abcdef0123050050/og.jpg', width: 1200, height: 630 });
  expect(socialImageOf(facts(600, 600))).toEqual({ url: '/media/9/abcdef0123050050/og.jpg', width: 600, height: 315 });
});
