import { covers, isOwn, type Grant, type Target, type Verb } from './permissions';

/** A grant, and the group that gives it. */
export interface HeldGrant extends Grant {
  readonly groupId: number;
  readonly groupName: string;
}

/** One grant that is enough. `own`: only since they added the page themselves. */
export interface Reason extends HeldGrant {
  readonly own: boolean;
}

/** Why somebody may do this: every grant that allows it, none when they may not. It says yes exactly when `may` does. */
export function reasonsFor(holder: { id: number; active: boolean; grants: readonly HeldGrant[] }, verb: Verb, target: Target): Reason[] {
  if (!holder.active) return [];
  const allowing = (asked: Verb) => holder.grants.filter((grant) => grant.verb === asked && covers(grant.scope, target));
  const direct = allowing(verb).map((grant) => ({ ...grant, own: false }));
  const own = verb === 'edit' && isOwn(holder, target) ? allowing('add').map((grant) => ({ ...grant, own: true })) : [];
  return [...direct, ...own];
}
