import type { Db } from '../../platform/db/connect';
import type { PageRow } from '../pages/queries';
import { findPageTitle } from './fact-queries';

const OWN: Readonly<Record<string, string>> = { public: 'Everybody', 'signed-in': 'People with an account here', password: 'Whoever has the password' };

/** Who may read a page: `Everybody`, `People with an account here, as “Board” above it says`. */
export async function accessWords(db: Db, page: PageRow): Promise<string> {
  const own = OWN[page.effectiveAccess] ?? page.effectiveAccess;
  const above = await gateAbove(db, page);
  return above === null ? own : `${own}, as “${above}” above it says`;
}

/** The title of the page above that decides; null when the page's own rule does, or none. */
export async function gateAbove(db: Db, page: PageRow): Promise<string | null> {
  if (page.gateId === null || page.gateId === page.id) return null;
  return findPageTitle(db, page.gateId);
}
