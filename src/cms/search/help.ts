import { encodePath } from '../addresses/path';
import type { PageDeps } from '../deps';
import { urlOf } from '../pages/page';
import type { ResolvedLink } from '../references/renderer';
import type { Site } from '../sites/site';
import { listPublicByPath } from './queries';
import { linkTo } from './results-view';

/** Those of the pages that are public, in their order. */
export async function listHelp({ db, now }: Pick<PageDeps, 'db' | 'now'>, site: Site, paths: readonly string[]): Promise<ResolvedLink[]> {
  const pages = await listPublicByPath(db, { siteId: site.id, paths, now: now() });
  return pages.map(({ title, path }) => linkTo(site, urlOf(encodePath(path)), title));
}
