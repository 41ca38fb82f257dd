import type { StatusView } from '../explorer/page-status';
import type { When } from '../explorer/when';

/** Texts are ready to print. */
export interface DashboardView {
  readonly csrfToken: string;
  /** "Sunday 22 November 2026 · 18:40 · 17:40 UTC" */
  readonly today: string;
  readonly mayAdd: boolean;
  readonly needs: readonly { readonly icon: string; readonly title: string; readonly url: string; readonly what: string; readonly act: string }[];
  readonly mine: readonly { readonly title: string; readonly url: string; readonly what: string; readonly status: StatusView }[];
  readonly changes: readonly {
    readonly title: string; readonly url: string; readonly initials: string; readonly what: string; readonly when: When;
    readonly undo: { readonly pageId: number; readonly revisionId: number } | null;
  }[];
  readonly next: readonly { readonly day: string; readonly utc: string; readonly iso: string; readonly title: string; readonly url: string; readonly what: string }[];
  readonly busy: readonly { readonly initials: string; readonly title: string; readonly url: string; readonly what: string }[];
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
