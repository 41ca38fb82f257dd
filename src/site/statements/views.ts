import type { Html } from '../../platform/html/html';
import type { ActiveFilter, DateFilter, DateText, FilterLink, Pager } from '../../cms/pages/view-parts';
import type { PageLink } from '../../cms/pages/page';
import type { TopicChip } from '../snippets/topic';

export interface StatementRow {
  readonly title: string;
  readonly url: string;
  readonly date: DateText;
  /** "Superseded", "Archived"; null while it is in force. */
  readonly status: string | null;
  readonly topics: readonly TopicChip[];
}

export interface StatementIndexView {
  readonly introduction: string | null;
  /** "IESG" */
  readonly bodyName: string;
  readonly total: number;
  readonly filterSentence: string | null;
  readonly active: readonly ActiveFilter[];
  readonly clearUrl: string | null;
  readonly filter: DateFilter | null;
  readonly years: readonly FilterLink[];
  /** Newest first. */
  readonly statements: readonly StatementRow[];
  readonly pager: Pager | null;
  readonly feedUrl: string | null;
}

export interface StatementView {
  readonly introduction: string | null;
  readonly date: DateText;
  readonly updated: DateText | null;
  readonly body: Html;
  readonly topics: readonly TopicChip[];
  /** Its source on the Datatracker. */
  readonly externalUrl: string | null;
  readonly listUrl: string;
  readonly bodyName: string;
  readonly previous: PageLink | null;
  readonly next: PageLink | null;
  /** Up to five that are older than this one. */
  readonly older: readonly { readonly title: string; readonly url: string; readonly date: DateText }[];
}

declare module '../../platform/http/views' {
  interface Views {
    'statements/index': StatementIndexView;
    'statements/statement': StatementView;
  }
}
