/** The question for the password of a private part of the site, also after a wrong one. */
export interface UnlockView {
  /** Where to go with the right one: a path of this site. */
  readonly next: string;
  readonly problem: string | null;
  readonly token: string;
}

declare module '../../platform/http/views' {
  interface Views {
    'access/unlock': UnlockView;
  }
}
