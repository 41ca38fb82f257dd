import type { ChangeDeps } from '../src/cms/sites/change';
import type { Registry } from '../src/cms/registry';
import type { FileStore } from '../src/platform/files';
import type { Log } from '../src/platform/log';
import { loadAddresses } from './load-addresses';
import { loadNavigation } from './load-navigation';
import { createPages, publishPages, readPages } from './load-pages';
import { loadSearch } from './load-search';
import { loadSite, nameReportForm } from './load-site';
import { loadSnippets } from './load-snippets';
import { loadStandards } from './load-standards';
import type { Known } from './references';

export interface SeedDeps extends ChangeDeps {
  readonly registry: Registry;
  readonly files: FileStore;
  readonly log: Log;
}

/**
 * A believable IETF site from the files in `seeds/demo`, through the same actions that staff use. Pages are created
 * first and published afterwards, so that references between them resolve whatever their order. `media`: what `loadMedia` has stored.
 */
export async function seedDemo(deps: SeedDeps, media: Known): Promise<void> {
  const siteId = await loadSite(deps, media);
  await loadStandards(deps.db);

  const files = readPages();
  const pages = await createPages(deps, siteId, files);
  const references = { ...media, ...pages };
  await loadSnippets(deps, references);
  await publishPages(deps, files, references);
  await nameReportForm(deps, siteId, references);
  await loadAddresses(deps, siteId);
  await loadNavigation(deps, siteId, references);
  await loadSearch(deps, siteId, references);
}
