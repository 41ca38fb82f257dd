import type { Html } from '../../platform/html/html';
import type { CallToAction, Card, RecordBox } from '../../cms/pages/view-parts';
import type { ResolvedLink } from '../../cms/references/renderer';
import type { PostCard } from '../blog/views';
import type { EventCard } from '../events/views';
import type { HeadingPart } from './heading';

/** One half of "Understanding the IETF". */
export interface Understanding {
  readonly title: string;
  readonly text: string | null;
  readonly link: ResolvedLink | null;
  readonly featured: RecordBox | null;
}

export interface HomeView {
  /** From `headingParts()`. */
  readonly heading: readonly HeadingPart[];
  readonly introduction: string;
  readonly startLinks: readonly ResolvedLink[];
  readonly feature: {
    /** "Blog / Security & privacy" */
    readonly label: string | null;
    readonly title: string;
    readonly text: string | null;
    /** Of the place 'hero'. */
    readonly picture: Html | null;
    readonly link: ResolvedLink | null;
  } | null;
  readonly events: readonly EventCard[];
  readonly allEventsUrl: string | null;
  readonly posts: readonly PostCard[];
  readonly allPostsUrl: string | null;
  /** `action` is the address of the form; its field is `q`. */
  readonly mailArchive: { readonly action: string; readonly text: string | null };
  /** Its field is `name`. */
  readonly datatracker: { readonly action: string; readonly text: string | null };
  readonly quickLinks: readonly ResolvedLink[];
  readonly understanding: { readonly title: string; readonly groups: Understanding; readonly rfcs: Understanding } | null;
  readonly topics: { readonly title: string; readonly link: ResolvedLink | null; readonly cards: readonly Card[] } | null;
  readonly callToAction: CallToAction | null;
}

declare module '../../platform/http/views' {
  interface Views {
    'home/home': HomeView;
  }
}
