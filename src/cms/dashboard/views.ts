/** Texts are ready to print; addresses lead to public pages and are null where there is none. */
export interface DashboardView {
  /** "22 November 2026 · 17:40 UTC" */
  readonly today: string;
  readonly changes: readonly { readonly title: string; readonly url: string | null; readonly initials: string; readonly what: string }[];
  readonly types: readonly {
    readonly label: string;
    readonly live: number;
    readonly notLive: number;
    readonly newest: readonly { readonly title: string; readonly url: string }[];
  }[];
  readonly you: { readonly name: string; readonly email: string; readonly groups: string; readonly since: string };
  readonly signIns: {
    readonly here: string;
    readonly before: string;
    /** Wrong passwords since the sign-in before. */
    readonly failed: number;
    readonly sessions: number;
  };
}

declare module '../../platform/http/views' {
  interface Views { 'admin/dashboard/index': DashboardView }
}
