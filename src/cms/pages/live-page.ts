import type { AddressRow } from '../addresses/queries';
import type { PageDeps } from '../deps';
import { upgraded } from '../page-type';
import { getPageType } from '../registry';
import { getRevision } from '../revisions/queries';
import type { CommonFields, LivePage } from './page';

/** The page of an address. The look-up brought its content, unless the page answers for an address below its own. */
export async function getLivePage(deps: PageDeps, siteId: number, row: AddressRow): Promise<LivePage> {
  const { pageId, liveRevisionId } = row;
  const revision = row.content === null ? await getRevision(deps.db, pageId!, liveRevisionId!) : row;
  const type = getPageType(deps.registry, row.type!);
  return {
    id: pageId!, siteId, parentId: row.parentId, ancestorIds: row.ancestorIds!, type: type.key, path: row.pagePath!, title: row.pageTitle!,
    revisionId: liveRevisionId!, contentVersion: type.version, content: upgraded(type, revision.content, revision.contentVersion!),
    common: revision.common as CommonFields, // checked when it was saved
    firstPublishedAt: row.firstPublishedAt!, lastPublishedAt: row.lastPublishedAt!, gateId: row.gateId,
  };
}
