import { may, type Holder } from '../../accounts/permissions';
import type { Db } from '../../platform/db/connect';
import { encodePath } from '../addresses/path';
import { pageTarget } from '../pages/on-page';
import { urlOf } from '../pages/page';
import { listOtherUses, listPageUses, type MediaKind, type PageUse } from './use-queries';

/** A place where an image or a document is used. */
export interface Use {
  readonly what: 'live' | 'draft' | 'scheduled' | 'snippet' | 'menu' | 'settings';
  readonly title: string;
  /** Of the page; null for what is no page. */
  readonly address: string | null;
  /** Where staff change it; null: there is no screen for it, or they may not see it. */
  readonly url: string | null;
}

export interface Uses {
  /** Those that somebody may see, the first 100. */
  readonly uses: readonly Use[];
  /** How many more there are, which they may not see or which are too many to name. */
  readonly others: number;
  readonly total: number;
}

const MOST_NAMED = 100;

/** Everything that names this image or document: pages as readers see them, drafts and what is being written, what is planned, snippets, menus, settings. Two queries. */
export async function listUses(db: Db, kind: MediaKind, id: number, viewer: Holder | undefined): Promise<Uses> {
  const pages = await listPageUses(db, kind, String(id));
  const others = await listOtherUses(db, kind, String(id));
  const all = [...pages.filter((page) => maySee(viewer, page)).map((page) => useOfPage(viewer, page)), ...others.map((other) => ({ ...other, address: null, url: null }))];
  const uses = all.slice(0, MOST_NAMED);
  const total = pages.length + others.length;
  return { uses, total, others: total - uses.length };
}

/** "On 6 pages", "On 5 pages and in 1 other place". */
export function usesWords({ uses, others, total }: Uses): string {
  const pages = uses.filter(({ what }) => what === 'live').length;
  const rest = total - pages;
  if (others > 0 || pages === 0) return total === 1 ? 'In 1 place' : `In ${total} places`;
  const on = pages === 1 ? 'On 1 page' : `On ${pages} pages`;
  return rest === 0 ? on : `${on} and in ${rest} other ${rest === 1 ? 'place' : 'places'}`;
}

function maySee(viewer: Holder | undefined, page: PageUse): boolean {
  return (page.state === 'live' && page.effectiveAccess === 'public') || may(viewer, 'view', pageTarget(page));
}

function useOfPage(viewer: Holder | undefined, page: PageUse): Use {
  const { id, title, path, state } = page;
  return { what: state, title, address: urlOf(encodePath(path)), url: may(viewer, 'view', pageTarget(page)) ? `/admin/pages/${id}/edit` : null };
}
