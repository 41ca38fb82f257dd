import type { Html } from '../../platform/html/html';
import type { DateText, Pager } from '../../cms/pages/view-parts';
import type { PageLink } from '../../cms/pages/page';

export interface AnnouncementRow {
  readonly title: string;
  readonly url: string;
  readonly date: DateText;
  readonly text: string | null;
}

export interface AnnouncementIndexView {
  readonly introduction: string | null;
  /** "8 announcements" */
  readonly count: string;
  /** Newest first. */
  readonly announcements: readonly AnnouncementRow[];
  readonly pager: Pager | null;
  readonly feedUrl: string;
}

export interface AnnouncementView {
  readonly introduction: string | null;
  readonly date: DateText;
  /** Only when it is later by more than a day. */
  readonly updated: DateText | null;
  readonly body: Html;
  /** Null while the list is not public. */
  readonly list: PageLink | null;
  /** Earlier announcements that this one took the place of. */
  readonly replaces: readonly AnnouncementRow[];
  readonly previous: PageLink | null;
  readonly next: PageLink | null;
  /** Up to five others, newest first. */
  readonly others: readonly AnnouncementRow[];
}

declare module '../../platform/http/views' {
  interface Views {
    'announcements/index': AnnouncementIndexView;
    'announcements/announcement': AnnouncementView;
  }
}
