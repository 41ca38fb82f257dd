import type { Db } from '../../platform/db/connect';
import type { OwnFilter } from '../library/filters-view';
import { itemView } from '../library/item-view';
import { IMAGES } from '../library/kinds';
import { libraryView } from '../library/library-view';
import { listUrl } from '../library/listing';
import type { LibraryRequest, Reader } from '../library/request';
import type { KindWords } from '../library/views';
import { MOST_BYTES } from '../media/original';
import { fileSet } from './file-set';
import { getImageFacts, listImages, type ImageFacts, type ListedImage } from './list-queries';
import type { Listing } from './listing';
import type { ImagesView, TileView } from './views';
import { fileWords, pixelWords } from './words';

/** The list with all that stands around it, and what a pane beside it needs to know of the library. Two queries. */
export async function imagesView(db: Db, reader: Reader, asked: LibraryRequest<Listing>): Promise<{ view: Omit<ImagesView, 'pane' | 'beside'>; facts: ImageFacts }> {
  const { listing, seen } = asked;
  const { files, matching } = await listImages(db, seen, listing);
  const facts = await getImageFacts(db, seen);
  const look = (text: string, view: Listing['view']) => ({ text, url: listUrl(IMAGES.base, listing, { view, page: listing.page }), on: listing.view === view });
  return { facts, view: {
    ...libraryView(IMAGES, WORDS, asked, facts, { matching, shown: files.length, filters: FILTERS }),
    isGrid: listing.view === 'grid', looks: [look('Grid', 'grid'), look('List', 'list')], items: files.map((image) => tileView(reader, image, asked)),
  } };
}

const WORDS: KindWords = {
  searched: 'title, alt, credit, tags', called: 'picture', types: 'JPEG, PNG, WebP, GIF, AVIF or SVG', mostBytes: MOST_BYTES,
  accept: 'image/*', taken: 'image/jpeg,image/png,image/webp,image/gif,image/avif,image/heic,image/tiff,image/svg+xml',
  happens: 'Camera data and place are removed', whoHasIt: null,
};

const FILTERS: readonly OwnFilter[] = [
  { name: 'alt', label: 'Alt decision', choices: { undecided: 'No alt decision', described: 'Described', decorative: 'Decoration', 'each-time': 'Asked each time' } satisfies Record<NonNullable<Listing['alt']>, string> },
  { name: 'size', label: 'Size', choices: { large: 'Larger than 2 MB' } },
];

export function tileView(reader: Reader, image: ListedImage, asked: LibraryRequest<Listing>): TileView {
  return {
    ...itemView(reader, IMAGES, image, asked),
    // what is cut out of a photograph can be seen through its focal point; a logo without its ends is none
    thumb: { ...fileSet(image, image.transparent ? 'body' : 'card', 2), isWhole: image.transparent },
    decision: DECISIONS[image.altDecision ?? 'undecided'], pixels: pixelWords(image), file: fileWords(image),
  };
}

const DECISIONS: Readonly<Record<NonNullable<ListedImage['altDecision']> | 'undecided', TileView['decision']>> = {
  described: { icon: 'check', isMissing: false, words: 'Described' },
  decorative: { icon: 'check', isMissing: false, words: 'Decoration' },
  'each-time': { icon: 'ask', isMissing: false, words: 'Asked each time' },
  undecided: { icon: 'warn', isMissing: true, words: 'No alt decision' },
};
