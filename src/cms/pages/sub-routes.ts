import { z } from 'zod';
import type { Found } from '../addresses/look-up';
import type { AddressRow } from '../addresses/queries';
import { formatUrl, splitFormat, type Format } from '../formats/format';
import type { AnyPageType, SubRoute } from '../page-type';
import { getPageType, type Registry } from '../registry';

type Route = SubRoute<Record<string, unknown>>;

export interface RouteMatch {
  /** The page that answers: where it lives now is its `pagePath`. */
  readonly owner: AddressRow;
  /** What of the address lies below it, in the route's own spelling. */
  readonly rest: string;
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
  /** In which form what is there is wanted; null: as it is. */
  readonly format: Format | null;
  /** It is the page itself that is wanted, in another form. */
  readonly isPage: boolean;
}

/** The first route that fits, of the deepest page that has one; the final slash does not count. Forms come before the type's own routes. */
export function findSubRoute(registry: Registry, { owners }: Extract<Found, { kind: 'below' }>): RouteMatch | undefined {
  for (const { row, rest } of owners) {
    const type = getPageType(registry, row.type!);
    const match = matchFormat(type, rest) ?? matchRoute(type, rest);
    if (match) return { owner: row, rest: filledIn(match.route.path, match.params), ...match };
  }
  return undefined;
}

type Matched = Omit<RouteMatch, 'owner' | 'rest'>;

function matchRoute({ routes }: AnyPageType, rest: string): Matched | undefined {
  for (const route of routes) {
    const params = matchPath(route.path, rest);
    if (params) return { route, params, format: null, isPage: false };
  }
  return undefined;
}

/** Everything that is a page, the type's own and what its routes answer, is there as Markdown and JSON too. */
function matchFormat(type: AnyPageType, asked: string): Matched | undefined {
  const split = splitFormat(asked);
  if (!split) return undefined;
  const { format, rest } = split;
  const isPage = rest === '';
  const match = isPage ? { route: pageAsRoute(type), params: {} } : matchRoute(type, rest);
  if (!match || !(isPage || match.route.path.endsWith('/'))) return undefined;
  return { route: { ...match.route, path: formatUrl(format, match.route.path) }, params: match.params, format, isPage };
}

function pageAsRoute(type: AnyPageType): Route {
  return { path: '', query: type.query ?? z.object({}), show: async (context, { query }) => type.show({ ...context, query }) };
}

function filledIn(pattern: string, params: Readonly<Record<string, string>>): string {
  return pattern.replace(/\/$/, '').replace(/:(\w+)/g, (_, name: string) => params[name]!);
}

/** `author/:slug/` on `Author/mara` → { slug: 'mara' }: what a route says itself may be asked for in other letters (P-02). */
export function matchPath(pattern: string, rest: string): Record<string, string> | undefined {
  const wanted = pattern.replace(/\/$/, '').split('/');
  const given = rest.split('/');
  if (wanted.length !== given.length) return undefined;

  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    if (part.startsWith(':')) params[part.slice(1)] = given[index]!;
    else if (part !== given[index]!.toLowerCase()) return undefined;
  }
  return params;
}
