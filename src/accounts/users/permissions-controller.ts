import type { RequestHandler } from 'express';
import { parseQuery } from '../../platform/http/strict-input';
import { reasonsFor, type HeldGrant } from '../explain';
import { placesOf, type Places } from '../granting';
import { areaScopes, PAGE_VERBS, scopeWords, verbWords } from '../groups/grant-table';
import type { PagePlace } from '../page-directory';
import type { Area, Target, Verb } from '../permissions';
import { sendStaffPage } from '../staff-page';
import { permissionsQuery } from './forms';
import { getUser, type UsersDeps } from './people-deps';
import { listHeldGrants, type UserState } from './queries';
import type { Answer } from './views';

interface Asked {
  readonly holder: { readonly id: number; readonly active: boolean; readonly grants: readonly HeldGrant[] };
  readonly places: Places;
}

/** GET /admin/users/:id/permissions: what may they do here, and why? */
export function showPermissions(deps: UsersDeps): RequestHandler {
  return async (req, res) => {
    const { page } = parseQuery(req, permissionsQuery);
    const { id, name, state } = await getUser(deps, req);
    const grants = await listHeldGrants(deps.db, id);
    const asked: Asked = { holder: { id, active: state !== 'deactivated', grants }, places: await placesOf(deps.pages, grants) };
    const place = page === '' ? undefined : await deps.pages.find(res.locals.site.id, page);
    const body = deps.templates.render('admin/users/permissions', {
      id, name, page, warning: WARNINGS[state], problem: page !== '' && !place ? 'There is no page at this address.' : null,
      place: place ? { title: place.title, url: place.url } : null,
      pages: place ? pageAnswers(deps, asked, place) : [], areas: areaAnswers(deps, asked),
    });
    sendStaffPage(deps, req, res, { title: `What may ${name} do?`, current: 'users', body });
  };
}

const WARNINGS: Readonly<Record<UserState, string | null>> = {
  active: null,
  invited: 'The invitation was not taken up yet: so far nobody can use these rights.',
  deactivated: 'The account is deactivated: whatever its groups give, the answer is no.',
};

function pageAnswers(deps: UsersDeps, asked: Asked, page: PagePlace): Answer[] {
  return PAGE_VERBS.map((verb) => answer(deps, asked, { what: verbWords(verb), verb, target: { page } }));
}

function areaAnswers(deps: UsersDeps, asked: Asked): Answer[] {
  const areas = areaScopes(deps.snippetTypes).filter(({ scope }) => scope !== '*');
  return areas.map(({ scope, label, verbs: [verb] }) => answer(deps, asked, { what: label, verb: verb!, target: { area: scope.slice('area:'.length) as Area } }));
}

function answer({ snippetTypes }: UsersDeps, { holder, places }: Asked, { what, verb, target }: { what: string; verb: Verb; target: Target }): Answer {
  const reasons = reasonsFor(holder, verb, target);
  const why = reasons.map(({ groupName, groupId, scope, own }) => {
    const where = scopeWords(scope, places, snippetTypes);
    return { group: groupName, groupId, rest: own ? `lets them add pages ${where}, and this one they added` : where };
  });
  return { what, may: reasons.length > 0, why };
}
