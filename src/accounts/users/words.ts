import { instantIn } from '../../platform/instants';
import type { ListedUser, UserState } from './queries';

export const STATES: readonly { readonly key: UserState; readonly label: string }[] = [
  { key: 'active', label: 'Active' }, { key: 'invited', label: 'Invited' }, { key: 'deactivated', label: 'Deactivated' },
];

/** `Active`, `Invited until 29 Nov 2026, 10:00 UTC`, `Invitation expired`, `Deactivated` */
export function stateWords({ state, invitedUntil }: ListedUser, zone: string, now: Date): string {
  if (state !== 'invited') return STATES.find(({ key }) => key === state)!.label;
  if (invitedUntil === null) return 'Invited, mail on its way';
  return invitedUntil > now ? `Invited until ${instantIn(zone, invitedUntil)}` : 'Invitation expired';
}

export function seenWords({ lastSignInAt }: ListedUser, zone: string): string {
  return lastSignInAt === null ? 'Never signed in' : `Signed in ${instantIn(zone, lastSignInAt)}`;
}
