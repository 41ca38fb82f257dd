/** What somebody may be allowed to do. Stored in grants: a verb is never renamed. */
export const VERBS = {
  enter: 'Use the staff area',
  view: 'See pages that readers do not see, and the history of pages',
  add: 'Add pages, and change those that one added',
  edit: 'Change pages',
  publish: 'Publish and unpublish pages',
  lock: 'Lock and unlock pages',
  trash: 'Move pages to the trash and back',
  manage: 'Change what belongs to an area',
} as const;

export type Verb = keyof typeof VERBS;

/** Parts of the staff area that are not pages. Snippets are granted whole (`snippets`) or by type (`snippets:topic`). */
export type Area = 'staff' | 'media' | 'menus' | 'forms' | 'redirects' | 'snippets' | `snippets:${string}` | 'users' | 'settings';

/** One line of the table `grants`: "*" for everything, "page:42" for a page and all below it, "area:media" for an area. */
export interface Grant {
  readonly verb: string;
  readonly scope: string;
}

/** What a verb is about. `ownerId`: who added the page. */
export type Target =
  | { readonly area: Area }
  | { readonly page: { readonly id: number; readonly ancestorIds: readonly number[]; readonly ownerId: number | null } };

/** What a decision needs to know of a person. */
export interface Holder {
  readonly id: number;
  readonly active: boolean;
  readonly grants: readonly Grant[];
}

/** The one place that decides. What no grant allows is denied; strangers (undefined) have no grants. */
export function may(user: Holder | undefined, verb: Verb, target: Target): boolean {
  if (!user?.active) return false;
  if (user.grants.some((grant) => grant.verb === verb && covers(grant.scope, target))) return true;
  return verb === 'edit' && isOwn(user, target) && may(user, 'add', target);
}

/** Whether a grant for `scope` is about this target. */
export function covers(scope: string, target: Target): boolean {
  if (scope === '*') return true;
  if ('area' in target) return scope === `area:${target.area}` || target.area.startsWith(`${scope.replace(/^area:/, '')}:`);
  return [target.page.id, ...target.page.ancestorIds].some((id) => scope === `page:${id}`);
}

/** Who may add pages may change those that they added. */
export function isOwn(user: Pick<Holder, 'id'>, target: Target): boolean {
  return 'page' in target && target.page.ownerId === user.id;
}

/**
 * The same for lists: the pages that a verb covers for somebody, as the roots of subtrees, or 'all'. An empty list
 * means none. Queries narrow by it: `id = any(roots) or ancestor_ids && roots`.
 */
export function pagesFor(user: Holder | undefined, verb: Verb): 'all' | readonly number[] {
  const scopes = user?.active ? user.grants.filter((grant) => grant.verb === verb).map(({ scope }) => scope) : [];
  if (scopes.includes('*')) return 'all';
  return scopes.filter((scope) => /^page:\d+$/.test(scope)).map((scope) => Number(scope.slice('page:'.length)));
}
