import { whenIn } from '../explorer/when';
import { renditionsOf, type Cut } from '../media/renditions';
import type { ListedImage } from './list-queries';
import { itemUrl, type Listing } from './listing';
import type { TileView } from './views';
import { kindWords, pageWords, pixelWords, sizeWords } from './words';

/** Who reads the list, and when. */
export interface Reader {
  readonly user: { readonly id: number; readonly timeZone: string };
  readonly now: Date;
}

export function tileView({ user, now }: Reader, image: ListedImage, { base, listing, openId }: { base: string; listing: Listing; openId: number | null }): TileView {
  const { id, title, filename, tags, collection } = image;
  const [by, at] = image.trashedAt === null ? [personOf(user, image.updatedById, image.updatedBy), image.updatedAt] : [image.trashedBy ?? 'Plenary', image.trashedAt];
  return {
    id, title, filename, tags, collection,
    url: itemUrl(base, id, listing), isOpen: id === openId,
    // what is cut out of a photograph can be seen through its focal point; a logo without its ends is none
    thumb: { ...fileSet(image, image.transparent ? 'body' : 'card', 2), isWhole: image.transparent },
    decision: DECISIONS[image.altDecision ?? 'undecided'],
    use: image.pages > 0 ? `on ${pageWords(image.pages)}` : image.used ? 'in use' : 'unused',
    pixels: pixelWords(image), size: `${kindWords(image.mimeType)}, ${sizeWords(image.bytes)}`,
    changedBy: by, changed: whenIn(user.timeZone, at, now),
  };
}

export function personOf(user: { readonly id: number }, id: number | null, name: string | null): string {
  return id === user.id ? 'You' : name ?? 'Plenary';
}

const DECISIONS: Readonly<Record<NonNullable<ListedImage['altDecision']> | 'undecided', TileView['decision']>> = {
  described: { icon: 'check', isMissing: false, words: 'Described' },
  decorative: { icon: 'check', isMissing: false, words: 'Decoration' },
  'each-time': { icon: 'ask', isMissing: false, words: 'Asked each time' },
  undecided: { icon: 'warn', isMissing: true, words: 'No alt decision' },
};

type Picture = Pick<ListedImage, 'id' | 'hash' | 'width' | 'height'>;

/** The narrow files of a cut as WebP, which every browser of staff reads. */
export function fileSet(image: Picture, cut: Cut, most: number): { src: string; srcset: string } {
  const files = renditionsOf(image, cut).slice(0, most).map(({ spec, width }) => ({ url: `/media/${image.id}/${image.hash}/${spec}.webp`, width }));
  return { src: files[0]!.url, srcset: files.map(({ url, width }) => `${url} ${width}w`).join(', ') };
}
