export interface FoundStatus {
  readonly kind: string;
  readonly icon: string;
  readonly words: string;
}

export interface Found {
  readonly title: string;
  readonly detail: string | null;
  readonly icon: string;
  readonly status: FoundStatus | null;
  /** At the end of the line, where there is no status: "Internet Standard". */
  readonly side: string | null;
  readonly url: string;
  /** It is done by sending, not by opening: sign out. */
  readonly post: boolean;
}

export interface FoundGroup {
  readonly label: string;
  readonly results: readonly Found[];
}

declare module '../../platform/http/views' {
  interface Views {
    'admin/finder/index': { readonly csrfToken: string; readonly q: string; readonly page: number | null; readonly groups: readonly FoundGroup[] };
  }
}
