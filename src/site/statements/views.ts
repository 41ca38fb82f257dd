import type { Html } from '../../platform/html/html';
import type { ActiveFilter, CountedLink, DateFilter, DateText, Pager } from '../../cms/pages/view-parts';
import type { PageLink } from '../../cms/pages/page';
import type { TopicChip } from '../snippets/topic';

export interface StatementRow {
  readonly title: string;
  readonly url: string;
  readonly date: DateText;
  /** "In force", "Superseded", "Archived". */
  readonly status: string;
  readonly inForce: boolean;
  readonly topics: readonly TopicChip[];
}

export interface StatementIndexView {
  readonly introduction: string | null;
  /** "IESG" */
  readonly bodyName: string;
  readonly total: number;
  /** "45 statements"; "3 statements, filtered by Working groups". */
  readonly filterSentence: string;
  readonly active: readonly ActiveFilter[];
  readonly clearUrl: string | null;
  readonly filter: DateFilter | null;
  readonly topics: readonly CountedLink[];
  readonly statuses: readonly CountedLink[];
  /** Latest first. */
  readonly years: readonly CountedLink[];
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
  /** Null while the list is not public. */
  readonly listUrl: string | null;
  readonly feedUrl: string | null;
  /** Earlier pages that this one took the place of, newest first. */
  readonly replaces: readonly DatedLink[];
  readonly bodyName: string;
  readonly previous: PageLink | null;
  readonly next: PageLink | null;
  /** Up to five on the same topics, newest first. */
  readonly related: readonly DatedLink[];
  /** Up to five that are older than this one and not among those. */
  readonly older: readonly DatedLink[];
}

export interface DatedLink {
  readonly title: string;
  readonly url: string;
  readonly date: DateText;
}

declare module '../../platform/http/views' {
  interface Views {
    'statements/index': StatementIndexView;
    'statements/statement': StatementView;
  }
}
