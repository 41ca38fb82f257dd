import type { Db } from '../../platform/db/connect';
import { encodePath, parsePath } from './path';
import { listAddresses, type AddressRow } from './queries';

/** What stands at an address. `hops` are the public pages on the way, from the top: what a 404 shows. */
export type Found = {
  hops: readonly AddressRow[];
  /** The address is that of a private page, or lies below one: who has not passed its gate learns nothing of all the rest. */
  gated: AddressRow | undefined;
} & (
  | { kind: 'page'; row: AddressRow }
  /** Below pages that may answer for addresses of their own, the deepest first. */
  | { kind: 'below'; owners: readonly Owner[] }
  /** `final`: the address of a page; else the target of a row, as it was written down. */
  | { kind: 'redirect'; to: string; final: boolean }
  | { kind: 'gone'; reason: string }
  | { kind: 'nothing' }
);

/** `/blog` with the rest `author/mara`: a page that is there, was renamed since, or is gone. */
export interface Owner {
  readonly row: AddressRow;
  readonly rest: string;
}

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
  const pages = rows.filter((row) => row.kind === 'page' && row.live && path !== row.path);
  const hops = pages.filter((row) => row.gateId === null).reverse();
  return { hops, gated: gateOf(rows), ...decide(rows, path) };
}

/** Of the deepest page that is there: what lies below is at least as private. */
function gateOf(rows: readonly AddressRow[]): AddressRow | undefined {
  const deepest = rows.find((row) => row.live && (row.kind === 'page' || row.kind === 'old'));
  return deepest && deepest.gateId !== null ? deepest : undefined;
}

type Decision = Found extends infer F ? (F extends { hops: unknown } ? Omit<F, 'hops' | 'gated'> : never) : never;

function decide(rows: readonly AddressRow[], path: string): Decision {
  const here = rows.filter((row) => row.here);
  const exact = here.find((row) => row.path === path);
  const page = [exact, ...here].find((row) => row?.kind === 'page' && row.live);

  if (page) return page.path === path ? { kind: 'page', row: page } : { kind: 'redirect', to: urlOfPage(page), final: true };
  const answer = exact ?? here[0];
  if (answer) return answerOf(answer);
  const owners = rows.flatMap((row) => ownerOf(row, path));
  return owners.length > 0 ? { kind: 'below', owners } : { kind: 'nothing' };
}

/** Addresses below a page follow it: they redirect when it moves, and are gone with it. The page's part may differ in case. */
function ownerOf(row: AddressRow, path: string): Owner[] {
  const segments = row.path === '/' ? 0 : row.path.split('/').length - 1;
  return row.type === null ? [] : [{ row, rest: path.split('/').slice(segments + 1).join('/') }];
}

/** An address that is no live page of its own: old, redirected or gone. */
function answerOf(row: AddressRow): Decision {
  if (row.kind === 'redirect') return { kind: 'redirect', to: row.target ?? '/', final: false };
  if (row.kind === 'old' && row.live) return { kind: 'redirect', to: urlOfPage(row), final: true };
  return { kind: 'gone', reason: row.reason ?? NOT_PUBLIC_ANY_MORE };
}

function urlOfPage(row: AddressRow): string {
  const path = encodePath(row.pagePath ?? row.path);
  return path === '/' ? '/' : `${path}/`;
}
