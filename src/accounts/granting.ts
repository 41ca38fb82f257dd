import { Forbidden } from '../platform/http/errors';
import type { PageDirectory, PagePlace } from './page-directory';
import { may, VERBS, type Area, type Grant, type Holder, type Verb } from './permissions';

/** Where pages stand, for grants that are about them. */
export type Places = ReadonlyMap<number, PagePlace>;

export async function placesOf(pages: PageDirectory, grants: readonly Grant[]): Promise<Places> {
  const ids = grants.flatMap(({ scope }) => (scope.startsWith('page:') ? [Number(scope.slice('page:'.length))] : []));
  return new Map((await pages.list([...new Set(ids)])).map((place) => [place.id, place]));
}

/**
 * Security rule 7: nobody gives, takes away or looks after what they do not hold themselves. So who may manage people
 * cannot make themselves, or others, more than they are.
 */
export function holdsAll(actor: Holder, grants: readonly Grant[], places: Places): boolean {
  return grants.every((grant) => holds(actor, grant, places));
}

/** @throws Forbidden */
export function refuseUnlessHeld(actor: Holder, grants: readonly Grant[], places: Places): void {
  if (!holdsAll(actor, grants, places)) throw new Forbidden('This is about rights that you do not have yourself.');
}

function holds(actor: Holder, { verb, scope }: Grant, places: Places): boolean {
  if (!(verb in VERBS)) return true; // nobody can do anything with it
  const known = verb as Verb;
  if (scope === '*') return actor.active && actor.grants.some((grant) => grant.verb === verb && grant.scope === '*');
  if (scope.startsWith('area:')) return may(actor, known, { area: scope.slice('area:'.length) as Area });
  const id = Number(scope.slice('page:'.length));
  return may(actor, known, { page: { id, ancestorIds: places.get(id)?.ancestorIds ?? [], ownerId: null } });
}
