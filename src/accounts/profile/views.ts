export interface ProfileView {
  readonly csrfToken: string;
  /** What happened just before. */
  readonly note: string | null;
  readonly email: string;
  readonly name: string;
  readonly timeZone: string;
  readonly timeZones: readonly string[];
  readonly groups: readonly string[];
  /** By field. */
  readonly problems: ReadonlyMap<string, string>;
  readonly sessions: readonly { readonly key: string; readonly browser: string; readonly since: string; readonly lastSeen: string; readonly here: boolean }[];
}

declare module '../../platform/http/views' {
  interface Views { 'admin/profile/edit': ProfileView }
}
