import path from 'node:path';
import type { Config } from './config';
import { readMounts } from './cms/addresses/mounts';
import { listAddressRules } from './cms/addresses/pattern-queries';
import { compileRules, type AddressRules } from './cms/addresses/patterns';
import type { PageDeps } from './cms/deps';
import { loadSiteFeeds } from './cms/feeds/site-feeds';
import { ImageMemory } from './cms/media/image-memory';
import { loadNavigation, type Navigation } from './cms/navigation/navigation';
import { PageCache } from './cms/page-cache/page-cache';
import { loadTextMarks, type TextMarks } from './cms/references/text-marks';
import { buildRegistry, type Registrations } from './cms/registry';
import type { Reactions } from './cms/sites/change';
import { ContentVersions } from './cms/sites/content-versions';
import { SiteDirectory } from './cms/sites/site-directory';
import { PerVersion } from './cms/sites/site-memory';
import type { Db } from './platform/db/connect';
import { reactions } from './reactions';
import { registrations } from './site/index';

/** The engine's own things: what is registered, and what it keeps in memory per content version. */
export interface CmsDeps extends Pick<PageDeps, 'registry' | 'versions' | 'sites' | 'navigation' | 'siteFeeds' | 'addressRules' | 'textMarks' | 'mounts'> {
  readonly cache: PageCache;
  readonly reactions: Reactions;
  readonly images: ImageMemory;
}

/** `more`: page types and the like beyond those of `src/site/index.ts`, for tests. */
export function buildCms({ db, now, config, more = {} }: { db: Db; now: () => Date; config: Config; more?: Partial<Registrations> }): CmsDeps {
  const registry = buildRegistry({
    pageTypes: [...registrations.pageTypes, ...(more.pageTypes ?? [])],
    snippetTypes: [...registrations.snippetTypes, ...(more.snippetTypes ?? [])],
    referenceKinds: [...registrations.referenceKinds, ...(more.referenceKinds ?? [])],
    textMarks: [...(registrations.textMarks ?? []), ...(more.textMarks ?? [])],
  });
  const versions = new ContentVersions();
  const sites = new SiteDirectory({ db, publicUrl: config.publicUrl, versions });
  const navigation = new PerVersion<Navigation>((siteId) => versions.key(siteId), (siteId) => (
    loadNavigation(db, registry.referenceKinds, siteById(sites, siteId), now())
  ));
  const siteFeeds = new PerVersion((siteId) => versions.key(siteId), (siteId) => loadSiteFeeds(db, registry, siteId, now()));
  const addressRules = new PerVersion<AddressRules>((siteId) => versions.key(siteId), async (siteId) => compileRules(await listAddressRules(db, siteId)));
  const textMarks = new PerVersion<TextMarks>((siteId) => versions.key(siteId), (siteId) => loadTextMarks(registry.textMarks, db, siteId, now()));
  const mounts = readMounts(path.join(config.dataDir, 'mounts.json'));
  return { registry, versions, sites, navigation, siteFeeds, addressRules, textMarks, mounts, cache: new PageCache(), reactions, images: new ImageMemory({ db, versions }) };
}

function siteById(sites: SiteDirectory, id: number) {
  const site = sites.list().find((candidate) => candidate.id === id);
  if (!site) throw new Error(`There is no site ${id}`);
  return site;
}
