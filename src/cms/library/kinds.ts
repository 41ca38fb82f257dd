import type { MediaKind } from '../media/use-queries';

/** One kind of what the library keeps. The names are constants of the program, never input: queries are built of them. */
export interface Kind {
  /** As references, history and the columns of versions call it. */
  readonly one: MediaKind;
  /** Its table, its folder of views. */
  readonly many: 'images' | 'documents';
  /** The heading of its list. */
  readonly name: string;
  /** At the beginning of a sentence. */
  readonly some: string;
  readonly base: '/admin/images' | '/admin/documents';
  /** What one page does with it, and what several do: "1 page shows it". */
  readonly pageDoes: readonly [one: string, many: string];
}

export const IMAGES: Kind = { one: 'image', many: 'images', name: 'Images', some: 'An image', base: '/admin/images', pageDoes: ['shows', 'show'] };
export const DOCUMENTS: Kind = { one: 'document', many: 'documents', name: 'Documents', some: 'A document', base: '/admin/documents', pageDoes: ['leads to', 'lead to'] };

/** In the order of the links above every list. */
export const KINDS: readonly Kind[] = [IMAGES, DOCUMENTS];
