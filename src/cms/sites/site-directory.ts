import { isLoopback } from '../../platform/http/origin';
import type { Db } from '../../platform/db/connect';
import type { ContentVersions } from './content-versions';
import { listSites, type SiteEntry } from './queries';
import type { Site } from './site';

/**
 * Which site a host name belongs to, from memory: no request pays a query for it. Read at the start; whatever changes
 * settings or hosts calls `load` again.
 */
export class SiteDirectory {
  private entries: readonly SiteEntry[] = [];

  constructor(private readonly deps: { db: Db; publicUrl: string; versions: ContentVersions }) {}

  /** At start, after seeding, and when settings or hosts changed. */
  async load(): Promise<void> {
    this.entries = await listSites(this.deps.db, this.deps.publicUrl);
    for (const { site, contentVersion, contentChangedAt } of this.entries) this.deps.versions.learn(site.id, contentVersion, contentChangedAt);
  }

  /** By host name without port. With the host check off (loopback) everything else is the default site. */
  find(host: string): Site | undefined {
    const exact = this.entries.find(({ hosts }) => hosts.includes(host));
    return exact?.site ?? (this.checksHosts() ? undefined : this.default());
  }

  default(): Site | undefined {
    return this.entries.find(({ isDefault }) => isDefault)?.site;
  }

  list(): readonly Site[] {
    return this.entries.map(({ site }) => site);
  }

  private checksHosts(): boolean {
    return !isLoopback(new URL(this.deps.publicUrl).hostname);
  }
}
