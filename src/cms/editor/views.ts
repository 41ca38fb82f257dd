import type { Html } from '../../platform/html/html';
import type { StatusView } from '../explorer/page-status';

/** Where the form and its script send things. Null: it is not offered. '': the page is not made yet; the script learns it when it is. */
export interface EditorUrls {
  readonly back: string;
  readonly workingCopy: string;
  readonly preview: string;
  /** What the frame shows before anything was typed; null: nothing. */
  readonly firstPreview: string | null;
  readonly presence: string;
  readonly history: string | null;
  readonly share: string | null;
}

export type MenuEntry =
  | { readonly kind: 'link'; readonly label: string; readonly url: string; readonly dialog: boolean }
  | { readonly kind: 'button'; readonly label: string; readonly url: string; readonly method: 'POST' | 'DELETE' };

export interface EditorView {
  readonly csrfToken: string;
  /** `id` null: it is not made yet. */
  readonly page: { readonly id: number | null; readonly heading: string; readonly typeLabel: string; readonly parentTitle: string };
  readonly status: Pick<StatusView, 'kind' | 'icon' | 'words'>;
  /** Who locked it and since when. */
  readonly lock: string | null;
  /** Why nothing can be changed here. */
  readonly readOnly: string | null;
  readonly urls: EditorUrls;
  readonly may: { readonly save: boolean; readonly publish: boolean };
  readonly menu: readonly MenuEntry[];
  /** Screens of their own about the page: who owns it, who may read it. */
  readonly links: readonly { readonly label: string; readonly url: string; readonly about: string }[];
  readonly form: {
    readonly action: string;
    readonly base: string;
    readonly number: string;
    /** Of a page that is not made yet, else ''. */
    readonly parent: string;
    readonly type: string;
    readonly key: string;
    /** When the working copy was kept last, ISO; '' when there is none. */
    readonly kept: string;
    /** Whose form it is, for signing in again. */
    readonly email: string;
    /** JSON: names of the references in the text, by URI. */
    readonly labels: string;
    /** JSON: what the library has of the images in the text, by URI. */
    readonly pictures: string;
    /** Whether new files may be brought into the library from here. */
    readonly uploads: boolean;
  };
  readonly title: string;
  readonly titleProblem: string | null;
  readonly controls: { readonly content: Html; readonly promote: Html; readonly settings: Html };
  readonly problems: readonly { readonly href: string | null; readonly label: string; readonly message: string }[];
  /** What was typed and not saved is what the form shows. */
  readonly copy: string | null;
  readonly note: string | null;
  /** With "Undo" and the like beside it: the workflow's own words. */
  readonly done: Html | null;
  readonly problem: string | null;
}

export interface NewPageView {
  readonly back: { readonly label: string; readonly url: string };
  readonly parent: { readonly title: string; readonly url: string };
  readonly types: readonly { readonly label: string; readonly description: string; readonly url: string }[];
}

declare module '../../platform/http/views' {
  interface Views {
    'admin/editor/edit': EditorView;
    'admin/editor/new': NewPageView;
  }
}
