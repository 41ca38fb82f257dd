import type { Html } from '../../platform/html/html';
import type { Views, ViewName } from '../../platform/http/views';
import type { Block } from '../block-type';
import type { ImageValue } from '../fields/image';
import type { Link } from '../fields/link';
import type { ImageUse } from '../media/picture';
import type { ReferenceTarget } from '../reference-kind';
import type { RichText } from '../rich-text/document';

/** Turns parts of content into HTML, with every reference already resolved. One for each page and request. */
export interface Renderer {
  /** Undefined when the target is missing or not public: print plain text then. Fragments are kept in the target's url. */
  resolve(uri: string): ReferenceTarget | undefined;
  richText(document: RichText): Html;
  blocks(blocks: readonly Block[]): Html;
  /** `<picture>` with every format that exists; null when the image is missing. */
  picture(image: ImageValue | null, place: ImagePlace): Html | null;
  /** The picture that a page brings along for lists: decoration, since its title stands beside it. Null when `facts` are none. */
  ownPicture(facts: unknown, place: ImagePlace): Html | null;
  link(link: Link | null): ResolvedLink | null;
  /** `<hN id>` with its anchor link; remembered for the contents list. Level 1 is the page's title. */
  heading(level: 2 | 3 | 4, text: string, anchor: string | null): Html;
  /** The number of a source in the bibliography: the same for every citation of it (content.md 8.2). Null for other kinds. */
  cite(uri: string): number | null;
  /** Markdown in, sanitised HTML out; `[[rfc:9110]]` and links by reference work. */
  markdown(source: string): Html;
  /** Somebody's HTML, sanitised with the widest list. */
  foreignHtml(source: string): Html;
  view<Name extends ViewName>(name: Name, data: Views[Name]): Html;
  /** The first picture in the place 'hero': the head of the page asks for it before the body does. */
  readonly hero: ImageUse | null;
  /** What heading() has printed so far, in order. */
  readonly headings: readonly Heading[];
  /** What cite() has numbered so far, in order. */
  readonly citations: readonly ReferenceTarget[];
}

export interface Heading {
  readonly level: 2 | 3 | 4;
  readonly text: string;
  readonly anchor: string;
}

export interface ResolvedLink {
  readonly url: string;
  readonly text: string;
  /** Another host than ours. */
  readonly external: boolean;
}

/** Where a picture stands: decides crop, widths offered, `sizes` and loading. The table is in `media/renditions.ts`. */
export type ImagePlace = 'hero' | 'top' | 'feature' | 'body' | 'card' | 'post-row' | 'event-row' | 'event-line' | 'thumb' | 'logo' | 'menu';
