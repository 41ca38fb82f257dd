import type { Db } from '../../platform/db/connect';
import type { ContentVersions } from './content-versions';
import { bumpContentVersion } from './queries';
import type { SiteDirectory } from './site-directory';

/** For what belongs to no site in particular, such as a picture's new formats: every site's pages may print it. */
export async function bumpAllSites(deps: { db: Db; now: () => Date; versions: ContentVersions; sites: SiteDirectory }): Promise<void> {
  const ids = deps.sites.list().map(({ id }) => id);
  const now = deps.now();
  const learnt = await deps.db.transaction(async (trx) => {
    const versions = new Map<number, number>();
    for (const id of ids) versions.set(id, await bumpContentVersion(trx, id, now));
    return versions;
  });
  for (const [id, version] of learnt) deps.versions.learn(id, version, now);
}
