/**
 * The content version of every site, as this process knows it (rule 7). The page cache and all that is kept in memory
 * are keyed by it: a change of anything public makes a new key, and what was kept under the old one is never used again.
 */
export class ContentVersions {
  private readonly versions = new Map<number, { version: number; at: Date }>();
  /** Grows when versions may have been missed: after a lost connection nothing kept before can be trusted. */
  private epoch = 1;
  private news = 0;

  /** Part of every cache key. */
  key(siteId: number): string {
    return `${this.epoch}.${this.versions.get(siteId)?.version ?? 0}`;
  }

  /** Grows with every change of any site: for what belongs to none, such as files. */
  get changes(): number {
    return this.news;
  }

  /** From this process's own commit, or from a notification; an older number changes nothing. */
  learn(siteId: number, version: number, at: Date): void {
    if (version <= (this.versions.get(siteId)?.version ?? 0)) return;
    this.versions.set(siteId, { version, at });
    this.news += 1;
  }

  /** When anything public of the site changed last: Last-Modified of its pages, since menus and lists are on all of them. */
  changedAt(siteId: number): Date | undefined {
    return this.versions.get(siteId)?.at;
  }

  /** Notifications may have been lost. */
  startOver(): void {
    this.epoch += 1;
    this.news += 1;
  }
}
