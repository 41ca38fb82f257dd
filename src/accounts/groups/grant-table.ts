import type { Places } from '../granting';
import { VERBS, type Area, type Grant, type Verb } from '../permissions';

/** What each column is called above its ticks; the long words are in `VERBS`. */
export const SHORT: Readonly<Record<Verb, string>> = {
  enter: 'Enter', view: 'View', add: 'Add', edit: 'Edit', publish: 'Publish', lock: 'Lock', trash: 'Trash', manage: 'Manage',
};

export const PAGE_VERBS: readonly Verb[] = ['view', 'add', 'edit', 'publish', 'lock', 'trash'];
export const AREA_VERBS: readonly Verb[] = ['enter', 'manage'];

export interface SnippetTypeName {
  readonly type: string;
  readonly plural: string;
}

/** One row of the table: where the verbs of its ticks hold. */
export interface Scope {
  readonly scope: string;
  readonly label: string;
  /** An address, or null. */
  readonly address: string | null;
  readonly verbs: readonly Verb[];
}

const AREAS: readonly (readonly [Area, string])[] = [
  ['media', 'Images and documents'], ['menus', 'Menus'], ['forms', 'Forms and what was sent with them'], ['redirects', 'Redirects'], ['snippets', 'Snippets of all types'],
];
const REST: readonly (readonly [Area, string])[] = [['users', 'People and groups'], ['settings', 'Settings']];

/** Areas of the staff area, with a row for each type of snippet. */
export function areaScopes(snippetTypes: readonly SnippetTypeName[]): Scope[] {
  const types = snippetTypes.map(({ type, plural }) => [`snippets:${type}`, `Snippets: ${plural}`] as const);
  return [
    { scope: '*', label: 'Everything, also areas to come', address: null, verbs: AREA_VERBS },
    { scope: 'area:staff', label: 'The staff area', address: null, verbs: ['enter'] },
    ...[...AREAS, ...types, ...REST].map(([area, label]): Scope => ({ scope: `area:${area}`, label, address: null, verbs: ['manage'] })),
  ];
}

/** The whole site, then each page that a grant names, by address. */
export function pageScopes(grants: readonly Grant[], places: Places): Scope[] {
  const named = [...new Set(grants.map(({ scope }) => scope).filter((scope) => scope.startsWith('page:')))];
  const pages = named.map((scope): Scope => {
    const place = places.get(Number(scope.slice('page:'.length)));
    return { scope, label: place?.title ?? 'A page that is gone', address: place?.url ?? null, verbs: PAGE_VERBS };
  });
  return [{ scope: '*', label: 'The whole site', address: null, verbs: PAGE_VERBS }, ...pages.sort((a, b) => (a.address ?? '').localeCompare(b.address ?? '', 'en'))];
}

/** How a grant stands in a form: `edit page:42`. */
export function grantValue({ verb, scope }: Grant): string {
  return `${verb} ${scope}`;
}

export function parseGrant(value: string): Grant {
  const [verb = '', scope = ''] = value.split(' ');
  return { verb, scope };
}

/** Where a grant holds, for the end of a sentence. */
export function scopeWords(scope: string, places: Places, snippetTypes: readonly SnippetTypeName[]): string {
  if (scope === '*') return 'everywhere';
  if (scope.startsWith('page:')) return `for ${places.get(Number(scope.slice('page:'.length)))?.url ?? 'a page'} and everything below it`;
  const area = areaScopes(snippetTypes).find((one) => one.scope === scope);
  return `for ${area?.label ?? scope}`;
}

export function verbWords(verb: string): string {
  return verb in VERBS ? VERBS[verb as Verb] : verb;
}
