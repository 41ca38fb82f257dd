import type { Html } from '../../platform/html/html';
import type { Frame, PageFrame } from './frame';

/** Addresses of the built files, from `public/build/manifest.json`. */
export interface Assets {
  /** `site.css` */
  readonly css: string;
  /** `site.js` */
  readonly script: string;
  /** `theme.js`: applies the reader's theme before the first paint. */
  readonly theme: string;
  /** `inter.woff2` */
  readonly font: string;
}

export interface SiteLayout {
  readonly frame: Frame;
  readonly body: Html;
  readonly assets: Assets;
}

/** For answers that must not need the database: 500 and 503. */
export interface BareLayout {
  readonly lang: string;
  /** Whole: "Something went wrong – IETF". */
  readonly title: string;
  readonly siteName: string;
  readonly body: Html;
  readonly assets: Assets;
}

/**
 * What the engine adds to a page's own data when it renders the page's view, under the name `page`.
 * Page types do not fill it, so it is not part of their view data.
 */
export interface PageParts {
  readonly page: PageFrame;
}

declare module '../../platform/http/views' {
  interface Views {
    'layouts/site': SiteLayout;
    'layouts/bare': BareLayout;
  }
}
