import type { ImagePlace } from '../references/renderer';

/** What the database says about an image, as reference targets carry it (`data` of an `image:9` target). */
export interface ImageFacts {
  readonly id: number;
  /** Of content and focal point: part of every rendition's address, so that it can be cached for good. */
  readonly hash: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string | null;
  /** What the library says of it for places that begin to show it; null: nobody has decided. */
  readonly altDecision?: 'described' | 'decorative' | 'each-time' | null;
  readonly credit: string | null;
  /** Some of it shows what lies behind: its fallback is PNG then, not JPEG. */
  readonly transparent: boolean;
  /** Not everybody's: its collection belongs to the readers of a page. */
  readonly private?: boolean;
  /** Specs of which an AVIF exists already: only those are named in HTML. */
  readonly avif: readonly string[];
}

/** An image in a place, ready for partials/picture.ejs. */
export interface ImageUse {
  readonly alt: string;
  readonly place: ImagePlace;
  /** For `<source>`, best first; the fallback is `src`/`srcset`. */
  readonly sources: readonly { readonly type: string; readonly srcset: string }[];
  readonly src: string;
  readonly srcset: string;
  readonly sizes: string;
  readonly width: number;
  readonly height: number;
  readonly loading: 'lazy' | 'eager';
  readonly priority: boolean;
}

/** The facts in a resolved target's data; undefined when the target is no image. */
export function imageFactsOf(data: unknown): ImageFacts | undefined {
  return typeof data === 'object' && data !== null && 'hash' in data && 'avif' in data ? data as ImageFacts : undefined;
}
