import type { Choice } from '../explorer/views';
import type { ItemView, LibraryView, PaneView } from '../library/views';

/** An image in the grid or in the table. */
export interface TileView extends ItemView {
  readonly thumb: { readonly src: string; readonly srcset: string; readonly isWhole: boolean };
  /** What the library says to readers who cannot see it. */
  readonly decision: { readonly icon: string; readonly isMissing: boolean; readonly words: string };
  readonly pixels: string;
  /** "JPEG, 45 kB" */
  readonly file: string;
}

export interface ImagesView extends LibraryView {
  readonly items: readonly TileView[];
  /** The file of the pane when it is not in the list: what saving it put out of it is shown until the list is drawn anew. */
  readonly beside: TileView | null;
  readonly isGrid: boolean;
  readonly looks: readonly Choice[];
  readonly pane: ImagePaneView | null;
}

export const PANE_FIELDS = ['title', 'altDecision', 'alt', 'credit', 'licence', 'tags', 'collection', 'focalX', 'focalY'] as const;
export type PaneFieldName = (typeof PANE_FIELDS)[number];

export interface ImagePaneView extends PaneView<PaneFieldName> {
  readonly picture: { readonly src: string; readonly srcset: string; readonly width: number; readonly height: number; readonly focalX: number; readonly focalY: number };
  readonly crops: readonly { readonly key: string; readonly label: string; readonly src: string; readonly ratio: string }[];
  readonly decisions: readonly { readonly value: string; readonly label: string; readonly hint: string | null }[];
  readonly licences: readonly string[];
  readonly credits: readonly string[];
  /** Absolute: what one copies. */
  readonly original: string;
}

declare module '../../platform/http/views' {
  interface Views { 'admin/images/index': ImagesView }
}
