import type { Found } from '../addresses/look-up';
import type { AddressRow } from '../addresses/queries';
import type { SubRoute } from '../page-type';
import { getPageType, type Registry } from '../registry';

export interface RouteMatch {
  readonly owner: AddressRow;
  readonly route: SubRoute<Record<string, unknown>>;
  readonly params: Readonly<Record<string, string>>;
}

/** The first of the owner's routes that fits the rest of the path; the final slash does not count. */
export function findSubRoute(registry: Registry, { owner, rest }: Extract<Found, { kind: 'below' }>): RouteMatch | undefined {
  for (const route of getPageType(registry, owner.type!).routes) {
    const params = matchPath(route.path, rest);
    if (params) return { owner, route, params };
  }
  return undefined;
}

/** `author/:slug/` on `author/mara` → { slug: 'mara' } */
export function matchPath(pattern: string, rest: string): Record<string, string> | undefined {
  const wanted = pattern.replace(/\/$/, '').split('/');
  const given = rest.split('/');
  if (wanted.length !== given.length) return undefined;

  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    if (part.startsWith(':')) params[part.slice(1)] = given[index]!;
    else if (part !== given[index]) return undefined;
  }
  return params;
}
