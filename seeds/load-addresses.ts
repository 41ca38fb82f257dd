import { lookUp } from '../src/cms/addresses/look-up';
import { insertOldAddresses, replaceSeededRules } from '../src/cms/addresses/pattern-queries';
import { parsePath } from '../src/cms/addresses/path';
import { listPublicPaths } from '../src/cms/navigation/queries';
import { findSubRoute } from '../src/cms/pages/sub-routes';
import { changeSite } from '../src/cms/sites/change';
import { SYSTEM } from '../src/platform/history/record';
import type { SeedDeps } from './load';
import { readOldAddresses, toAddress, toRule } from './old-addresses';

/**
 * The addresses of the earlier sites: single ones into the register, families as rules. Never in the way of a page, and again
 * without harm. Redirects to a page that is not there yet are kept and named in the log.
 */
export async function loadAddresses(deps: SeedDeps, siteId: number): Promise<void> {
  const rows = readOldAddresses();
  const single = rows.filter(({ kind }) => kind === 'exact').map(toAddress);
  const rules = rows.filter(({ kind }) => kind !== 'exact').map(toRule);
  const inserted = await changeSite(deps, siteId, SYSTEM, async ({ trx, at, tell }) => {
    await replaceSeededRules(trx, siteId, rules);
    await tell({ action: 'addresses.loaded', objectType: 'site', objectId: String(siteId), siteId });
    return insertOldAddresses(trx, siteId, single, at);
  });
  const taken = single.filter(({ path }) => !inserted.includes(path)).map(({ path }) => path);
  const missing = await listMissing(deps, siteId, [...single, ...rules].map(({ target }) => target));
  if (taken.length > 0) deps.log.info({ taken }, 'Old addresses at which something is already were left alone');
  if (missing.length > 0) deps.log.warn({ missing }, `Old addresses lead to pages that are not there: ${missing.join(', ')}`);
}

/** Own targets without captures that no public page has, or may answer below its own address. */
async function listMissing({ db, now, registry }: SeedDeps, siteId: number, targets: readonly (string | null)[]): Promise<string[]> {
  const own = targets.filter((target): target is string => target !== null && target.startsWith('/') && !target.includes('{'));
  const paths = [...new Set(own.map((target) => parsePath(target.replace(/[?#].*$/, '')).path))];
  const there = await listPublicPaths(db, siteId, paths, now());
  const missing: string[] = [];
  for (const path of paths.filter((candidate) => !there.has(candidate))) {
    const found = await lookUp(db, siteId, path, now());
    if (found.kind !== 'below' || !findSubRoute(registry, found)) missing.push(path);
  }
  return missing;
}
