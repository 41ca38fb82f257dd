import type { Html } from '../../platform/html/html';
import type { Card, Highlight } from '../../cms/pages/view-parts';

export interface TopicListView {
  readonly introduction: string | null;
  /** Below the cards. */
  readonly body: Html | null;
  readonly topics: readonly Card[];
}

export interface TopicView {
  readonly introduction: string | null;
  /** The page's card picture, of the place 'feature'. */
  readonly picture: Html | null;
  readonly keyInfo: Html | null;
  readonly inDepth: Html | null;
  readonly highlight: Highlight;
}

declare module '../../platform/http/views' {
  interface Views {
    'topics/topic-list': TopicListView;
    'topics/topic': TopicView;
  }
}
