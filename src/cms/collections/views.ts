import type { ChooserView } from '../explorer/chooser';

export interface CollectionsView {
  readonly csrfToken: string;
  readonly canManage: boolean;
  readonly note: string | null;
  readonly collections: readonly {
    readonly id: number;
    readonly name: string;
    readonly files: string;
    /** Null: everybody's. */
    readonly page: string | null;
    readonly readers: string;
    /** "Private" */
    readonly tag: string | null;
  }[];
  /** What was typed as the name of a new one, and what is wrong with it. */
  readonly name: string;
  readonly problem: string | null;
}

export interface CollectionView {
  readonly csrfToken: string;
  readonly canManage: boolean;
  readonly note: string | null;
  /** Above the form: somebody else was quicker, it is not empty. */
  readonly problem: string | null;
  readonly problems: ReadonlyMap<string, string>;
  readonly id: number;
  /** As it is called now. */
  readonly title: string;
  readonly version: number;
  readonly files: { readonly words: string; readonly links: readonly { readonly text: string; readonly url: string }[]; readonly isEmpty: boolean };
  readonly name: string;
  readonly who: 'everybody' | 'page';
  readonly address: string;
  /** Whose readers may have the files now; null: everybody may. `url`: its editor, for those who may see it. */
  readonly page: { readonly title: string; readonly url: string | null; readonly readers: string } | null;
  readonly chooser: ChooserView | null;
}

declare module '../../platform/http/views' {
  interface Views {
    'admin/collections/index': CollectionsView;
    'admin/collections/edit': CollectionView;
  }
}
