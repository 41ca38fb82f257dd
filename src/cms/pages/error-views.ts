import type { PageLink } from './page';

/** One part of the path on the way to what was asked for: `/`, `/meeting/`, `/meeting/agenda/`. */
export interface Hop {
  readonly path: string;
  readonly title: string | null;
  readonly url: string | null;
  readonly found: boolean;
}

/** A page with its address in words, since that is what the reader mistyped. */
export interface NearPage extends PageLink {
  readonly path: string;
}

export interface NotFoundView {
  /** As asked for, decoded. */
  readonly path: string;
  readonly hops: readonly Hop[];
  /** The words of the path, for the search field. */
  readonly suggestedQuery: string;
  readonly similar: readonly NearPage[];
  readonly supportEmail: string;
  readonly reportUrl: string | null;
  /** `lost.svg` of the manifest. */
  readonly picture: string;
}

export interface GoneView {
  readonly path: string;
  /** Why it was taken away: a sentence. */
  readonly reason: string;
  /** Where to go on: the nearest live ancestors, pages of a similar name. */
  readonly near: readonly NearPage[];
  readonly suggestedQuery: string;
  readonly supportEmail: string;
}

export interface BadRequestView {
  /** What could not be understood: a sentence without secrets. */
  readonly message: string;
  readonly supportEmail: string;
}

export interface ForbiddenView {
  readonly message: string;
  /** Null for those who are signed in already. */
  readonly signInUrl: string | null;
  readonly supportEmail: string;
}

/** 405, 409, 413, 414, 422, 429 … */
export interface OtherErrorView {
  readonly status: number;
  /** "Too many requests" */
  readonly title: string;
  readonly message: string;
  readonly supportEmail: string;
}

/** Neither of the next two needs the database. */
export interface ServerErrorView {
  /** The id of the request in the log. */
  readonly reference: string;
  readonly supportEmail: string;
}

export interface UnavailableView {
  readonly supportEmail: string;
}

declare module '../../platform/http/views' {
  interface Views {
    'errors/400': BadRequestView;
    'errors/403': ForbiddenView;
    'errors/404': NotFoundView;
    'errors/410': GoneView;
    'errors/500': ServerErrorView;
    'errors/503': UnavailableView;
    'errors/other': OtherErrorView;
  }
}
