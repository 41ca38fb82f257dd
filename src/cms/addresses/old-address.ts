import type { PageDeps } from '../deps';
import { findSubRoute } from '../pages/sub-routes';
import { resolveReferences, targetOf } from '../references/resolve';
import type { Site } from '../sites/site';
import { lookUp, type Found } from './look-up';
import { isMounted } from './mounts';
import { encodePath, parsePath } from './path';
import { matchesOf, type AddressRules, type Asked, type Match } from './patterns';
import type { AddressRow } from './queries';

/** What the rules of a site say about an address that nothing else answers. */
export type OldAddress =
  | { kind: 'redirect'; status: 301 | 302; to: string }
  | { kind: 'gone'; reason: string }
  /** `near`: the page above the place where it should be, to go on from. */
  | { kind: 'nothing'; near: AddressRow | undefined };

export interface OldAddressSearch {
  readonly site: Site;
  readonly rules: AddressRules;
  readonly asked: Asked;
  /** Only the rules that stand in for static trees, or only the others. */
  readonly standsIn: boolean;
}

/** A 404 may cost so many look-ups of targets, however many rules fit. */
const MOST_LOOK_UPS = 2;

/** The first rule whose target is there: no redirect of ours leads to a 404 (1.6), and none to another redirect (1.7). */
export async function findOldAddress(deps: PageDeps, search: OldAddressSearch): Promise<OldAddress> {
  let near: AddressRow | undefined;
  let lookUps = 0;
  for (const match of matchesOf(search.rules, search.asked, search)) {
    if (match.status === 410) return { kind: 'gone', reason: match.reason };
    if (match.place === 'elsewhere') return { kind: 'redirect', status: match.status, to: match.to };
    if (lookUps === MOST_LOOK_UPS) continue;
    lookUps += 1;
    const answer = match.place === 'own' ? await ownTarget(deps, search, match) : await referenceTarget(deps, match);
    if (answer.kind !== 'nothing') return answer;
    near ??= answer.near;
  }
  return { kind: 'nothing', near };
}

type Redirect = Extract<Match, { to: string }>;

/** A page that is public, an old address of one (then straight to the page), a file of a mounted tree. */
async function ownTarget(deps: PageDeps, search: OldAddressSearch, match: Redirect): Promise<OldAddress> {
  const { path, rest } = partsOf(match.to);
  const found = await lookUp(deps.db, search.site.id, path, deps.now());
  const to = addressOf(deps, found, path, match.to);
  if (to !== undefined) return { kind: 'redirect', status: match.status, to: to.includes('?') || to.includes('#') ? to : to + rest };
  if (found.kind === 'gone') return { kind: 'gone', reason: found.reason };
  if (await isMounted(deps.mounts, path)) return { kind: 'redirect', status: match.status, to: match.to };
  return elsewhereFrom(search.rules, path, match.status) ?? { kind: 'nothing', near: found.hops.filter((hop) => hop.path !== '/').at(-1) };
}

/** Without query and fragment; undefined where nothing is. A sub-route counts only when it is there whatever its parameters say. */
function addressOf({ registry }: PageDeps, found: Found, path: string, to: string): string | undefined {
  if (found.kind === 'page') return path === '/' ? '/' : `${encodePath(path)}/`;
  if (found.kind === 'redirect') return found.to;
  const match = found.kind === 'below' ? findSubRoute(registry, found) : undefined;
  return match?.owner.live && !match.route.path.includes(':') ? /^[^?#]*/.exec(to)![0] : undefined;
}

/** The target has moved on itself: one hop to where its own rule leads, if that is outside this site. */
function elsewhereFrom(rules: AddressRules, path: string, status: 301 | 302): OldAddress | undefined {
  for (const standsIn of [false, true]) {
    const [match] = matchesOf(rules, { path, query: '' }, { standsIn });
    if (match?.status === 410) return { kind: 'gone', reason: match.reason };
    if (match?.place === 'elsewhere') return { kind: 'redirect', status: match.status === 302 ? 302 : status, to: match.to };
  }
  return undefined;
}

async function referenceTarget({ db, now, registry }: PageDeps, { to, status }: Redirect): Promise<OldAddress> {
  const targets = await resolveReferences(db, registry.referenceKinds, [to], now());
  const url = targetOf(targets, registry.referenceKinds, to)?.url ?? null;
  return url === null ? { kind: 'nothing', near: undefined } : { kind: 'redirect', status, to: url };
}

function partsOf(to: string): { path: string; rest: string } {
  const [, path = '/', rest = ''] = /^([^?#]*)(.*)$/.exec(to) ?? [];
  return { path: parsePath(path).path, rest };
}
