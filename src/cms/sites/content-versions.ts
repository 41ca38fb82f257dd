/**
 * The content version of every site, as this process knows it (rule 7). The page cache and all that is kept in memory
 * are keyed by it: a change of anything public makes a new key, and what was kept under the old one is never used again.
 */
export class ContentVersions {
  private readonly versions = new Map<number, number>();
  /** Grows when versions may have been missed: after a lost connection nothing kept before can be trusted. */
  private epoch = 1;

  /** Part of every cache key. */
  key(siteId: number): string {
    return `${this.epoch}.${this.versions.get(siteId) ?? 0}`;
  }

  /** From this process's own commit, or from a notification; an older number changes nothing. */
  learn(siteId: number, version: number): void {
    if (version > (this.versions.get(siteId) ?? 0)) this.versions.set(siteId, version);
  }

  /** Notifications may have been lost. */
  startOver(): void {
    this.epoch += 1;
  }
}
