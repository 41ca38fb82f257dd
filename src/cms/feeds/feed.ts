/** What a feed holds, whatever its format. Addresses are root-relative: the writers make them absolute from configuration. */
export interface Feed {
  readonly title: string;
  readonly description: string;
  /** The list that the feed belongs to. */
  readonly url: string;
  /** The feed's own address, of its RSS form: Atom stands beside it at `atom/`. */
  readonly feedUrl: string;
  readonly items: readonly FeedItem[];
}

export interface FeedItem {
  readonly title: string;
  readonly url: string;
  /** The address under which it first appeared: it stays, whatever becomes of the page (FEED-04). Root-relative. */
  readonly guid: string;
  readonly summary: string | null;
  readonly authors: readonly string[];
  readonly topics: readonly string[];
  readonly published: Date;
  readonly updated: Date;
}
