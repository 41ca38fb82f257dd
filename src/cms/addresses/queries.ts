import type { Db } from '../../platform/db/connect';
import type { Gate } from '../access/access';
import { prefixesOf } from './path';

/** One row of the register, with the page it belongs to as far as serving needs it. */
export interface AddressRow {
  path: string;
  /** The address that was asked for, in this or another case. PostgreSQL folds, here as in the index: JavaScript folds otherwise. */
  here: boolean;
  kind: 'page' | 'old' | 'redirect' | 'gone';
  target: string | null;
  reason: string | null;
  /** The page can be read now, by everybody or, when `gateId` is not null, by those who passed all gates. */
  live: boolean | null;
  gateId: number | null;
  /** All that a reader has to pass, from the top down. */
  gates: readonly Gate[];
  pageId: number | null;
  parentId: number | null;
  ancestorIds: number[] | null;
  type: string | null;
  /** Where the page lives now: for an old address, elsewhere. */
  pagePath: string | null;
  pageTitle: string | null;
  liveRevisionId: number | null;
  firstPublishedAt: Date | null;
  lastPublishedAt: Date | null;
  /** Only on the row of the very path that was asked for. */
  content: unknown;
  common: unknown;
  contentVersion: number | null;
}

const LOOK_UP = `
  select a.path, a.path_folded = lower(:path) as here, a.kind, a.target, a.reason,
    is_live(p, :now) as live, p.gate_id, coalesce(g.gates, '[]') as gates,
    p.id as page_id, p.parent_id, p.ancestor_ids, p.type, p.path as page_path, p.title as page_title, p.live_revision_id, p.first_published_at, p.last_published_at, r.content, r.common, r.content_version
  from addresses a
  left join pages p on p.id = a.page_id
  left join lateral (
    select jsonb_agg(jsonb_build_object('pageId', above.id, 'access', above.access, 'passwordHash', above.access_password_hash) order by length(above.path)) as gates
    from pages above where p.gate_id is not null and above.id = any(p.ancestor_ids || p.id) and above.access <> 'public'
  ) g on true
  left join revisions r on r.id = p.live_revision_id and a.path = :path and a.kind = 'page'
  where a.site_id = :siteId and a.path_folded in (select lower(prefix) from unnest(:prefixes::text[]) prefix)
  order by length(a.path) desc, a.path = any(:prefixes) desc, a.kind = 'page' desc`;

/** Rule 1 in one indexed query: the path and all its prefixes, exact or differing in case, deepest first, exact before folded. */
export async function listAddresses(db: Db, siteId: number, path: string, now: Date): Promise<AddressRow[]> {
  const prefixes = prefixesOf(path);
  const result = await db.raw<{ rows: AddressRow[] }>(LOOK_UP, { siteId, path, now, prefixes });
  return result.rows;
}

const FORGET = `
  delete from addresses using pages p
  where p.id = any(:pageIds) and p.id = addresses.page_id and not addresses.was_public and addresses.path <> p.path`;

const LEAVE = `
  update addresses set kind = 'old', reason = null
  from pages p
  where p.id = any(:pageIds) and p.id = addresses.page_id and addresses.kind <> 'old' and addresses.path <> p.path and is_live(p, :now)`;

const ARRIVE = `
  insert into addresses (site_id, path, kind, page_id, was_public, created_at)
  select site_id, path, 'page', id, effective_access = 'public', :now from pages p where p.id = any(:pageIds) and is_live(p, :now)
  on conflict (site_id, path) do update set
    kind = 'page', page_id = excluded.page_id, target = null, reason = null, was_public = addresses.was_public or excluded.was_public`;

/**
 * After pages became public or changed their paths: those that are public arrive where they stand now, and every other
 * address they ever had leads there. Whoever had the path before, as an old or a gone address, has lost it. Pages that are
 * not public are left alone, so a draft leaves no trace and what is gone stays gone; and an address that was only ever a private
 * page's is forgotten.
 */
export async function openAddresses(trx: Db, pageIds: readonly number[], now: Date): Promise<void> {
  await trx.raw(FORGET, { pageIds });
  await trx.raw(LEAVE, { pageIds, now });
  await trx.raw(ARRIVE, { pageIds, now });
}

/**
 * The pages are not public any more: every address they ever had says so, with the reason (410), and knows whose it was.
 * What was private all the time was never public, and is nowhere (404).
 */
export async function closeAddresses(trx: Db, pageIds: readonly number[], reason: string): Promise<void> {
  await trx('addresses').whereIn('pageId', [...pageIds]).where('wasPublic', false).del();
  await trx('addresses').whereIn('pageId', [...pageIds]).update({ kind: 'gone', reason });
}
