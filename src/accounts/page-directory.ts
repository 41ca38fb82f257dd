/** A page as far as rights are about it. */
export interface PagePlace {
  readonly id: number;
  readonly title: string;
  /** As in the address bar: `/about/people/`. */
  readonly url: string;
  readonly ancestorIds: readonly number[];
  /** Who added it. */
  readonly ownerId: number | null;
}

/** Accounts know no pages: whoever mounts the routes hands in who does. */
export interface PageDirectory {
  /** `address` as somebody typed or pasted it, also with the host. Pages in the trash are none. */
  find(siteId: number, address: string): Promise<PagePlace | undefined>;
  list(ids: readonly number[]): Promise<PagePlace[]>;
}
