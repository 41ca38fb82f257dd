import type { ItemView, LibraryView, PaneView } from '../library/views';

export interface RowView extends ItemView {
  /** "PDF", "Word" */
  readonly type: string;
  readonly size: string;
  readonly text: TextView;
}

/** Whether search knows what the file says. */
export interface TextView {
  readonly icon: string;
  readonly isMissing: boolean;
  readonly words: string;
}

export interface DocumentsView extends LibraryView {
  readonly items: readonly RowView[];
  /** The file of the pane when it is not in the list: what saving it put out of it is shown until the list is drawn anew. */
  readonly beside: RowView | null;
  readonly pane: DocumentPaneView | null;
}

export const PANE_FIELDS = ['title', 'description', 'tags', 'collection'] as const;

export interface DocumentPaneView extends PaneView<(typeof PANE_FIELDS)[number]> {
  /** Its own public address; `url` to open it, `address` to copy. */
  readonly file: { readonly url: string; readonly address: string; readonly opens: string; readonly extension: string };
  readonly text: TextView & { readonly beginning: string | null };
}

declare module '../../platform/http/views' {
  interface Views { 'admin/documents/index': DocumentsView }
}
