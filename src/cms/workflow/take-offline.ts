import type { Db } from '../../platform/db/connect';
import { closeAddresses } from '../addresses/queries';
import { deleteListings } from '../listings/queries';
import { removeLivePointers } from '../pages/tree-queries';
import { deletePageReferences } from '../references/queries';
import { deleteSearchDocuments } from '../search/index-queries';

/** The reverse of rule 3: pages lose everything that publishing gave them, and their addresses say why (410). */
export async function takeOffline(trx: Db, pageIds: readonly number[], reason: string, at: Date): Promise<void> {
  await removeLivePointers(trx, pageIds, at);
  await closeAddresses(trx, pageIds, reason);
  await deletePageReferences(trx, pageIds);
  await deleteListings(trx, pageIds);
  await deleteSearchDocuments(trx, pageIds);
}
