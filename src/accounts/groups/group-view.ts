import { holdsAll, type Places } from '../granting';
import type { Grant, Holder, Verb } from '../permissions';
import { AREA_VERBS, areaScopes, grantValue, PAGE_VERBS, pageScopes, SHORT, verbWords, type Scope, type SnippetTypeName } from './grant-table';
import type { GrantCell, GrantColumn, GrantTable } from './views';

interface Given {
  readonly actor: Holder;
  readonly grants: readonly Grant[];
  readonly places: Places;
  readonly snippetTypes: readonly SnippetTypeName[];
}

/** The grants of a group as two tables of ticks, pages and areas: verb × scope. */
export function grantTables(given: Given): GrantTable[] {
  return [
    table('Pages', PAGE_VERBS, pageScopes(given.grants, given.places), given),
    table('Areas', AREA_VERBS, areaScopes(given.snippetTypes), given),
  ];
}

export function columnsOf(verbs: readonly Verb[]): GrantColumn[] {
  return verbs.map((verb) => ({ verb, label: SHORT[verb], words: verbWords(verb) }));
}

function table(caption: string, verbs: readonly Verb[], scopes: readonly Scope[], given: Given): GrantTable {
  const rows = scopes.map((scope) => ({ label: scope.label, address: scope.address, cells: verbs.map((verb) => cell(verb, scope, given)) }));
  return { caption, columns: columnsOf(verbs), rows };
}

function cell(verb: Verb, { scope, label, verbs }: Scope, { actor, grants, places }: Given): GrantCell {
  const grant = { verb, scope };
  const value = grantValue(grant);
  const state = (): GrantCell['state'] => {
    if (!verbs.includes(verb)) return 'none';
    if (grants.some((one) => grantValue(one) === value)) return 'on';
    return holdsAll(actor, [grant], places) ? 'off' : 'fixed';
  };
  return { value, label: `${SHORT[verb]}: ${label}`, state: state() };
}
