import type { Db } from '../../platform/db/connect';
import type { ContentVersions } from './content-versions';
import { bumpContentVersion } from './queries';
import type { SiteDirectory } from './site-directory';

/** For what belongs to no site in particular, such as a picture's new formats: every site's pages may print it. */
export async function bumpAllSites(deps: { db: Db; now: () => Date; versions: ContentVersions; sites: SiteDirectory }): Promise<void> {
  const now = deps.now();
  const learnt = await deps.db.transaction((trx) => bumpEverySite(trx, deps.sites, now));
  learnAll(deps.versions, learnt, now);
}

/** Site → its new version, told to the others when the transaction commits. Always in one order, so that two of these wait and never block each other. */
export async function bumpEverySite(trx: Db, sites: SiteDirectory, now: Date): Promise<Map<number, number>> {
  return bumpSites(trx, sites.list().map(({ id }) => id), now);
}

/** The same of these sites. */
export async function bumpSites(trx: Db, siteIds: readonly number[], now: Date): Promise<Map<number, number>> {
  const versions = new Map<number, number>();
  for (const id of [...siteIds].sort((a, b) => a - b)) versions.set(id, await bumpContentVersion(trx, id, now));
  return versions;
}

/** After the commit: this process knows them before its own next answer. */
export function learnAll(versions: ContentVersions, learnt: ReadonlyMap<number, number>, now: Date): void {
  for (const [id, version] of learnt) versions.learn(id, version, now);
}
