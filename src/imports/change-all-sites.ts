import type { ContentVersions } from '../cms/sites/content-versions';
import { bumpContentVersion } from '../cms/sites/queries';
import type { SiteDirectory } from '../cms/sites/site-directory';
import type { Db } from '../platform/db/connect';

export interface AllSitesDeps {
  readonly db: Db;
  readonly now: () => Date;
  readonly versions: ContentVersions;
  readonly sites: SiteDirectory;
}

/** `dry`: everything is done and nothing stays. */
export interface Work<Result> {
  readonly dry: boolean;
  run(trx: Db, at: Date): Promise<Result>;
  /** Whether readers see anything new. */
  changed(result: Result): boolean;
}

/** Longer than any statement of an import takes; one that hangs gives up its locks before anybody has to look for it. */
const STATEMENT = "set local statement_timeout = '120s'";

/**
 * Facts that belong to no site in particular, changed in one transaction: every site's pages may print them, so every site gets a
 * new content version (rule 7), and this process knows it before the promise resolves.
 */
export async function changeAllSites<Result>({ db, now, versions, sites }: AllSitesDeps, work: Work<Result>): Promise<Result> {
  const at = now();
  const learnt = new Map<number, number>();
  const trx = await db.transaction();
  try {
    await trx.raw(STATEMENT);
    const result = await work.run(trx, at);
    if (work.changed(result)) {
      for (const { id } of sites.list()) learnt.set(id, await bumpContentVersion(trx, id, at));
    }
    if (work.dry) {
      await trx.rollback();
      return result;
    }
    await trx.commit();
    for (const [id, version] of learnt) versions.learn(id, version, at);
    return result;
  } catch (error) {
    await trx.rollback();
    throw error;
  }
}
