import type { Db } from '../../platform/db/connect';
import { encodePath, parsePath } from './path';
import { listAddresses, type AddressRow } from './queries';

/** What stands at an address. `hops` are the pages on the way, from the top: what a 404 shows. */
export type Found = { hops: readonly AddressRow[] } & (
  | { kind: 'page'; row: AddressRow }
  /** Below a page that may answer for addresses of its own: `/blog` with the rest `author/mara`. */
  | { kind: 'below'; owner: AddressRow; rest: string }
  /** `final`: the address of a page; else the target of a row, as it was written down. */
  | { kind: 'redirect'; to: string; final: boolean }
  | { kind: 'gone'; reason: string; successor: AddressRow | undefined }
  | { kind: 'nothing' }
);

export const NOT_PUBLIC_ANY_MORE = 'The page that was here is not public any more.';

/** One query, a second for redirects to our own pages; the order of decisions is rule 1: a live page beats a redirect, exact case beats folded. */
export async function lookUp(db: Db, siteId: number, path: string, now: Date): Promise<Found> {
  const found = await lookUpOnce(db, siteId, path, now);
  if (found.kind !== 'redirect' || found.final || !found.to.startsWith('/')) return found;
  return straight(found, await lookUpOnce(db, siteId, parsePath(found.to.replace(/[?#].*$/, '')).path, now));
}

/** One hop: the target may have moved since it was written down, or be gone. */
function straight(found: Extract<Found, { kind: 'redirect' }>, target: Found): Found {
  if (target.kind === 'gone') return { ...target, hops: found.hops };
  if (target.kind !== 'redirect') return found;
  const fragment = found.to.includes('#') && !target.to.includes('#') ? found.to.slice(found.to.indexOf('#')) : '';
  return { ...found, to: target.to + fragment };
}

async function lookUpOnce(db: Db, siteId: number, path: string, now: Date): Promise<Found> {
  const rows = await listAddresses(db, siteId, path, now);
  const hops = rows.filter((row) => row.kind === 'page' && row.visible && path !== row.path).reverse();
  return { hops, ...decide(rows, path, hops.at(-1)) };
}

type Decision = Found extends infer F ? (F extends { hops: unknown } ? Omit<F, 'hops'> : never) : never;

function decide(rows: readonly AddressRow[], path: string, deepest: AddressRow | undefined): Decision {
  const here = rows.filter((row) => row.here);
  const exact = here.find((row) => row.path === path);
  const page = [exact, ...here].find((row) => row?.kind === 'page' && row.visible);

  if (page) return page.path === path ? { kind: 'page', row: page } : { kind: 'redirect', to: urlOfPage(page), final: true };
  const answer = exact ?? here[0];
  if (answer) return answerOf(answer, deepest);
  if (deepest && path.startsWith(deepest.path === '/' ? '/' : `${deepest.path}/`)) {
    return { kind: 'below', owner: deepest, rest: path.slice(deepest.path === '/' ? 1 : deepest.path.length + 1) };
  }
  return { kind: 'nothing' };
}

/** An address that is no live page of its own: old, redirected or gone. */
function answerOf(row: AddressRow, deepest: AddressRow | undefined): Decision {
  if (row.kind === 'redirect') return { kind: 'redirect', to: row.target ?? '/', final: false };
  if (row.kind === 'old' && row.visible) return { kind: 'redirect', to: urlOfPage(row), final: true };
  return { kind: 'gone', reason: row.reason ?? NOT_PUBLIC_ANY_MORE, successor: deepest };
}

function urlOfPage(row: AddressRow): string {
  const path = encodePath(row.pagePath ?? row.path);
  return path === '/' ? '/' : `${path}/`;
}
