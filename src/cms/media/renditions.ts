import type { ImageValue } from '../fields/image';
import type { ImagePlace } from '../references/renderer';
import type { ImageFacts, ImageUse } from './picture';

/**
 * Every file that can be made of a picture, enumerated: nobody can ask for another one, so nobody can fill the disk.
 * A spec is `<cut>-<width>`, or `og` for social cards. Places that want the same cut share its files.
 */
export type Cut = 'wide' | 'card' | 'thumb' | 'body' | 'logo' | 'og';
export type Format = 'avif' | 'webp' | 'jpg' | 'png';

export const IMAGE_TYPES: Readonly<Record<Format, string>> = { avif: 'image/avif', webp: 'image/webp', jpg: 'image/jpeg', png: 'image/png' };

export interface Rendition {
  readonly spec: string;
  readonly cut: Cut;
  readonly width: number;
  readonly height: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

type Original = Size & Pick<ImageFacts, 'id' | 'hash' | 'transparent'>;

/** Ratio is width by height; null keeps the picture's own. */
const CUTS: Record<Cut, { ratio: number | null; widths: readonly number[] }> = {
  wide: { ratio: 12 / 5, widths: [400, 800, 1200, 1600, 2400] },
  card: { ratio: 8 / 5, widths: [240, 400, 800, 1200] },
  thumb: { ratio: 1, widths: [200, 400] },
  body: { ratio: null, widths: [400, 800, 1200, 1600] },
  logo: { ratio: null, widths: [200, 400] },
  og: { ratio: 1200 / 630, widths: [1200] },
};

/** `box`: how wide it stands on a desktop screen, in CSS pixels; it picks the file that browsers without srcset take. */
interface Place {
  readonly cut: Cut;
  readonly box: number;
  readonly sizes: string;
  /** `first`: at once if no other picture stands before it, since lists begin in the first view. */
  readonly loading: 'lazy' | 'first' | 'eager';
  readonly priority: boolean;
}

/** `sizes` follow the style sheets: test/browser/picture-sizes.test.ts measures whether they are true. */
const PLACES: Record<ImagePlace, Place> = {
  // On phones the picture is 14rem high and fills its box, so it is drawn wider than the screen.
  hero: { cut: 'wide', box: 1600, sizes: '(min-width: 50rem) 100vw, 33rem', loading: 'eager', priority: true },
  // A post's or an event's own picture, as wide as the page.
  top: { cut: 'wide', box: 1200, sizes: '(min-width: 80rem) 76rem, 92vw', loading: 'eager', priority: true },
  // Beside the title of a section or a topic.
  feature: { cut: 'wide', box: 512, sizes: '(min-width: 80rem) 32rem, (min-width: 56rem) 39vw, 92vw', loading: 'eager', priority: false },
  body: { cut: 'body', box: 704, sizes: '(min-width: 48rem) 44rem, 92vw', loading: 'lazy', priority: false },
  card: { cut: 'card', box: 320, sizes: '(min-width: 74rem) 20.5rem, (min-width: 56rem) 30vw, (min-width: 40rem) 45vw, 92vw', loading: 'first', priority: false },
  'post-row': { cut: 'card', box: 176, sizes: '(min-width: 44rem) 11rem, 92vw', loading: 'first', priority: false },
  'event-row': { cut: 'card', box: 240, sizes: '(min-width: 50rem) 15rem, 59vw', loading: 'first', priority: false },
  'event-line': { cut: 'card', box: 152, sizes: '(min-width: 36rem) 9.5rem, 65vw', loading: 'lazy', priority: false },
  thumb: { cut: 'thumb', box: 128, sizes: '8rem', loading: 'lazy', priority: false },
  logo: { cut: 'logo', box: 200, sizes: '12.5rem', loading: 'lazy', priority: false },
  menu: { cut: 'card', box: 240, sizes: '15rem', loading: 'lazy', priority: false },
};

/** What views/partials/picture.ejs prints. Width and height are those of the file in `src`, so the box is known before it loads. */
export function pictureOf(facts: ImageFacts, value: ImageValue, place: ImagePlace, { first = false } = {}): ImageUse {
  const { cut, box, sizes, loading, priority } = PLACES[place];
  const files = renditionsOf(facts, cut);
  const source = files.find(({ width }) => width >= box) ?? largest(files);
  const fallback = fallbackOf(facts, cut);
  return {
    alt: value.decorative ? '' : value.alt || facts.alt || '',
    place,
    sources: [...avifSource(facts, files), { type: 'image/webp', srcset: srcset(facts, files, 'webp') }],
    src: urlOf(facts, source.spec, fallback),
    srcset: srcset(facts, files, fallback),
    sizes, priority,
    loading: loading === 'eager' || (loading === 'first' && first) ? 'eager' : 'lazy',
    width: source.width,
    height: source.height,
  };
}

/** The picture on a social card, 1200×630 unless the original is smaller. The address is relative to the root. */
export function socialImageOf(facts: ImageFacts): { url: string; width: number; height: number } {
  const { spec, width, height } = largest(renditionsOf(facts, 'og'));
  return { url: urlOf(facts, spec, 'jpg'), width, height };
}

/** The files of a cut, from narrow to wide; never wider or higher than the original allows. */
export function renditionsOf(original: Size, cut: Cut): Rendition[] {
  const { ratio, widths } = CUTS[cut];
  const proportion = ratio ?? original.width / original.height;
  const widest = Math.max(1, Math.min(original.width, Math.floor(original.height * proportion + 1e-6), ...widths.slice(-1)));
  return [...widths.filter((width) => width < widest), widest].map((width) => ({
    spec: cut === 'og' ? 'og' : `${cut}-${width}`,
    cut,
    width,
    height: Math.max(1, Math.min(original.height, Math.round(width / proportion))),
  }));
}

/** The rendition of this name, if a picture of this size has one. */
export function renditionNamed(original: Size, spec: string): Rendition | undefined {
  return (Object.keys(CUTS) as Cut[]).flatMap((cut) => renditionsOf(original, cut)).find((rendition) => rendition.spec === spec);
}

/** The file that an address names, if a picture of this size has it in this format. */
export function fileNamed(image: Original, { spec, format }: { spec: string; format: string }): { rendition: Rendition; format: Format } | undefined {
  const rendition = renditionNamed(image, spec);
  const known = rendition && formatsOf(image, rendition.cut).find((one) => one === format);
  return known && { rendition, format: known };
}

/**
 * Where an address leads whose hash is not this picture's any more: to the same file of it as it is now, or the largest of that cut, in
 * the same format if it has that. Relative to the root; undefined for what no picture ever had.
 */
export function presentAddress(image: Original, spec: string, format: string): string | undefined {
  const cut = spec.replace(/-\d+$/, '');
  if (!isCut(cut)) return undefined;
  const { spec: present } = renditionNamed(image, spec) ?? largest(renditionsOf(image, cut));
  return urlOf(image, present, formatsOf(image, cut).find((one) => one === format) ?? fallbackOf(image, cut));
}

function isCut(name: string): name is Cut {
  return Object.hasOwn(CUTS, name);
}

/** The formats a rendition exists in, best first. Social networks read JPEG only. */
export function formatsOf(image: { transparent: boolean }, cut: Cut): Format[] {
  return cut === 'og' ? ['jpg'] : ['avif', 'webp', fallbackOf(image, cut)];
}

function fallbackOf(image: { transparent: boolean }, cut: Cut): Format {
  if (cut === 'og') return 'jpg';
  return image.transparent || cut === 'logo' ? 'png' : 'jpg';
}

/** Only when every width is there: with some, browsers would take a file that is too small. */
function avifSource(facts: ImageFacts, files: readonly Rendition[]): ImageUse['sources'] {
  const complete = files.every(({ spec }) => facts.avif.includes(spec));
  return complete ? [{ type: 'image/avif', srcset: srcset(facts, files, 'avif') }] : [];
}

function srcset(facts: ImageFacts, files: readonly Rendition[], format: Format): string {
  return files.map(({ spec, width }) => `${urlOf(facts, spec, format)} ${width}w`).join(', ');
}

function urlOf(facts: { id: number; hash: string }, spec: string, format: Format): string {
  return `/media/${facts.id}/${facts.hash}/${spec}.${format}`;
}

function largest(files: readonly Rendition[]): Rendition {
  const last = files.at(-1);
  if (!last) throw new Error('A cut without widths');
  return last;
}
