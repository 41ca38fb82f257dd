import type { Assets } from '../pages/layout';

export interface PreviewLinksView {
  readonly csrfToken: string;
  readonly pageId: number;
  readonly title: string;
  /** Said once, right after it was made. */
  readonly made: { readonly url: string; readonly until: string } | null;
  readonly note: string | null;
  readonly problem: string | null;
  readonly days: string;
  readonly links: readonly {
    readonly id: number;
    /** "made by Maren Oduya on 22 Nov 2026, 18:40 (17:40 UTC)" */
    readonly about: string;
    readonly until: string;
    readonly used: string;
  }[];
}

declare module '../../platform/http/views' {
  interface Views {
    'admin/preview/says': { message: string; assets: Assets; script: string };
    'admin/preview/links': PreviewLinksView;
  }
}
