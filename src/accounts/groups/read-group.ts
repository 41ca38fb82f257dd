import type { Request } from 'express';
import { BadRequest } from '../../platform/http/errors';
import { parseBody } from '../../platform/http/strict-input';
import { placesOf, refuseUnlessHeld } from '../granting';
import type { PageDirectory } from '../page-directory';
import type { Grant, Holder } from '../permissions';
import { groupForm } from './forms';
import { areaScopes, grantValue, PAGE_VERBS, parseGrant, type SnippetTypeName } from './grant-table';
import type { GroupChange } from './save-group';

interface ReadDeps {
  readonly pages: PageDirectory;
  readonly snippetTypes: readonly SnippetTypeName[];
}

/**
 * What a group's form says: its ticks, and the page that was named below them with its verbs. A page that is not there is a
 * problem of the form. @throws Unprocessable, BadRequest; Forbidden for a right that `actor` does not have
 */
export async function readGroup(deps: ReadDeps, siteId: number, actor: Holder, req: Request): Promise<GroupChange | { problem: string }> {
  const { name, description, grants, page, pageVerbs } = parseBody(req, groupForm);
  const ticked = grants.map(parseGrant);
  if (!ticked.every((grant) => isKnown(grant, deps.snippetTypes))) throw new BadRequest('The form has a permission that is not known here.');
  const more = await pageGrants(deps, siteId, page, pageVerbs);
  if ('problem' in more) return more;

  const all = [...new Map([...ticked, ...more.grants].map((grant) => [grantValue(grant), grant])).values()];
  const places = await placesOf(deps.pages, all);
  if (all.some(({ scope }) => scope.startsWith('page:') && !places.has(Number(scope.slice('page:'.length))))) throw new BadRequest('The form names a page that is not there.');
  refuseUnlessHeld(actor, all, places);
  return { name, description, grants: all };
}

async function pageGrants({ pages }: ReadDeps, siteId: number, address: string, verbs: readonly string[]): Promise<{ grants: Grant[] } | { problem: string }> {
  if (address === '') return verbs.length === 0 ? { grants: [] } : { problem: 'Which page? Write its address, such as /about/.' };
  const place = await pages.find(siteId, address);
  if (!place) return { problem: 'There is no page at this address.' };
  if (verbs.length === 0) return { problem: 'Choose what the group may do there.' };
  return { grants: verbs.map((verb) => ({ verb, scope: `page:${place.id}` })) };
}

function isKnown({ verb, scope }: Grant, snippetTypes: readonly SnippetTypeName[]): boolean {
  const ofPages = (scope === '*' || scope.startsWith('page:')) && PAGE_VERBS.some((known) => known === verb);
  return ofPages || areaScopes(snippetTypes).some((row) => row.scope === scope && row.verbs.some((known) => known === verb));
}
